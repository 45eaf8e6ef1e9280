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
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

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
    , m_stack(new QStackedWidget)
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

    add(new AppearanceSection(sources.preferences));
    add(new WorkspaceSection(sources));
    add(new IdentitySection(sources.members));
    add(new MembersSection(sources.members));
    add(new StandardsSection(sources.standards));
    add(new JobsSection(sources));
    add(new DiagnosticsSection(sources));

    m_column->setProperty("plain", true);
    auto* lines = new QVBoxLayout(m_column);
    lines->setContentsMargins(0, theme::gap8, 0, theme::gap24);
    lines->setSpacing(theme::gap16);
    lines->addWidget(m_title);
    lines->addWidget(m_stack, 1);
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

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && index.row() != m_stack->currentIndex())
                    show(index.row());
            });
    retranslate();
    show(0);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

Route SettingsPage::route() const
{
    const auto section = static_cast<std::size_t>(m_stack->currentIndex());
    return {QStringLiteral("settings"), {}, 0, m_sections[section]->id(), {}};
}

void SettingsPage::open(const Route& route)
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->id() == route.part)
            show(static_cast<int>(i));
    }
    m_sections[static_cast<std::size_t>(m_stack->currentIndex())]->refresh();
}

void SettingsPage::refresh()
{
    m_sections[static_cast<std::size_t>(m_stack->currentIndex())]->refresh();
}

bool SettingsPage::changeTab(int step)
{
    const int count = m_stack->count();
    show((m_stack->currentIndex() + step + count) % count);
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
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->retranslate();
        m_model->item(static_cast<int>(i))->setText(m_sections[i]->title());
    }
    if (m_stack->currentIndex() >= 0)
        m_title->setText(m_sections[static_cast<std::size_t>(m_stack->currentIndex())]->title());
}

bool SettingsPage::isSettled() const
{
    return m_sections[static_cast<std::size_t>(m_stack->currentIndex())]->isSettled();
}

std::vector<Scene> SettingsPage::scenes()
{
    std::vector<Scene> scenes;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const QString name = QStringLiteral("settings-") + m_sections[i]->id();
        const auto open = [this, i] { show(static_cast<int>(i)); };
        scenes.push_back({name, open, {}});
        for (Scene& scene : m_sections[i]->scenes())
            scenes.push_back({name + QLatin1Char('-') + scene.name,
                              [open, more = scene.show] {
                                  open();
                                  more();
                              },
                              scene.hide});
    }
    return scenes;
}

void SettingsPage::add(SettingsSection* section)
{
    auto* item = new QStandardItem(section->title());
    item->setData(section->id(), NavDelegate::IdRole);
    item->setData(section->icon(), NavDelegate::IconNameRole);
    m_model->appendRow(item);
    m_stack->addWidget(section);
    m_sections.push_back(section);
    connect(
        section, &SettingsSection::changed, this,
        [this](const QString& what, const std::function<void()>& undo) { navigator().toast(what, undo); });
}

void SettingsPage::show(int section)
{
    m_column->setMaximumWidth(m_sections[static_cast<std::size_t>(section)]->columnWidth());
    // a stack is as high as its highest page: the others do not count, or a short one could be scrolled
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == section ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->setCurrentIndex(section);
    m_list->setCurrentIndex(m_model->index(section, 0));
    m_title->setText(m_sections[static_cast<std::size_t>(section)]->title());
    m_sections[static_cast<std::size_t>(section)]->refresh();
    Q_EMIT routeChanged();
}

} // namespace lepton::ui
