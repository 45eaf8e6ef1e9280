// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a run's page, each made when it is first shown.
#include "ui/training/charts_panel.h"
#include "ui/training/report/report_panel.h"
#include "ui/training/run_notices.h"
#include "ui/training/run_page.h"
#include "ui/training/try_panel.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/tab_bar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

ChartsPanel& RunPage::charts()
{
    if (m_charts)
        return *m_charts;
    m_charts = new ChartsPanel(m_viewModel, m_stack); // in its place: it is styled once
    m_stack->addWidget(m_charts);
    m_charts->setGate(m_gate);
    connect(m_charts, &ChartsPanel::sheetChanged, this, &RunPage::updateSheetButton);
    return *m_charts;
}

ReportPanel& RunPage::report()
{
    if (m_report)
        return *m_report;
    m_report = new ReportPanel(m_viewModel, m_backend);
    connect(m_report, &ReportPanel::told, this,
            [this](const QString& sentence) { this->navigator().toast(sentence); });
    connect(m_report, &ReportPanel::exportFailed, this, [this](const base::Error& error) {
        m_notices->showFailure(tr("The report was not saved."), error);
    });
    connect(m_report, &ReportPanel::rowWanted, this,
            [this](const Route& route) { this->navigator().go(route); });
    m_stack->addWidget(m_report);
    return *m_report;
}

QWidget* RunPage::tryPage()
{
    if (m_tryPage)
        return m_tryPage;
    m_try = new TryPanel(m_viewModel);
    m_try->retranslate();
    auto* layout = new QVBoxLayout;
    m_tryPage = new PageScroll(layout);
    layout->addWidget(m_try);
    layout->addStretch();
    m_stack->addWidget(m_tryPage);
    return m_tryPage;
}

void RunPage::showPart()
{
    QWidget* const parts[] = {m_charts, m_report, m_tryPage};
    static_assert(ChartsTab == 0 && ReportTab == 1 && TryTab == 2);
    if (QWidget* part = parts[m_tabs->currentIndex()])
        m_entrance.enter(part);
    else
        m_making.start();
}

void RunPage::makePart()
{
    switch (m_tabs->currentIndex()) {
    case ReportTab:
        report();
        break;
    case TryTab:
        tryPage();
        break;
    default:
        charts();
        break;
    }
    updateTabs();
}

} // namespace lepton::ui
