// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

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
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>

namespace lepton::ui {
namespace {

constexpr std::int64_t firstPage = 500;
constexpr std::int64_t atMost = 10000;
constexpr std::int64_t verifiedUnasked = 50000; // events; more take seconds

} // namespace

ActivityPage::ActivityPage(Navigator& navigator, std::shared_ptr<ActivityBackend> backend, QWidget* parent)
    : Page(navigator, parent)
    , m_backend(std::move(backend))
    , m_wanted(firstPage)
    , m_model(new EventModel(this))
    , m_filtered(new EventFilterModel(this))
    , m_header(new PageHeader(this))
    , m_export(new Button(ButtonKind::Secondary, this))
    , m_verify(new Button(ButtonKind::Secondary, this))
    , m_more(new IconButton(QStringLiteral("more"), theme::fieldHeight, this))
    , m_verdict(new InlineBanner(BannerKind::Fact, this))
    , m_error(new InlineBanner(BannerKind::Error, this))
    , m_field(new FilterField(QStringLiteral("filter"), this))
    , m_groupButton(new FilterButton(this))
    , m_shown(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("filter")))
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
    m_field->setFixedWidth(264);
    m_groupButton->setObjectName(QStringLiteral("activity.group.button"));
    m_newest->setObjectName(QStringLiteral("activity.newest.button"));
    m_older->setObjectName(QStringLiteral("activity.older.button"));
    m_table->setObjectName(QStringLiteral("activity.table"));
    m_groupButton->setMenu(new QMenu(m_groupButton));
    m_error->hide();
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
    m_filtered->setSourceModel(m_model);
    m_table->setModel(m_filtered);
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
    filters->addStretch();
    filters->addWidget(m_newest);
    filters->addWidget(m_older);
    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    banners->setSpacing(theme::gap8);
    banners->addWidget(m_verdict);
    banners->addWidget(m_error);

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
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setText(text);
        showCount();
        Q_EMIT routeChanged();
    });
    connect(m_verify, &QPushButton::clicked, this, [this] { verify(Verify::Anew); });
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
    connect(m_older, &QPushButton::clicked, this, &ActivityPage::showOlder);
    connect(m_newest, &QPushButton::clicked, this, [this] { readFrom(0, firstPage); });
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
    Route route{QStringLiteral("activity"), {}, 0, {}, {}};
    if (!m_field->text().isEmpty())
        route.query.insert(QStringLiteral("filter"), m_field->text());
    if (!m_filtered->group().isEmpty())
        route.query.insert(QStringLiteral("group"), m_filtered->group());
    return route;
}

void ActivityPage::open(const Route& route)
{
    m_field->setText(route.query.value(QStringLiteral("filter")));
    chooseGroup(route.query.value(QStringLiteral("group")));
}

void ActivityPage::refresh()
{
    m_read.run(
        [backend = m_backend, before = m_before, count = m_wanted] { return backend->events(before, count); },
        [this](EventPage page) {
            m_error->hide();
            m_canSign = page.canSign;
            m_model->setPage(std::move(page));
            m_saveCheckpoint->setEnabled(m_canSign);
            m_saveCheckpoint->setToolTip(
                m_canSign ? QString() : tr("Only a member of the workspace can sign a checkpoint."));
            showCount();
            showVerdict();
            seekEvent();
            if (m_result && m_result->result.ok && m_result->result.events < m_model->total() &&
                m_model->total() <= verifiedUnasked && !m_prove.isRunning())
                verify(Verify::More);
        },
        [this](const base::Error& error) {
            tell(tr("The log could not be read."), error);
            m_error->addAction(tr("Try again"), [this] { refresh(); });
        });
}

bool ActivityPage::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

bool ActivityPage::clearFilter()
{
    if (m_field->text().isEmpty() && m_filtered->group().isEmpty())
        return false;
    m_field->clear();
    chooseGroup({});
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
    m_newest->setText(tr("Back to the newest"));
    m_older->setText(tr("Show older events"));
    m_table->setAccessibleName(tr("Events, newest first"));
    m_empty->setText(tr("No event fits the filter"),
                     tr("Remove the filter to see all events that were read."));
    m_empty->setPrimary(tr("Remove the filter"));
    m_model->retranslate();
    chooseGroup(m_filtered->group());
    showVerdict();
    showCount();
}

bool ActivityPage::isSettled() const
{
    return !m_read.isRunning() && !m_prove.isRunning() && !m_write.isRunning();
}

void ActivityPage::showCount()
{
    const QLocale locale;
    const int shown = m_filtered->rowCount();
    const int read = m_model->rowCount();
    m_shown->setText(
        tr("%1 of %2 shown", "events")
            .arg(locale.toString(shown), locale.toString(static_cast<qlonglong>(m_model->total()))));
    m_older->setVisible(read > 0 && m_model->eventAt(read - 1).seq > 1);
    m_newest->setVisible(m_before > 0);
    m_export->setDisabledReason(shown == 0 ? tr("No event is shown.") : QString());
    m_stack->setCurrentWidget(shown == 0 && read > 0 ? static_cast<QWidget*>(m_empty) : m_table);
}

void ActivityPage::chooseGroup(const QString& group)
{
    m_filtered->setGroup(group);
    m_groupButton->setLabel(tr("Kind"));
    m_groupButton->setActiveText(group.isEmpty() ? QString() : tr("Kind: %1").arg(eventGroupName(group)));
    showCount();
    Q_EMIT routeChanged();
}

void ActivityPage::fillMenu()
{
    std::set<QString> groups;
    for (int row = 0; row < m_model->rowCount(); ++row)
        groups.insert(m_model->index(row, 0).data(EventModel::GroupRole).toString());
    QMenu* menu = m_groupButton->menu();
    menu->clear();
    const auto add = [&](const QString& group, const QString& name) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(group == m_filtered->group());
        connect(action, &QAction::triggered, this, [this, group] { chooseGroup(group); });
    };
    add({}, tr("All kinds"));
    for (const QString& group : groups)
        add(group, eventGroupName(group));
}

void ActivityPage::showOlder()
{
    if (m_wanted < atMost)
        readFrom(m_before, std::min(m_wanted * 4, atMost));
    else if (const int read = m_model->rowCount(); read > 0) // as many as a table takes: those before them
        readFrom(m_model->eventAt(read - 1).seq, atMost);
}

void ActivityPage::readFrom(std::int64_t before, std::int64_t wanted)
{
    if (before != m_before)
        m_table->scrollToTop();
    m_before = before;
    m_wanted = wanted;
    refresh();
}

} // namespace lepton::ui
