// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_page.h"

#include "ui/datasets/browse_filter_bar.h"
#include "ui/datasets/browse_route.h"
#include "ui/datasets/browse_table.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/list_with_pane.h"
#include "ui/datasets/preview_pane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/failure_banner.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

const QString trashPart = QStringLiteral("trash");

} // namespace

BrowsePage::BrowsePage(DatasetContext context, Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , m_context(context)
    , m_viewModel(context)
    , m_previewModel(context)
    , m_header(new PageHeader)
    , m_more(new IconButton(QStringLiteral("more"), 30))
    , m_import(new Button(ButtonKind::Primary))
    , m_restore(new Button(ButtonKind::Secondary))
    , m_emptyTrash(new Button(ButtonKind::Danger))
    , m_leaveTrash(new Button(ButtonKind::Secondary))
    , m_filter(new BrowseFilterBar(m_viewModel))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_stack(new QStackedWidget)
    , m_table(new BrowseTable(m_viewModel))
    , m_preview(new PreviewPane(m_previewModel))
    , m_list(new ListWithPane(m_table, m_preview))
    , m_empty(new EmptyState(QStringLiteral("datasets")))
    , m_emptyTrashState(new EmptyState(QStringLiteral("inbox")))
    , m_nothing(new EmptyState(QStringLiteral("search")))
    , m_skeleton(new Skeleton)
{
    m_more->setObjectName(QStringLiteral("datasets.more.button"));
    m_more->setFramed(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_import->setObjectName(QStringLiteral("datasets.import.button"));
    m_import->setIconName(QStringLiteral("upload"));
    m_restore->setObjectName(QStringLiteral("datasets.trash.restore"));
    m_restore->setIconName(QStringLiteral("undo"));
    m_emptyTrash->setObjectName(QStringLiteral("datasets.trash.empty"));
    m_leaveTrash->setObjectName(QStringLiteral("datasets.trash.leave"));
    m_header->addAction(m_leaveTrash);
    m_header->addAction(m_restore);
    m_header->addAction(m_emptyTrash);
    m_header->addAction(m_more);
    m_header->addAction(m_import);
    m_empty->setObjectName(QStringLiteral("datasets.empty"));
    m_nothing->setObjectName(QStringLiteral("datasets.nothing"));
    m_skeleton->setRowHeight(theme::rowTwoLines);
    m_banner->setObjectName(QStringLiteral("datasets.banner"));
    m_banner->setGapBelow();
    m_banner->hide();

    for (QWidget* state : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_empty),
                           static_cast<QWidget*>(m_emptyTrashState), static_cast<QWidget*>(m_nothing),
                           static_cast<QWidget*>(m_skeleton)})
        m_stack->addWidget(state);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    m_stack->setProperty("surface", "surface");

    auto* bannerBox = new QVBoxLayout;
    bannerBox->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    bannerBox->addWidget(m_banner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_filter);
    layout->addLayout(bannerBox);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);

    connectTable();
    makeActions();
    connectViewModel();
    retranslate();
}

void BrowsePage::connectTable()
{
    connect(m_table, &BrowseTable::menuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(place);
    });
    connect(m_table, &DataTable::activated, this, &BrowsePage::openCurrent);
    connect(m_table, &DataTable::previewRequested, this, [this] { toggleSideSheet(); });
    connect(m_table, &BrowseTable::trashRequested, this, [this] {
        if (!isTrash())
            trashCurrent();
    });
    connect(m_table, &BrowseTable::currentChanged, this, [this] {
        updatePane();
        Q_EMIT routeChanged();
    });
}

void BrowsePage::makeActions()
{
    connect(m_import, &QPushButton::clicked, this, &BrowsePage::importData);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &BrowsePage::importData);
    connect(m_nothing->otherButton(), &QPushButton::clicked, this, [this] { clearFilter(); });
    connect(m_restore, &QPushButton::clicked, this, &BrowsePage::restoreCurrent);
    connect(m_emptyTrash, &QPushButton::clicked, this, &BrowsePage::confirmEmptyTrash);
    connect(m_leaveTrash, &QPushButton::clicked, this, [this] { this->navigator().go(browseRoute()); });
    connect(m_preview, &PreviewPane::openRequested, this, &BrowsePage::openCurrent);
    connect(m_preview, &PreviewPane::exportRequested, this, &BrowsePage::exportCurrent);
    connect(m_preview, &PreviewPane::closeRequested, this, [this] {
        m_previewWanted = false;
        updatePane();
        m_table->setFocus();
    });
    connect(m_preview->moreMenu(), &QMenu::aboutToShow, this, [this] {
        m_preview->moreMenu()->clear();
        fillMenu(*m_preview->moreMenu());
    });
    connect(m_list, &ListWithPane::narrowChanged, this, [this](bool narrow) {
        m_previewWanted = !narrow;
        updatePane();
    });

    auto* menu = new QMenu(m_more);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        auto* trash = menu->addAction(tr("Trash (%1)").arg(DatasetText::count(m_viewModel.trashedCount())));
        connect(trash, &QAction::triggered, this, [this] { this->navigator().go(browseRoute(trashPart)); });
        auto* again = menu->addAction(tr("Read again"));
        again->setShortcut(Qt::Key_F5);
        again->setShortcutContext(Qt::WidgetShortcut); // shown here, served by the window
        connect(again, &QAction::triggered, this, &BrowsePage::refresh);
    });
}

