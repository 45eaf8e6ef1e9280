// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report_model.h"

#include "ui/theme/theme.h"
#include "ui/widgets/table_delegate.h"

#include <QLocale>

#include <cmath>

namespace lepton::ui {

namespace {

std::optional<double> number(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

QString figure(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? QLocale().toString(*value, 'f', 3) : QStringLiteral("NaN");
}

} // namespace

ReportModel::ReportModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ReportModel::setReport(const nlohmann::json& report)
{
    beginResetModel();
    m_rows.clear();
    m_classes = 0;
    const auto dict = report.is_object() ? report.value("dict", nlohmann::json::object()) : nlohmann::json();
    const auto add = [&](const std::string& name) {
        const auto found = dict.find(name);
        if (found == dict.end())
            return;
        Row row{QString::fromStdString(name), {}, {}, {}, {}};
        if (found->is_number()) {
            row.f1 = found->get<double>(); // "accuracy" is one number, under F1 as scikit-learn prints it
        } else if (found->is_object()) {
            row.precision = number(*found, "precision");
            row.recall = number(*found, "recall");
            row.f1 = number(*found, "f1-score");
            if (const auto support = number(*found, "support"))
                row.support = std::llround(*support);
        } else {
            return;
        }
        m_rows.push_back(std::move(row));
    };
    if (dict.is_object()) {
        for (const auto& name : report.value("classes", std::vector<std::string>()))
            add(name);
        m_classes = int(m_rows.size());
        for (const char* name : {"accuracy", "micro avg", "macro avg", "weighted avg"})
            add(name);
        for (auto& row : m_rows) {
            if (!row.support && !m_rows.empty())
                row.support = m_rows.back().support; // accuracy is over all rows
        }
    }
    endResetModel();
}

void ReportModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ReportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const bool isClass = index.row() < m_classes;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column(), index.row());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return index.column() == BarColumn ? QString() : text(row, index.column(), index.row());
    case Qt::TextAlignmentRole:
        return int((index.column() == ClassColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == F1Column ? QVariant(theme::font(theme::Step::Strong)) : QVariant();
    case TableDelegate::ToneRole:
        return int(index.column() == SupportColumn || (!isClass && index.column() == ClassColumn)
                       ? theme::Role::Text2
                       : theme::Role::Text);
    case ScoreRole:
        return isClass && row.f1 && std::isfinite(*row.f1) ? QVariant(*row.f1) : QVariant();
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ClassColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case PrecisionColumn:
        return tr("Precision");
    case RecallColumn:
        return tr("Recall");
    case F1Column:
        return tr("F1");
    case SupportColumn:
        return tr("Support");
    default:
        return {};
    }
}

QString ReportModel::text(const Row& row, int column, int number) const
{
    switch (column) {
    case ClassColumn:
        if (number < m_classes)
            return row.name;
        return row.name == QLatin1String("accuracy")    ? tr("Accuracy")
               : row.name == QLatin1String("micro avg") ? tr("Micro average")
               : row.name == QLatin1String("macro avg") ? tr("Macro average")
                                                        : tr("Weighted average");
    case PrecisionColumn:
        return row.precision || number < m_classes ? figure(row.precision) : QString();
    case RecallColumn:
        return row.recall || number < m_classes ? figure(row.recall) : QString();
    case F1Column:
        return figure(row.f1);
    case SupportColumn:
        return row.support ? QLocale().toString(qlonglong(*row.support)) : QString();
    default:
        return {};
    }
}

} // namespace lepton::ui
