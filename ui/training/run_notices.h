// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::base {
class Error;
}

namespace lepton::ui {

class InlineBanner;
class Navigator;
class RunViewModel;
struct RunBanner;

/// What is said of a run above its charts: what became of it and what to do, the question before it stops,
/// and a command that failed.
class RunNotices : public QWidget
{
    Q_OBJECT

public:
    RunNotices(RunViewModel& viewModel, Navigator& navigator, QWidget* parent = nullptr);

    /// Takes over what the view-model says now.
    void update();
    void askToStop();
    void showFailure(const QString& title, const base::Error& error);
    /// Takes back what is asked, and a failure that was told. @return whether there was any
    bool forgetQuestion();
    void retranslate();
    /// Nothing is said.
    bool isEmpty() const;

Q_SIGNALS:
    /// The question, or a failure, has come or gone.
    void changed();
    void readAgainWanted();
    /// The person lets the run go on.
    void stopRefused();
    /// The person stops it; the question goes.
    void stopChosen();

private:
    void tell(const RunBanner& told);
    void tellGone();
    void tellUnreadable();

    RunViewModel& m_viewModel;
    Navigator& m_navigator;
    InlineBanner* m_banner; ///< what became of the run
    InlineBanner* m_ask;    ///< a question, or a command that failed
    QString m_told;         ///< by m_banner
    bool m_asksToStop = false;
};

} // namespace lepton::ui
