// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_registry.h"
#include "ui/widgets/async.h"

#include <QObject>

namespace lepton::ui {

class Button;
class Navigator;
class PageHeader;
class RunExportMenu;
class RunViewModel;

/// What can be done with a run, as buttons in the header of its page: those that make sense now are seen.
class RunActions final : public QObject
{
    Q_OBJECT

public:
    /// Adds the buttons to @p header, whose page is @p page. All outlive it.
    RunActions(RunViewModel& viewModel, PageHeader& header, Navigator& navigator, RunRegistry registry,
               QWidget* page);

    void update();
    /// Reads again whether the run is registered.
    void refresh();
    bool isSettled() const { return !m_readVersion.isRunning(); }
    void retranslate();
    void focusStop();

Q_SIGNALS:
    /// A person wants to stop the run, and has not been asked how.
    void stopAsked();

private:
    void connectParts(Navigator& navigator, QWidget* page);
    bool canBeVersion() const;
    void updateRegister();
    void openOrRegister(Navigator& navigator, QWidget* page);

    RunViewModel& m_viewModel;
    RunRegistry m_registry;
    std::optional<train::RunId> m_askedRun; ///< whose version is read, or known
    std::optional<RunVersion> m_version;
    bool m_isVersionKnown = false;
    Async m_readVersion;
    Button* m_again;
    Button* m_export;
    RunExportMenu* m_exportMenu;
    Button* m_pause;
    Button* m_goOn;
    Button* m_stop;
    Button* m_resume;
    Button* m_register;
};

} // namespace lepton::ui
