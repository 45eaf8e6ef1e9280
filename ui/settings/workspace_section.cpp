// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/workspace_section.h"

#include "ui/settings/fact_grid.h"
#include "ui/theme/theme.h"
#include "ui/widgets/relative_time.h"

#include <QDateTime>
#include <QVBoxLayout>

namespace lepton::ui {

WorkspaceSection::WorkspaceSection(SettingsSources sources, QWidget* parent)
    : SettingsSection(parent)
    , m_sources(std::move(sources))
    , m_facts(new FactGrid(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap16);
    layout->addWidget(m_facts);
    layout->addStretch();
    retranslate();
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
    m_facts->add(tr("Created"), fullTime(QDateTime::fromMSecsSinceEpoch(info.created.milliseconds)));
    m_facts->add(tr("Id"), QString::fromStdString(info.id.toString()), true);
    m_facts->add(tr("Root key"), QString::fromStdString(m_sources.root), true);
}

} // namespace lepton::ui
