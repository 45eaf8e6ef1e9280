// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/table_tab.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/detail_view_model.h"
#include "ui/datasets/grid/table_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/view_memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {

namespace {

/// False while the page still shows another version than the one it was sent to.
bool isRequested(const DetailViewModel& viewModel, const data::DatasetVersion& version)
{
    const int requested = viewModel.requestedVersion(); // 0: the newest
    return requested == 0 || requested == version.number;
}

/// Under which name the columns of @p dataset are remembered.
QString placesName(const data::Dataset& dataset)
{
    return QStringLiteral("table.columns.") + QString::fromStdString(dataset.id.toString());
}

QByteArray placesState(const QList<ColumnPlace>& places)
{
    QJsonArray columns;
    for (const ColumnPlace& place : places)
        columns << QJsonObject{{QStringLiteral("name"), place.name},
                               {QStringLiteral("width"), place.width},
                               {QStringLiteral("hidden"), place.hidden}};
    return QJsonDocument(columns).toJson(QJsonDocument::Compact);
}

/// What placesState() wrote; nothing of what somebody else wrote.
QList<ColumnPlace> placesFrom(const QByteArray& state)
{
    QList<ColumnPlace> places;
    const QJsonArray columns = QJsonDocument::fromJson(state).array();
    for (const auto& value : columns) {
        const QJsonObject column = value.toObject();
        const int width = column[QStringLiteral("width")].toInt(-1);
        if (width >= 0)
            places << ColumnPlace{column[QStringLiteral("name")].toString(), width,
                                  column[QStringLiteral("hidden")].toBool()};
    }
    return places;
}

} // namespace

TableTab::TableTab(DetailViewModel& viewModel, ViewMemory& memory, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_memory(memory)
    , m_stack(new QStackedWidget)
    , m_skeleton(new Skeleton)
    , m_error(new InlineBanner(BannerKind::Error))
{
    auto* failed = new QWidget;
    auto* failedLayout = new QVBoxLayout(failed);
    failedLayout->setContentsMargins(theme::gap24, theme::gap16, theme::gap24, theme::gap16);
    failedLayout->addWidget(m_error);
    failedLayout->addStretch();
    m_error->addAction(tr("Try again"), [this] { read(); });
    m_skeleton->setRowHeight(theme::rowDense);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(failed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(&m_viewModel, &DetailViewModel::changed, this, &TableTab::update);
}

void TableTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    update();
}

void TableTab::update()
{
    const auto* version = m_viewModel.version();
    if (!isVisible() || m_viewModel.state() != DetailViewModel::State::Ready || !version)
        return;
    if (version->id != m_shown)
        read();
    showWantedRow();
}

void TableTab::read()
{
    const auto* version = m_viewModel.version();
    if (!version)
        return;
    m_shown = version->id;
    if (m_panel && m_filter.isEmpty())
        m_filter = m_panel->filterText(); // the same question of another version
    m_stack->setCurrentWidget(m_skeleton);
    m_skeleton->start();
    m_open.run([service = &m_viewModel.context().datasets, shown = *version] { return service->open(shown); },
               [this](const std::shared_ptr<data::Table>& table) {
                   const auto* current = m_viewModel.version();
                   if (!current)
                       return;
                   m_skeleton->stop();
                   if (m_panel) {
                       m_stack->removeWidget(m_panel);
                       m_panel->deleteLater();
                   }
                   m_panel = new TablePanel(table, m_viewModel.details().shown.profile,
                                            DatasetText::from(m_viewModel.dataset().name),
                                            tr("v%1").arg(current->number));
                   m_panel->setExportHook([this](const data::RowOrder& rows, const QString& filter) {
                       Q_EMIT exportRequested(rows, filter);
                   });
                   connect(m_panel, &TablePanel::filterTextChanged, this, &TableTab::filterTextChanged);
                   DataGrid& grid = m_panel->grid();
                   const QString name = placesName(m_viewModel.dataset());
                   grid.setColumnPlaces(placesFrom(m_memory.state(name)));
                   connect(&grid, &DataGrid::columnsChanged, this, [this, name, &grid] {
                       m_memory.setState(name, placesState(grid.columnPlaces()));
                   });
                   m_stack->addWidget(m_panel);
                   m_stack->setCurrentWidget(m_panel);
                   if (!m_filter.isEmpty())
                       m_panel->setFilterText(m_filter);
                   m_filter.clear();
                   if (m_row > 0 && isRequested(m_viewModel, *current))
                       m_panel->showRow(std::exchange(m_row, 0));
                   const bool focus = std::exchange(m_filterFocusWanted, false);
                   if (const QString typed = std::exchange(m_typed, {}); !typed.isEmpty())
                       m_panel->typeFilter(typed);
                   else if (focus)
                       m_panel->focusFilter();
               },
               [this](const base::Error& error) {
                   m_skeleton->stop();
                   m_error->setError(tr("The rows cannot be read."), error);
                   m_stack->setCurrentIndex(1);
               });
}

void TableTab::setFilterText(const QString& filter)
{
    if (m_panel && m_viewModel.version() && m_viewModel.version()->id == m_shown)
        m_panel->setFilterText(filter);
    else
        m_filter = filter;
}

void TableTab::showRow(std::int64_t row)
{
    m_row = row;
    showWantedRow();
}

void TableTab::showWantedRow()
{
    const auto* version = m_viewModel.version();
    if (m_row > 0 && m_panel && !m_open.isRunning() && m_viewModel.state() == DetailViewModel::State::Ready &&
        version && version->id == m_shown && isRequested(m_viewModel, *version))
        m_panel->showRow(std::exchange(m_row, 0));
}

QString TableTab::filterText() const
{
    return m_panel ? m_panel->filterText() : m_filter;
}

void TableTab::focusFilter()
{
    m_filterFocusWanted = m_open.isRunning();
    if (m_filterFocusWanted)
        setFocus(Qt::ShortcutFocusReason); // keeps what is typed until there is a field for it
    else if (m_panel)
        m_panel->focusFilter();
}

bool TableTab::takeKey(const QKeyEvent& event)
{
    return m_panel && m_panel->isVisible() && m_panel->takeKey(event);
}

void TableTab::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (m_filterFocusWanted && event->key() == Qt::Key_Backspace)
        m_typed.chop(1);
    else if (m_filterFocusWanted && plain && !text.isEmpty() && text.front().isPrint())
        m_typed += text;
    else
        QWidget::keyPressEvent(event);
}

bool TableTab::clearFilter()
{
    return m_panel && m_panel->clearFilter();
}

bool TableTab::toggleSideSheet()
{
    return m_panel && m_panel->toggleSideSheet();
}

bool TableTab::isSettled() const
{
    return !m_open.isRunning() && (!m_panel || m_panel->isSettled());
}

} // namespace lepton::ui
