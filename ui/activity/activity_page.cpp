// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include "ui/activity/activity_routes.h"
#include "ui/activity/event_export.h"
#include "ui/activity/event_list.h"
#include "ui/activity/event_model.h"
#include "ui/activity/event_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {
namespace {

constexpr std::int64_t verifiedUnasked = 50000; // events; more take seconds

} // namespace

ActivityPage::ActivityPage(Navigator& navigator, std::shared_ptr<ActivityBackend> backend, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_list(new EventList(m_backend, this))
    , m_exporter(new EventExport(m_backend, this))
    , m_header(new PageHeader(this))
    , m_export(new Button(ButtonKind::Secondary, this))
    , m_verify(new Button(ButtonKind::Secondary, this))
    , m_more(new IconButton(QStringLiteral("more"), theme::fieldHeight, this))
    , m_verdict(new InlineBanner(BannerKind::Fact, this))
    , m_error(new InlineBanner(BannerKind::Error, this))
    , m_exporting(new InlineBanner(BannerKind::Fact, this))
    , m_field(new FilterField(QStringLiteral("filter"), this))
    , m_groupButton(new FilterButton(this))
    , m_shown(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("filter")))
    , m_stop(new Button(ButtonKind::Link, this))
    , m_newest(new Button(ButtonKind::Link, this))
    , m_older(new Button(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("activity"));
    m_export->setObjectName(QStringLiteral("activity.export.button"));
    m_export->setIconName(QStringLiteral("download"));
    m_verify->setObjectName(QStringLiteral("activity.verify.button"));
    m_verify->setIconName(QStringLiteral("shield"));
    m_more->setObjectName(QStringLiteral("activity.more.button"));
    m_more->setFramed(true);
    m_verdict->setObjectName(QStringLiteral("activity.verdict"));
    m_error->setObjectName(QStringLiteral("activity.error"));
    m_field->setObjectName(QStringLiteral("activity.filter.edit"));
    m_field->setFixedWidth(theme::fieldWidth);
    m_groupButton->setObjectName(QStringLiteral("activity.group.button"));
    m_exporting->setObjectName(QStringLiteral("activity.exporting"));
    m_shown->setObjectName(QStringLiteral("activity.shown"));
    m_empty->primaryButton()->setObjectName(QStringLiteral("activity.removeFilter.button"));
    m_stop->setObjectName(QStringLiteral("activity.stop.button"));
    m_newest->setObjectName(QStringLiteral("activity.newest.button"));
    m_older->setObjectName(QStringLiteral("activity.older.button"));
    m_table->setObjectName(QStringLiteral("activity.table"));
    m_groupButton->setMenu(new QMenu(m_groupButton));
    m_error->hide();
    m_exporting->hide();
    m_cancelExport = m_exporting->addAction({}, [this] { m_exporter->cancel(); });
    m_cancelExport->setObjectName(QStringLiteral("activity.exporting.cancel"));
    makeMenu();
    layOut();
    connectParts();
    retranslate();
    refresh();
    verify(Verify::More);
}

