// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fact_sections.h"

#include "ui/settings/fact_grid.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QLocale>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

QVBoxLayout* makeColumn(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap16);
    return layout;
}

QString roleText(const QString& role)
{
    if (role == QLatin1String("analyst"))
        return IdentitySection::tr("analyst");
    if (role == QLatin1String("engineer"))
        return IdentitySection::tr("engineer");
    if (role == QLatin1String("reviewer"))
        return IdentitySection::tr("reviewer");
    return role == QLatin1String("admin") ? IdentitySection::tr("admin") : role;
}

} // namespace

WorkspaceSection::WorkspaceSection(SettingsSources sources, QWidget* parent)
    : SettingsSection(parent)
    , m_sources(std::move(sources))
    , m_facts(new FactGrid(this))
{
    auto* layout = makeColumn(this);
    layout->addWidget(m_facts);
    layout->addStretch();
    retranslate();
}

QString WorkspaceSection::title() const
{
    return tr("Workspace");
}

void WorkspaceSection::retranslate()
{
    const store::WorkspaceInfo& info = m_sources.workspace;
    m_facts->clear();
    m_facts->add(tr("Name"), QString::fromStdString(info.name));
    m_facts->add(tr("Folder"), QString::fromStdString(info.folder.string()));
    m_facts->add(tr("Kind"), info.journalMode == store::JournalMode::Shared
                                 ? tr("Shared: several computers may write to it")
                                 : tr("Local: used on one computer"));
    m_facts->add(tr("Created"), QLocale().toString(QDateTime::fromMSecsSinceEpoch(info.created.milliseconds),
                                                   QLocale::ShortFormat));
    m_facts->add(tr("Id"), QString::fromStdString(info.id.toString()), true);
    m_facts->add(tr("Root key"), QString::fromStdString(m_sources.root), true);
}

IdentitySection::IdentitySection(SettingsSources sources, QWidget* parent)
    : SettingsSection(parent)
    , m_sources(std::move(sources))
    , m_intro(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_facts(new FactGrid(this))
{
    m_intro->setWordWrap(true);
    auto* layout = makeColumn(this);
    layout->addWidget(m_intro);
    layout->addWidget(m_facts);
    layout->addStretch();
    retranslate();
}

QString IdentitySection::title() const
{
    return tr("Identity");
}

void IdentitySection::retranslate()
{
    m_facts->clear();
    if (m_sources.memberName.isEmpty()) {
        m_intro->setText(
            tr("This computer has no key for this workspace: you can read it, and change nothing."));
        return;
    }
    m_intro->setText(tr("What you do here is signed with your key, which stays on this computer."));
    QStringList roles;
    for (const QString& role : m_sources.roles)
        roles << roleText(role);
    m_facts->add(tr("Name"), m_sources.memberName);
    m_facts->add(tr("Department"), m_sources.department);
    m_facts->add(tr("Roles"), roles.join(tr(", ", "between roles")));
    m_facts->add(tr("Key"), QString::fromStdString(m_sources.memberKey), true);
}

} // namespace lepton::ui
