// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/settings/appearance_section.h"
#include "ui/settings/diagnostics_section.h"
#include "ui/settings/identity_section.h"
#include "ui/settings/jobs_section.h"
#include "ui/settings/members_section.h"
#include "ui/settings/standards_section.h"
#include "ui/settings/workspace_section.h"
#include "ui/widgets/nav_delegate.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lepton::ui {
namespace {

constexpr int listWidth = 200;

} // namespace

SettingsPage::SettingsPage(Navigator& navigator, const SettingsSources& sources, QWidget* parent)
    : Page(navigator, parent)
    , m_header(new PageHeader(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_title(new TextLabel(theme::Step::Section, theme::Role::Text, this))
    , m_column(new QWidget)
    , m_lines(new QVBoxLayout(m_column))
{
    setObjectName(QStringLiteral("settings"));
    m_list->setObjectName(QStringLiteral("settings.sections"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NavDelegate(m_list));
    m_list->setFixedWidth(listWidth - theme::gap24);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setProperty("surface", QStringLiteral("page"));
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    addSections(sources);
    layOut();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && index.row() != m_current)
                    show(index.row());
            });
    retranslate();
}

void SettingsPage::addSections(const SettingsSources& sources)
{
    add(
        QStringLiteral("appearance"), QStringLiteral("sun"),
        [] { return AppearanceSection::tr("Appearance"); },
        [sources] { return new AppearanceSection(sources.preferences); });
    add(
        QStringLiteral("workspace"), QStringLiteral("folder"),
        [] { return WorkspaceSection::tr("Workspace"); },
        [sources] { return new WorkspaceSection(sources); });
    add(
        QStringLiteral("identity"), QStringLiteral("key"), [] { return IdentitySection::tr("Identity"); },
        [sources] { return new IdentitySection(sources.members); });
    add(
        QStringLiteral("members"), QStringLiteral("users"), [] { return MembersSection::tr("Members"); },
        [sources] { return new MembersSection(sources.members); });
    add(
        QStringLiteral("standards"), QStringLiteral("rule"), [] { return StandardsSection::tr("Standards"); },
        [sources] { return new StandardsSection(sources.standards); });
    add(
        QStringLiteral("jobs"), QStringLiteral("activity"), [] { return JobsSection::tr("Jobs and runs"); },
        [sources] { return new JobsSection(sources); });
    add(
        QStringLiteral("diagnostics"), QStringLiteral("cpu"),
        [] { return DiagnosticsSection::tr("Diagnostics"); },
        [sources] { return new DiagnosticsSection(sources); });
}

void SettingsPage::layOut()
{
    m_column->setProperty("plain", true);
    m_lines->setContentsMargins(0, theme::gap8, 0, theme::gap24);
    m_lines->setSpacing(theme::gap16);
    m_lines->addWidget(m_title);
    auto* holder = new QWidget;
    holder->setProperty("plain", true);
    auto* beside = new QHBoxLayout(holder);
    beside->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    beside->addWidget(m_column, 100);
    beside->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(holder);

    auto* across = new QHBoxLayout;
    across->setContentsMargins(theme::gap16, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_list);
    across->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(across, 1);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

Route SettingsPage::route() const
{
    return {QStringLiteral("settings"), {}, 0, m_parts[std::size_t(m_current)].id, {}};
}

void SettingsPage::open(const Route& route)
{
    const auto wanted = std::ranges::find(m_parts, route.part, &Part::id);
    show(wanted == m_parts.end() ? m_current : int(wanted - m_parts.begin()));
}

void SettingsPage::refresh()
{
    current().refresh();
}

bool SettingsPage::changeTab(int step)
{
    const int count = int(m_parts.size());
    show((m_current + step + count) % count);
    return true;
}

QString SettingsPage::helpText() const
{
    return tr(
        "What you change here applies at once and only on this computer, for you. Members and standards "
        "are those of the workspace: what changes there is signed, and holds for everyone.");
}

void SettingsPage::retranslate()
{
    m_header->setTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Parts of the settings"));
    for (int i = 0; i < int(m_parts.size()); ++i) {
        const Part& part = m_parts[std::size_t(i)];
        if (part.section)
            part.section->retranslate();
        m_model->item(i)->setText(part.title());
    }
    m_title->setText(m_parts[std::size_t(m_current)].title());
}

bool SettingsPage::isSettled() const
{
    const SettingsSection* shown = m_parts[std::size_t(m_current)].section;
    return !shown || shown->isSettled();
}

std::vector<Scene> SettingsPage::scenes()
{
    std::vector<Scene> scenes;
    for (int i = 0; i < int(m_parts.size()); ++i) {
        const QString name = QStringLiteral("settings-") + m_parts[std::size_t(i)].id;
        const auto open = [this, i] { show(i); };
        scenes.push_back({name, open, {}});
        for (Scene& scene : section(i).scenes())
            scenes.push_back({name + QLatin1Char('-') + scene.name,
                              [open, more = scene.show] {
                                  open();
                                  more();
                              },
                              scene.hide});
    }
    return scenes;
}

void SettingsPage::add(const QString& id, const QString& icon, QString (*name)(),
                       std::function<SettingsSection*()> make)
{
    auto* item = new QStandardItem;
    item->setData(id, NavDelegate::IdRole);
    item->setData(icon, NavDelegate::IconNameRole);
    m_model->appendRow(item);
    m_parts.push_back({id, icon, name, std::move(make)});
}

SettingsSection& SettingsPage::section(int number)
{
    Part& part = m_parts[std::size_t(number)];
    if (!part.section) {
        part.section = part.make();
        part.section->hide();
        m_lines->addWidget(part.section, 1);
        connect(part.section, &SettingsSection::changed, this,
                [this](const QString& what, const std::function<void()>& undo) {
                    navigator().toast(what, undo);
                });
    }
    return *part.section;
}

void SettingsPage::show(int number)
{
    SettingsSection& wanted = section(number);
    for (const Part& part : m_parts) { // what is hidden takes no room, or a short one could be scrolled
        if (part.section)
            part.section->setVisible(part.section == &wanted);
    }
    m_current = number;
    m_column->setMaximumWidth(wanted.columnWidth());
    m_list->setCurrentIndex(m_model->index(number, 0));
    m_title->setText(m_parts[std::size_t(number)].title());
    wanted.refresh();
    Q_EMIT routeChanged();
}

} // namespace lepton::ui
