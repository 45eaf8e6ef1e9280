// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include "ui/activity/event_model.h"
#include "ui/activity/event_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"
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

ActivityPage::ActivityPage(Navigator& navigator, ActivityReader reader, QWidget* parent)
    : Page(navigator, parent)
    , m_reader(std::move(reader))
    , m_wanted(firstPage)
    , m_model(new EventModel(this))
    , m_filtered(new EventFilterModel(this))
    , m_header(new PageHeader(this))
    , m_verify(new Button(ButtonKind::Secondary, this))
    , m_verdict(new InlineBanner(BannerKind::Fact, this))
    , m_error(new InlineBanner(BannerKind::Error, this))
    , m_field(new FilterField(QStringLiteral("filter"), this))
    , m_groupButton(new FilterButton(this))
    , m_shown(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("filter")))
    , m_older(new Button(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("activity"));
    m_verify->setObjectName(QStringLiteral("activity.verify.button"));
    m_verify->setIconName(QStringLiteral("shield"));
    m_verdict->setObjectName(QStringLiteral("activity.verdict"));
    m_field->setObjectName(QStringLiteral("activity.filter.edit"));
    m_field->setFixedWidth(264);
    m_groupButton->setObjectName(QStringLiteral("activity.group.button"));
    m_older->setObjectName(QStringLiteral("activity.older.button"));
    m_table->setObjectName(QStringLiteral("activity.table"));
    m_groupButton->setMenu(new QMenu(m_groupButton));
    m_error->hide();
    m_header->addAction(m_verify);

    m_filtered->setSourceModel(m_model);
    m_table->setModel(m_filtered);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(EventModel::What, QHeaderView::Stretch);
    m_table->setColumnWidth(EventModel::Who, 160);
    m_table->setColumnWidth(EventModel::When, 140);
    m_table->setColumnWidth(EventModel::Place, 140);
    m_table->setColumnWidth(EventModel::Hash, 160);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, theme::gap12);
    filters->setSpacing(theme::gap8);
    filters->addWidget(m_field);
    filters->addWidget(m_groupButton);
    filters->addWidget(m_shown);
    filters->addStretch();
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

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setText(text);
        showCount();
        Q_EMIT routeChanged();
    });
    connect(m_verify, &QPushButton::clicked, this, [this] { verify(true); });
    connect(m_older, &QPushButton::clicked, this, &ActivityPage::showOlder);
    connect(m_groupButton->menu(), &QMenu::aboutToShow, this, &ActivityPage::fillMenu);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, [this] { clearFilter(); });
    retranslate();
    refresh();
    verify(true);
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
    m_read.run([reader = m_reader, count = m_wanted] { return reader.newest(count); },
               [this](EventPage page) {
                   m_error->hide();
                   m_model->setPage(std::move(page));
                   showCount();
                   showVerdict();
                   if (m_result && m_result->ok && m_result->events < m_model->total() &&
                       m_model->total() <= verifiedUnasked && !m_prove.isRunning())
                       verify(false);
               },
               [this](const base::Error& error) {
                   m_error->setError(tr("The log could not be read."), error);
                   m_error->clearActions();
                   m_error->addAction(tr("Try again"), [this] { refresh(); });
                   m_error->show();
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
    return tr("Every change in the workspace is one event, signed by its author and chained to the one "
              "before. Verify "
              "proves the whole chain: every hash, every signature, and that nothing was removed.");
}

void ActivityPage::retranslate()
{
    m_header->setTitle(tr("Activity"));
    m_verify->setText(tr("Verify again"));
    m_field->setLabel(tr("Filter by text or person"));
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
    return !m_read.isRunning() && !m_prove.isRunning();
}

void ActivityPage::verify(bool anew)
{
    if (anew) {
        m_result.reset();
        m_verifyError.reset();
    }
    m_prove.run(
        [reader = m_reader](const base::Cancellation& cancellation) { return reader.verify(cancellation); },
        [this](identity::AuditResult result) {
            m_result = std::move(result);
            m_verifyError.reset();
            showVerdict();
        },
        [this](const base::Error& error) {
            m_verifyError = error;
            showVerdict();
        });
    showVerdict();
}

void ActivityPage::showVerdict()
{
    m_verify->setDisabledReason(m_prove.isRunning() ? tr("The chain is being verified") : QString());
    if (m_verifyError) {
        m_verdict->setKind(BannerKind::Error);
        m_verdict->setError(tr("The chain could not be verified."), *m_verifyError);
    } else if (!m_result) {
        m_verdict->setKind(BannerKind::Fact);
        m_verdict->setText({}, tr("The chain is being verified: every hash and every signature."));
    } else if (m_result->ok) {
        m_verdict->setKind(BannerKind::Fits);
        m_verdict->setText(tr("Chain intact."), tr("%Ln event(s) verified, every hash and every signature.",
                                                   nullptr, static_cast<int>(m_result->events)));
    } else {
        m_verdict->setKind(BannerKind::Error);
        const QString first = m_result->problems.empty()
                                  ? QString()
                                  : QString::fromStdString(m_result->problems.front().message);
        m_verdict->setText(
            tr("%Ln problem(s) in the chain.", nullptr, static_cast<int>(m_result->problems.size())), first);
    }
}

void ActivityPage::showCount()
{
    const QLocale locale;
    const int shown = m_filtered->rowCount();
    const int read = m_model->rowCount();
    m_shown->setText(
        tr("%1 of %2 shown", "events")
            .arg(locale.toString(shown), locale.toString(static_cast<qlonglong>(m_model->total()))));
    m_older->setVisible(read < m_model->total() && m_wanted < atMost);
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
    m_wanted = std::min(m_wanted * 4, atMost);
    refresh();
}

} // namespace lepton::ui