void ActivityPage::makeMenu()
{
    auto* menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    m_saveCheckpoint = menu->addAction(QString());
    m_saveCheckpoint->setObjectName(QStringLiteral("activity.saveCheckpoint.action"));
    m_checkAgainst = menu->addAction(QString());
    m_checkAgainst->setObjectName(QStringLiteral("activity.checkAgainst.action"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void ActivityPage::layOut()
{
    m_header->addAction(m_verify);
    m_header->addAction(m_export);
    m_header->addAction(m_more);
    m_table->setModel(&m_list->model());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(EventModel::What, QHeaderView::Stretch);
    m_table->setColumnWidth(EventModel::Who, 160);
    m_table->setColumnWidth(EventModel::When, 140);
    m_table->setColumnWidth(EventModel::Place, 140);
    m_table->setColumnWidth(EventModel::Hash, 160);
    m_table->setItemDelegateForColumn(EventModel::Who, new MemberDelegate(m_table));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, theme::gap12);
    filters->setSpacing(theme::gap8);
    filters->addWidget(m_field);
    filters->addWidget(m_groupButton);
    filters->addWidget(m_shown);
    filters->addWidget(m_stop);
    filters->addStretch();
    filters->addWidget(m_newest);
    filters->addWidget(m_older);
    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banners->setSpacing(theme::gap8);
    banners->addWidget(m_verdict);
    banners->addWidget(m_error);
    banners->addWidget(m_exporting);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(banners);
    layout->addLayout(filters);
    layout->addWidget(makeRule(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
}

void ActivityPage::connectParts()
{
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString& text) { setFilter(text, m_list->query().group); });
    connect(m_list, &EventList::changed, this, &ActivityPage::showList);
    connect(m_list, &EventList::moved, m_table, &QAbstractItemView::scrollToTop);
    connect(m_list, &EventList::sought, this, &ActivityPage::seekEvent);
    connect(m_list, &EventList::failed, this, [this](const base::Error& error) {
        tell(tr("The log could not be read."), error);
        m_error->addAction(tr("Try again"), [this] { refresh(); });
        m_isUnread = true;
    });
    connect(m_list, &EventList::read, this, [this] {
        if (std::exchange(m_isUnread, false))
            m_error->hide();
    });
    connect(m_exporter, &EventExport::finished, this, &ActivityPage::tellExported);
    connect(m_exporter, &EventExport::changed, this, &ActivityPage::showExport);
    connect(m_exporter, &EventExport::failed, this,
            [this](const base::Error& error) { tell(tr("The events were not exported."), error); });
    connect(m_verify, &QPushButton::clicked, this, [this] {
        verify(Verify::Anew);
        m_list->reload();
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        chooseFile(tr("Export what the filter shows"), QStringLiteral("events.csv"),
                   tr("CSV (*.csv);;JSON Lines (*.jsonl)"), &ActivityPage::exportTo);
    });
    connect(m_saveCheckpoint, &QAction::triggered, this, [this] {
        chooseFile(tr("Save a signed checkpoint"), QStringLiteral("checkpoint.json"),
                   tr("Checkpoints (*.json)"), &ActivityPage::saveCheckpoint);
    });
    connect(m_checkAgainst, &QAction::triggered, this, [this] {
        chooseFile(tr("Check against a checkpoint"), {}, tr("Checkpoints (*.json)"),
                   &ActivityPage::checkAgainst);
    });
    connect(m_table, &QAbstractItemView::activated, this, &ActivityPage::openEvent);
    connect(m_older, &QPushButton::clicked, m_list, &EventList::showOlder);
    connect(m_newest, &QPushButton::clicked, m_list, &EventList::showNewest);
    connect(m_stop, &QPushButton::clicked, m_list, &EventList::stop);
    connect(m_groupButton->menu(), &QMenu::aboutToShow, this, &ActivityPage::fillMenu);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, [this] { clearFilter(); });
    connect(&m_progress, &ProgressWatch::changed, this, &ActivityPage::showVerdict);
}

QString ActivityPage::title() const
{
    return tr("Activity");
}

Route ActivityPage::route() const
{
    Route route = activityRoute(m_list->query().group);
    if (!m_field->text().isEmpty())
        route.query.insert(QStringLiteral("filter"), m_field->text());
    return route;
}

void ActivityPage::open(const Route& route)
{
    setFilter(route.query.value(QStringLiteral("filter")), route.query.value(QStringLiteral("group")));
}

void ActivityPage::refresh()
{
    m_list->refresh();
}

bool ActivityPage::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

bool ActivityPage::clearFilter()
{
    if (m_list->query().isEmpty())
        return false;
    setFilter({}, {});
    return true;
}

QString ActivityPage::helpText() const
{
    return tr(
        "Every change in the workspace is one event, signed by its author and chained to the one "
        "before. Verify proves the whole chain: every hash, every signature, that nothing was removed, "
        "and that what decisions name is still what it was. A signed checkpoint, kept elsewhere, proves "
        "later that the log goes on from it. Enter opens what an event is about.");
}

void ActivityPage::retranslate()
{
    m_header->setTitle(tr("Activity"));
    m_verify->setText(tr("Verify again"));
    m_export->setText(tr("Export…"));
    m_more->setLabel(tr("More actions"));
    m_saveCheckpoint->setText(tr("Save a signed checkpoint…"));
    m_checkAgainst->setText(tr("Check against a checkpoint…"));
    m_field->setLabel(tr("Filter by text or person"));
    m_cancelExport->setText(tr("Cancel"));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop looking through the log"));
    m_newest->setText(tr("Back to the newest"));
    m_table->setAccessibleName(tr("Events, newest first"));
    m_empty->setPrimary(tr("Remove the filter"));
    m_list->model().retranslate();
    showFilter();
    showVerdict();
    showList();
    showExport();
}

bool ActivityPage::isSettled() const
{
    return m_list->isSettled() && !m_prove.isRunning() && !m_write.isRunning() && !m_exporter->isRunning();
}

void ActivityPage::setFilter(const QString& text, const QString& group)
{
    if (m_field->text() != text) {
        const QSignalBlocker quiet(m_field);
        m_field->setText(text);
    }
    m_list->setQuery({.text = text.trimmed(), .group = group});
    showFilter();
    Q_EMIT routeChanged();
}

void ActivityPage::showFilter()
{
    const QString& group = m_list->query().group;
    m_groupButton->setLabel(tr("Kind"));
    m_groupButton->setActiveText(group.isEmpty() ? QString() : tr("Kind: %1").arg(eventGroupName(group)));
}

void ActivityPage::showList()
{
    const QLocale locale;
    const bool isFiltered = !m_list->query().isEmpty();
    const bool isLooking = m_list->isLooking();
    const int rows = m_list->model().rowCount();
    const QString shown = locale.toString(rows);
    const QString total = locale.toString(qlonglong(m_list->total()));
    if (!isFiltered)
        m_shown->setText(tr("%1 of %2 shown", "events").arg(shown, total));
    else if (isLooking || m_list->canShowOlder())
        m_shown->setText(tr("%1 fit; %2 of %3 looked through", "events")
                             .arg(shown, locale.toString(qlonglong(m_list->looked())), total));
    else
        m_shown->setText(tr("%1 of %2 fit", "events").arg(shown, total));
    m_stop->setVisible(isFiltered && isLooking && m_list->looked() > 0);
    m_older->setText(isFiltered ? tr("Look through older events") : tr("Show older events"));
    m_older->setVisible(m_list->canShowOlder());
    m_newest->setVisible(!m_list->isAtNewest());
    m_empty->setText(tr("No event fits the filter"), m_list->canShowOlder()
                                                         ? tr("Older events were not looked through yet.")
                                                         : tr("All events of the log were looked through."));
    const bool isEmpty = rows == 0 && isFiltered && !isLooking && m_list->looked() > 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    m_export->setDisabledReason(m_exporter->isRunning()   ? tr("Events are being exported.")
                                : rows == 0 && !isLooking ? tr("No event is shown.")
                                                          : QString());
    m_saveCheckpoint->setEnabled(m_list->canSign());
    m_saveCheckpoint->setToolTip(
        m_list->canSign() ? QString() : tr("Only a member of the workspace can sign a checkpoint."));
    if (m_result && m_result->result.ok && m_result->result.events < m_list->total() &&
        m_list->total() <= verifiedUnasked && !m_prove.isRunning())
        verify(Verify::More);
}

void ActivityPage::fillMenu()
{
    QMenu* menu = m_groupButton->menu();
    menu->clear();
    const QString& chosen = m_list->query().group;
    const auto add = [&](const QString& group, const QString& name) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(group == chosen);
        connect(action, &QAction::triggered, this, [this, group] { setFilter(m_field->text(), group); });
    };
    add({}, tr("All kinds"));
    for (const QString& group : eventGroups())
        add(group, eventGroupName(group));
}

} // namespace lepton::ui
