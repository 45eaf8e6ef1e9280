// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/workbench_opener.h"

#include "app/session/samples.h"
#include "identity/key_store.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>

#include <string>

namespace lepton::app {
namespace {

/// Who the sample workspace belongs to: the name of the account, which everyone has.
std::string accountName()
{
    for (const char* variable : {"USER", "LOGNAME"}) {
        if (qEnvironmentVariableIsSet(variable))
            return qEnvironmentVariable(variable).toStdString();
    }
    return "me";
}

/// Where this person's sample workspace is: with the data of programs, not with settings or caches.
std::filesystem::path personalSampleFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(data.toStdString()) / "lepton-workbench" / "sample";
}

} // namespace

WorkbenchOpener::WorkbenchOpener(WorkbenchParts parts, std::optional<std::filesystem::path> sampleFolder)
    : m_parts(parts)
    , m_sampleFolder(std::move(sampleFolder))
{}

std::shared_ptr<ui::ShellSession> WorkbenchOpener::open(const std::filesystem::path& folder)
{
    return std::make_shared<WorkbenchSession>(Session::open(folder, options()), m_parts);
}

std::shared_ptr<ui::ShellSession> WorkbenchOpener::create(const ui::NewWorkspace& wanted)
{
    store::Workspace::CreateOptions workspace;
    workspace.name = wanted.name.toStdString();
    workspace.journalMode = wanted.journalMode;
    identity::FirstMember member;
    member.name = wanted.memberName.toStdString();
    member.department = wanted.department.toStdString();
    return std::make_shared<WorkbenchSession>(Session::create(wanted.folder, workspace, member, options()),
                                              m_parts);
}

std::shared_ptr<ui::ShellSession> WorkbenchOpener::openSample()
{
    const std::filesystem::path folder = m_sampleFolder.value_or(personalSampleFolder());
    if (store::holdsWorkspace(folder))
        return open(folder);
    identity::FirstMember member;
    member.name = accountName();
    member.department = QCoreApplication::translate("WorkbenchOpener", "Risk").toStdString();
    auto made = createSampleWorkspace(
        folder, member, QCoreApplication::translate("WorkbenchOpener", "Sample workspace").toStdString(),
        QLocale().language() == QLocale::Chinese ? "zh_CN" : "en", options());
    return std::make_shared<WorkbenchSession>(std::move(made), m_parts);
}

Session::Options WorkbenchOpener::options() const
{
    Session::Options options;
    options.passphrase = identity::passphraseFromEnvironment;
    options.slots = m_parts.preferences.jobSlots();
    return options;
}

} // namespace lepton::app
