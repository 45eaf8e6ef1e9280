// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/calibration_card.h"

#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"
#include "ui/training/report/report_view_model.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int seriesNumber = 3; // as the mark of a calibration is a triangle

} // namespace

CalibrationCard::CalibrationCard(ReportViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_chart(new charts::LineChart)
{
    m_chart->setObjectName(QStringLiteral("run.report.calibration"));
    m_chart->setXAxis(charts::XAxis::Value);
    m_chart->setXRange(charts::Range{0, 1});
    m_chart->setYRange(charts::Range{0, 1});
    m_chart->setDiagonal(true);
    body()->setContentsMargins(theme::gap8, theme::gap8, theme::gap8, theme::gap8);
    body()->addWidget(m_chart, 1);
    connect(m_chart, &charts::LineChart::pointPicked, this, [this](std::size_t, std::size_t point) {
        if (point < m_bins.size())
            m_viewModel.select(train::ReportSelection::ofBin(m_bins[point]));
    });
    connect(&m_viewModel, &ReportViewModel::changed, this, &CalibrationCard::update);
    connect(&m_viewModel, &ReportViewModel::selectionChanged, this, &CalibrationCard::showPick);
    retranslate();
}

void CalibrationCard::retranslate()
{
    setTitle(tr("Calibration"));
    m_chart->setTitle(tr("Calibration"));
    m_chart->setAxisNames(tr("Confidence"), tr("Share right"));
    m_chart->setEmptyText(tr("No row has a confidence"));
    update();
}

void CalibrationCard::update()
{
    m_bins.clear();
    charts::Series line{.name = tr("Share right")};
    line.number = seriesNumber;
    line.form = charts::Form::Curve;
    line.hasMarks = true;
    m_chart->setSeries({line});
    std::vector<charts::Point> points;
    QString note = tr("share right, by confidence");
    if (m_viewModel.state() == ReportViewModel::State::Ready) {
        const auto& bins = m_viewModel.report().calibration().bins;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            if (bins[i].count == 0)
                continue;
            const auto count = double(bins[i].count);
            points.push_back({.x = bins[i].confidenceSum / count, .y = double(bins[i].right) / count});
            m_bins.push_back(i);
        }
        if (const auto without = m_viewModel.report().withoutConfidence(); without > 0)
            note = tr("without %Ln row(s) that have no confidence", nullptr, int(without));
    }
    m_chart->setPoints(0, points);
    setNote(note);
    showPick();
}

void CalibrationCard::showPick()
{
    const auto& selection = m_viewModel.selection();
    std::optional<std::size_t> point;
    if (selection.kind == train::ReportSelection::Kind::Bin) {
        const auto found = std::ranges::find(m_bins, selection.bin);
        if (found != m_bins.end())
            point = std::size_t(found - m_bins.begin());
    }
    m_chart->setHighlight(0, point);
}

} // namespace lepton::ui
