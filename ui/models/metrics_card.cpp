// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metrics_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/card_table.h"
#include "ui/models/model_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

/// So many metrics are shown at first, beside those with a gate: the reading puts the telling ones in front.
constexpr std::size_t mostAtFirst = 5;
/// Less of the name of a class says nothing.
constexpr int narrowestClass = 24;

} // namespace

MetricsCard::MetricsCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_table(makeCardTable(QStringLiteral("review.metrics"), &m_model, this))
    , m_report(new Button(ButtonKind::Link))
    , m_more(new Button(ButtonKind::Link))
    , m_failed(new InlineBanner(BannerKind::Error))
{
    setObjectName(QStringLiteral("review.metricsCard"));
    m_table->setItemDelegateForColumn(ResultColumn, new ChipDelegate(m_table));
    m_report->setObjectName(QStringLiteral("review.report.button"));
    m_report->setSmall(true);
    m_more->setObjectName(QStringLiteral("review.metrics.more.button"));
    m_more->setSmall(true);
    m_failed->setObjectName(QStringLiteral("review.failedGates"));
    addToHeader(m_report);
    fillBody(*this, m_table);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(theme::gap16, theme::gap4, theme::gap16, theme::gap4);
    below->setSpacing(theme::gap8);
    auto* more = new QHBoxLayout;
    more->addWidget(m_more);
    more->addStretch();
    below->addLayout(more);
    below->addWidget(m_failed);
    body()->addLayout(below);
    connect(m_report, &QPushButton::clicked, this, &MetricsCard::reportRequested);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        fill();
    });
}

void MetricsCard::setReview(const ReviewDetails& review)
{
    if (review.id != m_review.id)
        m_showsAll = false;
    m_review = review;
    fill();
}

void MetricsCard::addRows(std::vector<std::vector<TableCell>>& rows, const MetricComparison& metric) const
{
    std::vector<TableCell> row{
        {.text = ModelText::metric(metric.metric)},
        scoreCell(metric.before, metric.beforeClass, false, m_classWidth),
        scoreCell(metric.after, metric.afterClass, true, m_classWidth),
        changeCell(metric.before, metric.after, ModelText::isHigherBetter(metric.metric))};
    if (metric.gates.empty()) {
        row.push_back({.text = tr("no gate"), .tone = theme::Role::Text3});
        row.emplace_back();
        rows.push_back(std::move(row));
        return;
    }
    for (const GateOutcome& gate : metric.gates) {
        row.push_back(
            {.text = ModelText::bound(std::get<registry::MetricGate>(gate.gate), m_review.incumbent),
             .tone = theme::Role::Text2});
        row.push_back({.text = gate.passed ? tr("Pass") : tr("Fail"),
                       .toolTip = gate.passed ? QString() : ModelText::sentence(gate.why),
                       .icon = gate.passed ? QStringLiteral("check") : QStringLiteral("close"),
                       .chip = gate.passed ? ChipKind::Good : ChipKind::Bad});
        rows.push_back(std::move(row));
        row = std::vector<TableCell>(GateColumn); // the next gate of the same metric
    }
}

QStringList MetricsCard::failures() const
{
    QStringList failed;
    const auto add = [&failed](const GateOutcome& gate) {
        if (!gate.passed)
            failed << tr("%1: %2", "a gate, and why it failed")
                          .arg(ModelText::gate(gate.gate), ModelText::sentence(gate.why));
    };
    for (const MetricComparison& metric : m_review.metrics)
        std::ranges::for_each(metric.gates, add);
    std::ranges::for_each(m_review.otherGates, add);
    return failed;
}

