// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

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
    /// What registers the model of the run named so, such as by a dialog over a widget; may be empty.
    using Register = std::function<void(QWidget* over, const QString& run)>;

    /// Adds the buttons to @p header, whose page is @p page. All outlive it.
    RunActions(RunViewModel& viewModel, PageHeader& header, Navigator& navigator, Register registerModel,
               QWidget* page);

    void update();
    void retranslate();
    void focusStop();

Q_SIGNALS:
    /// A person wants to stop the run, and has not been asked how.
    void stopAsked();

private:
    void connectParts(Navigator& navigator, QWidget* page);

    RunViewModel& m_viewModel;
    Register m_registerModel;
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
