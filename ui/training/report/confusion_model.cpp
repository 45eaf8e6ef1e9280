// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/confusion_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/report/report_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace lepton::ui {

QColor heatGround(bool isRight, std::int64_t count, double share)
{
    if (count == 0)
        return theme::color(theme::Role::Sunken);
    const QColor over = theme::color(isRight ? theme::Role::Series1 : theme::Role::Series2);
    const QColor under = theme::color(theme::Role::Surface);
    const auto opacity = float(train::heatOpacity(isRight, share));
    const auto mix = [opacity](float top, float bottom) { return opacity * top + (1 - opacity) * bottom; };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

QColor heatFigure(const QColor& ground, std::int64_t count)
{
    if (count == 0)
        return theme::color(theme::Role::Text3);
    // In dark, text and white are both too light for a bright cell: what reads on it is the dark of the
    // surface. In light, the surface is the white.
    constexpr std::array roles{theme::Role::Text, theme::Role::OnAccent, theme::Role::Surface};
    const auto best = std::ranges::max_element(
        roles, {}, [&ground](theme::Role role) { return theme::contrast(theme::color(role), ground); });
    return theme::color(*best);
}

ConfusionModel::ConfusionModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ConfusionModel::setReport(const train::RunReport* report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

void ConfusionModel::setFigure(CellFigure figure)
{
    m_figure = figure;
    retranslate();
}

void ConfusionModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

eval::LabelIndex ConfusionModel::label(int place) const
{
    return m_report->confusion().classes().at(std::size_t(place));
}

QModelIndex ConfusionModel::cell(eval::LabelIndex truth, eval::LabelIndex predicted) const
{
    if (!m_report)
        return {};
    const auto& confusion = m_report->confusion();
    const std::size_t row = confusion.place(truth);
    const std::size_t column = confusion.place(predicted);
    return row < confusion.size() && column < confusion.size() ? index(int(row), int(column)) : QModelIndex();
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_report ? 0 : int(m_report->confusion().size());
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return rowCount(parent);
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_report || index.row() >= rowCount())
        return {};
    const auto& confusion = m_report->confusion();
    const std::int64_t count = confusion.at(std::size_t(index.row()), std::size_t(index.column()));
    const auto ground = [&] {
        return heatGround(index.row() == index.column(), count,
                          confusion.share(std::size_t(index.row()), std::size_t(index.column())));
    };
    switch (role) {
    case Qt::DisplayRole:
        return figureText(index);
    case Qt::ToolTipRole:
        return ReportText::toolTip(sentence(index));
    case Qt::AccessibleTextRole:
        return sentence(index);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case GroundRole:
        return ground();
    case FigureRole:
        return heatFigure(ground(), count);
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation, int role) const
{
    if (!m_report || section >= rowCount())
        return {};
    if (role == Qt::ToolTipRole)
        return ReportText::toolTip(name(section));
    return role == Qt::DisplayRole ? QVariant(name(section)) : QVariant();
}

QString ConfusionModel::figureText(const QModelIndex& index) const
{
    const auto row = std::size_t(index.row());
    const auto column = std::size_t(index.column());
    const auto& confusion = m_report->confusion();
    if (m_figure == CellFigure::Count)
        return QLocale().toString(qlonglong(confusion.at(row, column)));
    return confusion.support(row) == 0 ? QStringLiteral("\u2013")
                                       : QLocale().toString(confusion.share(row, column), 'f', 2);
}

QString ConfusionModel::sentence(const QModelIndex& index) const
{
    const auto row = std::size_t(index.row());
    const auto column = std::size_t(index.column());
    const auto& confusion = m_report->confusion();
    const auto count = int(confusion.at(row, column));
    const QString share = ReportText::share(confusion.share(row, column));
    return row == column ? tr("%1 read right: %Ln row(s), %2 of the class", nullptr, count)
                               .arg(name(index.row()), share)
                         : tr("%1 read as %3: %Ln row(s), %2 of the class", nullptr, count)
                               .arg(name(index.row()), share, name(index.column()));
}

QString ConfusionModel::name(int place) const
{
    return DatasetText::from(m_report->classes()[std::size_t(label(place))]);
}

} // namespace lepton::ui
