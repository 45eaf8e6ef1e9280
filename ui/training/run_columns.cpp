// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_columns.h"

#include "train/recipe.h"
#include "ui/datasets/grid/column_picker.h"
#include "ui/training/run_words.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/view_memory.h"

#include <QEvent>

#include <algorithm>

namespace lepton::ui {

namespace {

const QString columnsMemory = QStringLiteral("training.columns");
constexpr int extraWidth = 96;
constexpr int leastDatasetWidth = 120;

/// Always there: the tick and the number.
bool isFixed(int column)
{
    return column == RunListModel::TickColumn || column == RunListModel::RunColumn;
}

} // namespace

RunColumns::RunColumns(DataTable& table, RunListModel& model, ViewMemory& memory)
    : m_table(table)
    , m_model(model)
    , m_memory(memory)
{
    const QByteArray saved = m_memory.state(columnsMemory);
    m_shown = saved.isEmpty() ? defaults() : QString::fromUtf8(saved).split(QLatin1Char('\n'));
    m_table.viewport()->installEventFilter(this);
    connect(m_table.horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != RunListModel::DatasetColumn)
            fitDataset();
    });
    apply();
}

QStringList RunColumns::defaults()
{
    return {QStringLiteral("dataset"),  QStringLiteral("basemodel"), QStringLiteral("state"),
            QStringLiteral("best"),     QStringLiteral("tag"),       QStringLiteral("learning_rate"),
            QStringLiteral("duration"), QStringLiteral("member"),    QStringLiteral("started")};
}

void RunColumns::setShown(const QStringList& fields)
{
    if (fields == m_shown)
        return;
    m_shown = fields;
    m_memory.setState(columnsMemory, m_shown.join(QLatin1Char('\n')).toUtf8());
    apply();
    Q_EMIT changed();
}

void RunColumns::apply()
{
    const auto isShown = [this](const std::string& field) {
        return m_shown.contains(QString::fromStdString(field));
    };
    std::vector<train::RunField> extras;
    for (const QString& name : m_shown) {
        const std::string key = name.toStdString();
        const auto keys = train::recipeKeys();
        if (std::ranges::find(keys, key) != keys.end())
            extras.push_back({train::RunFact::Recipe, key});
        else if (key.find('/') != std::string::npos)
            extras.push_back({train::RunFact::Metric, key});
    }
    m_model.setExtras(std::move(extras));
    auto* header = m_table.horizontalHeader();
    for (int column = 0; column < RunListModel::FixedColumns; ++column) {
        if (!isFixed(column))
            m_table.setColumnHidden(column, column == RunListModel::CurveColumn
                                                ? !isShown("best")
                                                : !isShown(m_model.fieldOf(column)));
    }
    // Figures stand together: what was added comes behind the curve.
    int place = header->visualIndex(RunListModel::CurveColumn) + 1;
    for (int column = RunListModel::FixedColumns; column < m_model.columnCount(); ++column) {
        header->resizeSection(column, extraWidth);
        header->moveSection(header->visualIndex(column), place++);
    }
    fitDataset();
}

void RunColumns::fitDataset()
{
    constexpr int dataset = RunListModel::DatasetColumn;
    auto* header = m_table.horizontalHeader();
    int others = 0;
    for (int column = 0; column < m_model.columnCount(); ++column)
        others += column == dataset ? 0 : header->sectionSize(column); // 0 where it is hidden
    const bool isRoom = m_table.viewport()->width() - others >= leastDatasetWidth;
    header->setSectionResizeMode(dataset, isRoom ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!isRoom && !header->isSectionHidden(dataset))
        header->resizeSection(dataset, leastDatasetWidth);
}

bool RunColumns::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitDataset();
    return QObject::eventFilter(watched, event);
}

void RunColumns::pick(QWidget* button, const std::vector<std::string>& metricKeys)
{
    if (!m_picker) {
        m_picker = new ColumnPicker(ColumnPicker::Mode::TickOfMany, button);
        connect(&m_picker->names(), &ColumnNamesModel::ticksChanged, this,
                [this] { take(m_picker->names().ticked()); });
        connect(m_picker, &ColumnPicker::showUsual, this, [this] {
            std::vector<bool> ticked;
            for (const QString& field : m_offered)
                ticked.push_back(defaults().contains(field));
            m_picker->names().setTicked(ticked);
            take(ticked);
        });
        connect(m_picker, &ColumnPicker::showOnly, this, [this](const std::vector<int>& indexes) {
            std::vector<bool> ticked(std::size_t(m_offered.size()), false);
            for (const int index : indexes)
                ticked[std::size_t(index)] = true;
            m_picker->names().setTicked(ticked);
            take(ticked);
        });
    }
    m_offered.clear();
    QStringList titles;
    for (int column = 0; column < RunListModel::FixedColumns; ++column) {
        const std::string field = m_model.fieldOf(column);
        if (isFixed(column) || field.empty())
            continue;
        m_offered << QString::fromStdString(field);
        titles
            << (column == RunListModel::BestColumn
                    ? RunListModel::bestTitle() // its header may be the name of a metric that is offered, too
                    : m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    for (const auto key : train::recipeKeys()) {
        m_offered << QString::fromUtf8(key.data(), qsizetype(key.size()));
        titles << settingTitle(std::string(key));
    }
    for (const std::string& key : metricKeys) {
        if (key.find('/') == std::string::npos)
            continue;
        m_offered << QString::fromStdString(key);
        titles << metricTitle(key);
    }
    std::vector<bool> ticked;
    for (const QString& field : m_offered)
        ticked.push_back(m_shown.contains(field));
    m_picker->names().setNames(titles);
    m_picker->names().setTicked(ticked);
    m_picker->openBelow(button);
}

void RunColumns::take(const std::vector<bool>& ticked)
{
    QStringList shown;
    for (qsizetype i = 0; i < m_offered.size(); ++i) {
        if (ticked[std::size_t(i)])
            shown << m_offered[i];
    }
    setShown(shown);
}

} // namespace lepton::ui