void BrowsePage::connectViewModel()
{
    connect(&m_viewModel, &BrowseViewModel::changed, this, &BrowsePage::update);
    connect(&m_viewModel, &BrowseViewModel::trashed, this,
            [this](const QString& name, const base::DatasetId& id) {
                m_undo = [this, id] { m_viewModel.restore(id); };
                this->navigator().toast(tr("%1 is in the trash").arg(name), m_undo);
            });
    connect(&m_viewModel, &BrowseViewModel::restored, this, [this](const QString& name) {
        m_undo = {};
        this->navigator().toast(tr("%1 is back").arg(name));
    });
    connect(&m_viewModel, &BrowseViewModel::trashEmptied, this, [this](int count) {
        this->navigator().toast(tr("%Ln data set(s) removed for good", nullptr, count));
    });
    connect(&m_viewModel, &BrowseViewModel::commandFailed, this,
            [this](const QString& title, const base::Error& error) {
                showFailure(*m_banner, this->navigator(), title, error, [this] { m_banner->hide(); });
            });
    connect(&m_viewModel, &BrowseViewModel::nameTaken, this,
            [this](const QString& title, const base::Error& error, const base::DatasetId& id) {
                Q_EMIT m_viewModel.commandFailed(title, error);
                auto* beside = m_banner->addAction(tr("Restore under another name"), [this, id] {
                    m_banner->hide();
                    m_viewModel.restore(id, WhenTaken::NextFree);
                });
                beside->setObjectName(QStringLiteral("datasets.restoreBeside.button"));
            });
}

void BrowsePage::update()
{
    const auto total = DatasetText::count(m_viewModel.total());
    const auto shown = DatasetText::count(m_viewModel.shown());
    const bool ready = m_viewModel.state() != BrowseViewModel::State::Loading;
    m_header->setTitle(title());
    m_header->setFacts(!ready                     ? QString()
                       : m_viewModel.isFiltered() ? tr("%1 of %2 shown").arg(shown, total)
                                                  : tr("%Ln in all", "data sets", m_viewModel.total()));
    m_import->setVisible(!isTrash());
    m_more->setVisible(!isTrash());
    m_leaveTrash->setVisible(isTrash());
    m_restore->setVisible(isTrash());
    m_emptyTrash->setVisible(isTrash());
    const QString whyNoImport = m_viewModel.whyNot(data::DatasetAction::Import);
    m_import->setDisabledReason(whyNoImport);
    if (whyNoImport.isEmpty())
        m_import->setToolTip(tr("Ctrl+I"));
    m_empty->primaryButton()->setDisabledReason(whyNoImport);
    const QString whyNotEmptied = m_viewModel.whyNot(data::DatasetAction::EmptyTrash);
    m_emptyTrash->setDisabledReason(m_viewModel.total() == 0 ? tr("There is nothing in the trash.")
                                                             : whyNotEmptied);
    if (m_viewModel.state() == BrowseViewModel::State::Failed && m_viewModel.error()) {
        m_banner->setError(tr("The data sets cannot be read."), *m_viewModel.error());
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
        m_banner->show();
    } else if (m_banner->property("ofRead").toBool()) {
        m_banner->hide();
    }
    m_banner->setProperty("ofRead", m_viewModel.state() == BrowseViewModel::State::Failed);
    updateContent();
    updatePane();
    Q_EMIT routeChanged();
}

void BrowsePage::updateContent()
{
    QWidget* content = m_list;
    if (m_viewModel.state() == BrowseViewModel::State::Loading)
        content = m_skeleton;
    else if (m_viewModel.total() == 0 && m_viewModel.state() == BrowseViewModel::State::Ready)
        content = isTrash() ? m_emptyTrashState : m_empty;
    else if (m_viewModel.shown() == 0 && m_viewModel.isFiltered())
        content = m_nothing;
    if (content == m_skeleton && m_stack->currentWidget() != m_skeleton)
        m_skeleton->start();
    else if (content != m_skeleton)
        m_skeleton->stop();
    m_filter->setEnabled(content == m_list || content == m_nothing);
    m_stack->setCurrentWidget(content);
    if (m_afterRead && m_viewModel.state() == BrowseViewModel::State::Ready)
        std::exchange(m_afterRead, {})();
    if (!m_selectWhenRead.isEmpty() && m_viewModel.state() == BrowseViewModel::State::Ready) {
        for (const auto& dataset : m_viewModel.datasets().datasets()) {
            if (DatasetText::from(dataset.name) == m_selectWhenRead)
                m_table->select(dataset.id);
        }
        m_selectWhenRead.clear();
    }
}

