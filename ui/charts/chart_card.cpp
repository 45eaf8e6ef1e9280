// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_card.h"

#include "ui/charts/chart_legend.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace lepton::charts {

ChartCard::ChartCard(const QString& name, QWidget* parent)
    : ui::Card(QStringLiteral(" "), parent)
    , m_name(name)
    , m_chart(new LineChart)
    , m_legend(new ChartLegend)
    , m_more(new ui::IconButton(QStringLiteral("more"), 24))
{
    m_chart->setObjectName(name + QStringLiteral(".chart"));
    m_legend->setObjectName(name + QStringLiteral(".legend"));
    m_more->setObjectName(name + QStringLiteral(".more"));
    addToHeader(m_legend);
    addToHeader(m_more);
    body()->setContentsMargins(ui::theme::gap12, 0, ui::theme::gap8, ui::theme::gap8);
    body()->addWidget(m_chart, 1);

    connect(m_chart, &LineChart::legendChanged, this, [this] { m_legend->setEntries(m_chart->legend()); });
    connect(m_chart, &LineChart::exportFailed, this, &ChartCard::showFailure);
    connect(m_chart, &LineChart::exported, this, [this] {
        if (m_failed)
            m_failed->hide();
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_chart->fillMenu(*menu);
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    retranslate();
}

void ChartCard::showFailure(const base::Error& error)
{
    if (!m_failed) {
        m_failed = new ui::InlineBanner(ui::BannerKind::Error, this);
        m_failed->setObjectName(m_name + QStringLiteral(".failed"));
        body()->insertWidget(0, m_failed);
    }
    m_failed->setError(tr("The chart was not exported."), error);
    m_failed->clearActions();
    m_failed->addAction(tr("Dismiss"), [this] { m_failed->hide(); });
    m_failed->show();
}

void ChartCard::setTitle(const QString& title)
{
    ui::Card::setTitle(title);
    m_chart->setTitle(title);
    m_more->setLabel(tr("More for %1", "title of a chart").arg(title));
}

void ChartCard::offerAxes()
{
    m_axis = new ui::Segment;
    m_axis->setObjectName(m_name + QStringLiteral(".axis"));
    m_axis->setSmall(true);
    for (const XAxis axis : {XAxis::Step, XAxis::Epoch, XAxis::Time})
        m_axis->add(int(axis), QStringLiteral(" "));
    m_axis->setCurrent(int(m_chart->xAxis()));
    addToHeader(m_axis);
    addToHeader(m_more); // moves behind it
    connect(m_chart, &LineChart::xAxisChanged, this, [this](XAxis axis) { m_axis->setCurrent(int(axis)); });
    connect(m_axis, &ui::Segment::chosen, this, [this](int id) { m_chart->setXAxis(XAxis(id)); });
    retranslate();
}

void ChartCard::setCompact(bool isOn)
{
    m_legend->setCompact(isOn);
}

void ChartCard::retranslate()
{
    if (m_axis) {
        m_axis->setText(int(XAxis::Step), tr("Step"));
        m_axis->setText(int(XAxis::Epoch), tr("Epoch"));
        m_axis->setText(int(XAxis::Time), tr("Time"));
        m_axis->setAccessibleName(tr("Axis"));
    }
    m_more->setLabel(tr("More for %1", "title of a chart").arg(m_chart->title()));
}

void ChartCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ui::Card::changeEvent(event);
}

} // namespace lepton::charts
