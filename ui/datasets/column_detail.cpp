// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/column_detail.h"

#include "ui/datasets/column_list_model.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/fact_list.h"
#include "ui/datasets/grid/column_chart.h"
#include "ui/datasets/histogram_view.h"
#include "ui/datasets/value_bars.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int histogramHeight = 120;
constexpr int widestContent = 640;

} // namespace

ColumnDetail::ColumnDetail(QWidget* parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_name(new TextLabel(theme::Step::Section))
    , m_type(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_facts(new FactList)
    , m_histogramTitle(new TextLabel(theme::Step::CardTitle))
    , m_histogram(new HistogramView)
    , m_valuesTitle(new TextLabel(theme::Step::CardTitle))
    , m_values(new ValueBars)
{
    m_content->setProperty("plain", true);
    m_content->setMaximumWidth(widestContent);
    m_name->setObjectName(QStringLiteral("dataset.column.name"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setElided(true);
    m_histogram->setBarHeight(histogramHeight);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gap12);
    head->addWidget(m_name);
    head->addWidget(m_type, 1);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(theme::gap24, theme::gap16, theme::gap24, theme::gap24);
    layout->setSpacing(theme::gap12);
    layout->addLayout(head);
    for (QWidget* part : {static_cast<QWidget*>(m_histogramTitle), static_cast<QWidget*>(m_histogram),
                          static_cast<QWidget*>(m_valuesTitle), static_cast<QWidget*>(m_values),
                          static_cast<QWidget*>(m_facts)})
        layout->addWidget(part);
    layout->addStretch();

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    clear();
}

void ColumnDetail::clear()
{
    m_content->hide();
}

void ColumnDetail::setColumn(const data::Column& column, const data::ColumnProfile& profile)
{
    m_content->show();
    m_name->setText(DatasetText::from(column.name));
    m_type->setText(DatasetText::type(column, &profile));
    m_facts->clear();
    addCounts(column, profile);
    addMeasures(column, profile);
    showHistogram(column, profile);
    showValues(profile);
}

void ColumnDetail::addCounts(const data::Column& column, const data::ColumnProfile& profile)
{
    m_facts->add(tr("Rows"), DatasetText::count(profile.rows));
    m_facts->add(tr("Missing"), tr("%1 (%2)", "a number of rows and its share")
                                    .arg(DatasetText::count(profile.missing),
                                         DatasetText::share(profile.missing, profile.rows)));
    m_facts->add(tr("Distinct"), profile.distinctExact
                                     ? DatasetText::count(profile.distinct)
                                     : tr("about %1").arg(DatasetText::count(profile.distinct)));
    if (profile.nan > 0)
        m_facts->add(tr("Not a number"), DatasetText::count(profile.nan));
    if (profile.infinite > 0)
        m_facts->add(tr("Infinite"), DatasetText::count(profile.infinite));
    if (!data::isMissing(profile.smallest) && DatasetText::isMeasured(column)) {
        m_facts->add(tr("Smallest"), DatasetText::cell(column, profile.smallest));
        m_facts->add(tr("Largest"), DatasetText::cell(column, profile.largest));
    }
}

void ColumnDetail::addMeasures(const data::Column& column, const data::ColumnProfile& profile)
{
    if (DatasetText::isCategory(column, profile))
        return; // the lengths of a few words that come again and again say nothing
    const bool isText = column.type == data::ColumnType::Text;
    const auto valueOf = [&](double value) {
        return isText ? DatasetText::number(value) : DatasetText::value(column, value);
    };
    const bool isTime = column.type == data::ColumnType::Date || column.type == data::ColumnType::Time ||
                        column.type == data::ColumnType::Timestamp;
    if (isText && profile.minimum) {
        m_facts->add(tr("Shortest, characters"), valueOf(*profile.minimum));
        m_facts->add(tr("Longest, characters"), valueOf(*profile.maximum));
    }
    if (profile.quantiles.size() == std::size(data::quantileRanks)) {
        const QString names[] = {tr("5 % quantile"), tr("25 % quantile"), tr("Median"), tr("75 % quantile"),
                                 tr("95 % quantile")};
        for (std::size_t i = 0; i < profile.quantiles.size(); ++i)
            m_facts->add(names[i], valueOf(profile.quantiles[i]));
    }
    if (profile.mean)
        m_facts->add(tr("Mean"), valueOf(*profile.mean));
    if (profile.standardDeviation && !isTime)
        m_facts->add(tr("Standard deviation"), DatasetText::number(*profile.standardDeviation));
    if (profile.skewness && !isTime)
        m_facts->add(tr("Skewness"), DatasetText::number(*profile.skewness));
}

void ColumnDetail::showHistogram(const data::Column& column, const data::ColumnProfile& profile)
{
    const bool isText = column.type == data::ColumnType::Text;
    const bool shown = !profile.histogram.counts.empty() && !DatasetText::isCategory(column, profile);
    m_histogramTitle->setVisible(shown);
    m_histogram->setVisible(shown);
    if (!shown)
        return;
    const auto valueOf = [&](double value) {
        return isText ? DatasetText::number(value) : DatasetText::value(column, value);
    };
    m_histogramTitle->setText(isText ? tr("Length in characters") : tr("Distribution"));
    const auto [smallest, largest] = histogramEnds(profile);
    const auto low = valueOf(smallest);
    const auto high = valueOf(largest);
    m_histogram->setBars(histogramBars(profile, 60), low, high,
                         tr("%1 of %2, from %3 to %4", "what is shown, column, smallest, largest")
                             .arg(m_histogramTitle->text(), DatasetText::from(column.name), low, high));
}

void ColumnDetail::showValues(const data::ColumnProfile& profile)
{
    const bool shown = !profile.top.empty();
    m_valuesTitle->setVisible(shown);
    m_values->setVisible(shown);
    if (!shown)
        return;
    m_valuesTitle->setText(profile.topExact ? tr("Most frequent values") : tr("Most frequent values, about"));
    std::vector<ValueBars::Item> items;
    std::int64_t listed = 0;
    for (const auto& [value, count] : profile.top) {
        items.push_back({.label = DatasetText::from(value).simplified(), .count = count});
        listed += count;
    }
    if (const auto rest = profile.rows - profile.missing - listed; rest > 0)
        items.push_back({.label = tr("others", "less frequent values"), .count = rest});
    m_values->setItems(std::move(items), profile.rows - profile.missing);
}

} // namespace lepton::ui