void MetricsCard::fill()
{
    const bool hasIncumbent = m_review.incumbent.has_value();
    const int testRows = int(m_review.testRows);
    setTitle(hasIncumbent ? tr("Against production") : tr("Figures"));
    setNote(m_review.isScored && hasIncumbent
                ? tr("%Ln test row(s), both versions scored for this request", nullptr, testRows)
            : m_review.isScored ? tr("%Ln test row(s), scored for this request", nullptr, testRows)
                                : tr("As each run recorded them on its own test part"));
    m_report->setText(tr("Full report"));
    m_report->setVisible(!m_review.run.empty());
    m_table->setAccessibleName(hasIncumbent ? tr("Against production") : tr("Figures"));

    fitTable();

    const QStringList failed = failures();
    m_failed->setVisible(!failed.isEmpty());
    m_failed->setText(tr("%Ln gate(s) failed, so this cannot be approved.", nullptr, int(failed.size())),
                      failed.join(QLatin1Char('\n')));
}

void MetricsCard::fitTable()
{
    fillTable(widestClass);
    m_wanted = neededWidth();
    const int missing = m_wanted - width();
    const QFontMetrics metrics(theme::font(theme::Step::Body));
    int longest = 0;
    for (const MetricComparison& one : m_review.metrics)
        longest = std::max(longest, metrics.horizontalAdvance(DatasetText::from(one.afterClass)));
    if (missing <= 0 || longest == 0)
        return;
    const int left = std::min(longest, widestClass) - (missing + 1) / 2; // of two columns
    fillTable(left < narrowestClass ? 0 : left);
    if (m_classWidth > 0 && neededWidth() > width())
        fillTable(0);
}

int MetricsCard::neededWidth() const
{
    const QFontMetrics metrics(theme::font(theme::Step::Body));
    int gate = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        gate = std::max(gate, metrics.horizontalAdvance(m_model.index(row, GateColumn).data().toString()));
    constexpr int borders = 2; // of the card, which the table stands within
    int width = gate + 2 * theme::gap8 + 1 + borders;
    for (const int column : {MetricColumn, BeforeColumn, AfterColumn, ChangeColumn, ResultColumn})
        width += m_table->isColumnHidden(column) ? 0 : m_table->columnWidth(column);
    return width;
}

void MetricsCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    const bool wasNarrow = m_classWidth < widestClass;
    if (event->size().width() != event->oldSize().width() && (wasNarrow || m_wanted > width()))
        fitTable();
}

void MetricsCard::fillTable(int classWidth)
{
    m_classWidth = classWidth;
    std::vector<std::vector<TableCell>> rows;
    std::size_t shown = 0;
    int hidden = 0;
    for (const MetricComparison& metric : m_review.metrics) {
        const bool isTelling = shown < mostAtFirst || !metric.gates.empty();
        if (!isTelling)
            ++hidden;
        if (!isTelling && !m_showsAll)
            continue;
        ++shown;
        addRows(rows, metric);
    }
    m_more->setVisible(hidden > 0);
    m_table->setProperty("noEndLine", hidden == 0);
    m_more->setText(m_showsAll ? tr("Show fewer metrics") : tr("%Ln more metric(s)", nullptr, hidden));
    const bool hasIncumbent = m_review.incumbent.has_value();
    const QString before =
        hasIncumbent ? tr("v%1, now", "version in production").arg(*m_review.incumbent) : tr("Production");
    m_model.setTable({{tr("Metric")},
                      {before, true},
                      {ModelText::number(m_review.request.version), true},
                      {tr("Change"), true},
                      {tr("Gate")},
                      {QString()}},
                     std::move(rows));
    m_table->setColumnHidden(BeforeColumn, !hasIncumbent);
    m_table->setColumnHidden(ChangeColumn, !hasIncumbent);
    for (const int column : {MetricColumn, BeforeColumn, AfterColumn, ChangeColumn})
        m_table->fitColumn(column);
    int result = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const QModelIndex index = m_model.index(row, ResultColumn); !index.data().toString().isEmpty())
            result = std::max(
                result, chipSize({index.data().toString(), ChipKind::Good, QStringLiteral("check")}).width());
    }
    m_table->horizontalHeader()->resizeSection(ResultColumn, result + theme::gap8 + theme::gap16);
    m_table->horizontalHeader()->setSectionResizeMode(GateColumn, QHeaderView::Stretch);
    fitHeight(*m_table, m_model.rowCount());
}

} // namespace lepton::ui
