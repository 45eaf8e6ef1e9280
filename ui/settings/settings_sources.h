// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"
#include "ui/widgets/stall_watch.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lepton::ui {

class MembersBackend;
class Preferences;
class StandardsBackend;

/// One fact about the program: "SQLite" and "3.40.1". Names of products and numbers are not translated.
struct VersionFact
{
    QString name;
    QString value;
};

/// What this computer can train on.
struct RunMachine
{
    int threads = 1;           ///< that the program may use
    QStringList graphicsCards; ///< whose driver is loaded
};

/// What the settings page shows and changes; given by app.
struct SettingsSources
{
    Preferences& preferences;
    store::WorkspaceInfo workspace;
    std::string root; ///< key of the first member, hex
    std::shared_ptr<MembersBackend> members;
    std::shared_ptr<StandardsBackend> standards;

    std::function<void(int)> applySlots;                ///< GUI thread
    std::function<void()> applyRuns;                    ///< GUI thread: device or threads were chosen
    std::function<RunMachine()> runMachine;             ///< worker
    std::function<StallFigures()> stall;                ///< any thread
    std::function<std::vector<VersionFact>()> versions; ///< worker
    std::function<QString()> device;                    ///< worker
    std::function<std::vector<std::string>(std::size_t)> logTail; ///< worker
};

} // namespace lepton::ui