void BrowsePage::updatePane()
{
    const auto* dataset = m_table->current();
    if (dataset)
        m_previewModel.show(*dataset);
    else if (m_previewModel.state() != PreviewViewModel::State::Empty)
        m_previewModel.clear();
    m_list->setPaneShown(dataset && m_previewWanted && !isTrash());
    const QString whyNoEdit = m_viewModel.whyNot(data::DatasetAction::Edit);
    m_restore->setDisabledReason(dataset ? whyNoEdit : tr("Choose a data set in the list first."));
}

QString BrowsePage::title() const
{
    return isTrash() ? tr("Trash") : tr("Datasets");
}

std::vector<Crumb> BrowsePage::path() const
{
    if (isTrash())
        return {{tr("Datasets"), browseRoute()}, {tr("Trash"), {}}};
    return {{tr("Datasets"), {}}};
}

Route BrowsePage::route() const
{
    Route route;
    route.page = QStringLiteral("datasets");
    if (isTrash())
        route.part = trashPart;
    if (!m_viewModel.searchText().isEmpty())
        route.query[QStringLiteral("search")] = m_viewModel.searchText();
    putFacets(route, m_viewModel.facets());
    if (const auto* dataset = m_table->current())
        route.query[QStringLiteral("selected")] = DatasetText::from(dataset->name);
    return route;
}

void BrowsePage::open(const Route& route)
{
    m_viewModel.setPlace(route.part == trashPart ? BrowseViewModel::Place::Trash
                                                 : BrowseViewModel::Place::Catalog);
    m_viewModel.setFacets(facetsOf(route));
    m_viewModel.setSearchText(route.query.value(QStringLiteral("search")));
    m_selectWhenRead = route.query.value(QStringLiteral("selected"));
    Q_EMIT titleChanged();
    refresh();
}

void BrowsePage::refresh()
{
    if (m_viewModel.state() == BrowseViewModel::State::Loading)
        m_skeleton->start();
    m_viewModel.refresh();
}

bool BrowsePage::focusFilter()
{
    m_filter->focus();
    return true;
}

bool BrowsePage::clearFilter()
{
    if (!m_viewModel.isFiltered())
        return false;
    m_viewModel.clearFilter();
    return true;
}

bool BrowsePage::primaryAction()
{
    if (isTrash() || !m_import->isEnabled())
        return false;
    importData();
    return true;
}

bool BrowsePage::toggleSideSheet()
{
    if (isTrash() || !m_table->current())
        return false;
    m_previewWanted = !m_previewWanted;
    updatePane();
    return true;
}

bool BrowsePage::undo()
{
    if (!m_undo)
        return false;
    std::exchange(m_undo, {})();
    return true;
}

QString BrowsePage::helpText() const
{
    return tr(
        "Every data set of the workspace, one a row. Type to filter by name, column or tag; Space shows the "
        "selected one beside the list, Enter opens it, Delete moves it to the trash. Ctrl+I imports files, "
        "and "
        "files dropped on the window are imported too.");
}

void BrowsePage::retranslate()
{
    m_import->setText(tr("Import data"));
    m_restore->setText(tr("Restore"));
    m_emptyTrash->setText(tr("Empty trash"));
    m_leaveTrash->setText(tr("Back to the data sets"));
    m_more->setLabel(tr("More"));
    m_table->setAccessibleName(tr("Data sets"));
    m_empty->setText(tr("No data sets yet"),
                     tr("Import a CSV, TSV, JSON Lines or Parquet file, or drop files on this window."));
    m_empty->setPrimary(tr("Import data"), QStringLiteral("upload"));
    m_emptyTrashState->setText(tr("The trash is empty"),
                               tr("Data sets that were moved here stay until the trash is emptied."));
    m_nothing->setText(tr("No data set matches"),
                       tr("Neither names, columns nor tags hold what the filter asks for."));
    m_nothing->setOther(tr("Clear the filter"));
    m_skeleton->setSentence(tr("The catalog is being read"));
    m_viewModel.datasets().retranslate();
    update();
}

bool BrowsePage::isSettled() const
{
    return !m_viewModel.isBusy() && !m_previewModel.isBusy();
}

} // namespace lepton::ui
