// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/data_preview_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/value_bars.h"
#include "ui/training/run_preview_view_model.h"
#include "ui/training/split_bar.h"
#include "ui/training/training_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t shownLabels = 5;
/// Up to here a reader would call the classes even.
constexpr double fewTimes = 1.5;
/// From here on a model may do well by the large class alone.
constexpr double manyTimes = 3;
constexpr int barsHeight = 64;
constexpr int axisHeight = 16;

TextLabel* makeTitle()
{
    auto* title = new TextLabel(theme::Step::Small);
    title->setProperty("step", QStringLiteral("smallStrong"));
    return title;
}

QHBoxLayout* makeTop(TextLabel* title, TextLabel* note)
{
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap8);
    top->addWidget(title);
    top->addWidget(note);
    top->addStretch();
    return top;
}

} // namespace

void LengthChart::setCounts(const train::LengthCounts& counts, std::int64_t maxLength,
                            const QString& sentence)
{
    m_counts = counts;
    m_maxLength = maxLength;
    setAccessibleName(sentence);
    setToolTip(sentence);
    update();
}

QSize LengthChart::sizeHint() const
{
    return {240, barsHeight + axisHeight};
}

void LengthChart::paintEvent(QPaintEvent*)
{
    if (m_counts.counts.empty())
        return;
    QPainter painter(this);
    const QRect area(0, 0, width(), height() - axisHeight);
    const std::vector<double> bars(m_counts.counts.begin(), m_counts.counts.end());
    paintHistogram(painter, area, bars);
    painter.fillRect(0, area.bottom() + 1, width(), 1, theme::color(theme::Role::Line2));

    const std::int64_t end = m_counts.binWidth * std::ssize(m_counts.counts);
    painter.setFont(theme::font(theme::Step::Caption));
    painter.setPen(theme::color(theme::Role::Text3));
    const QRect axis(0, area.bottom() + 2, width(), axisHeight - 2);
    paintText(painter, axis, Qt::AlignLeft | Qt::AlignVCenter, DatasetText::count(1));
    // the last bar may end beyond the longest text
    const QString last = DatasetText::count(std::min(end, m_counts.longest));
    paintText(painter, axis, Qt::AlignRight | Qt::AlignVCenter, last);
    if (m_maxLength >= end)
        return;
    const int x = int(double(m_maxLength) / double(end) * width());
    painter.setPen(QPen(theme::color(theme::Role::Text), 1, Qt::DashLine));
    painter.drawLine(x, 0, x, area.bottom());
    const QString text = DatasetText::count(m_maxLength);
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    // the ends of the axis have the room first
    const int left = wide + theme::gap4;
    const int right = width() - painter.fontMetrics().horizontalAdvance(last) - theme::gap4 - wide;
    if (x - wide / 2 > left && x - wide / 2 < right) {
        painter.setPen(theme::color(theme::Role::Text));
        paintText(painter, QRect(x - wide / 2, axis.top(), wide + 1, axis.height()), Qt::AlignCenter, text);
    }
}

DataPreviewPanel::DataPreviewPanel(RunPreviewViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_split(new SplitBar)
    , m_labelsTitle(makeTitle())
    , m_labelsNote(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_labels(new ValueBars)
    , m_more(new TextLabel(theme::Step::Caption, theme::Role::Text3))
    , m_lengthsBox(new QWidget)
    , m_lengthsTitle(makeTitle())
    , m_lengthsNote(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_lengths(new LengthChart)
    , m_cut(new TextLabel(theme::Step::Caption, theme::Role::Text2))
{
    setObjectName(QStringLiteral("newRun.preview"));
    m_split->setObjectName(QStringLiteral("newRun.preview.split"));
    m_labels->setObjectName(QStringLiteral("newRun.preview.labels"));
    m_labelsNote->setObjectName(QStringLiteral("newRun.preview.labels.note"));
    m_labelsNote->setElided(true);
    m_more->setObjectName(QStringLiteral("newRun.preview.labels.more"));
    m_lengths->setObjectName(QStringLiteral("newRun.preview.lengths"));
    m_lengths->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_lengthsNote->setElided(true);
    m_cut->setObjectName(QStringLiteral("newRun.preview.cut"));
    auto* labels = new QVBoxLayout;
    labels->setSpacing(theme::gap4);
    labels->addLayout(makeTop(m_labelsTitle, m_labelsNote));
    labels->addWidget(m_labels);
    labels->addWidget(m_more);
    labels->addStretch();
    auto* lengths = new QVBoxLayout(m_lengthsBox);
    lengths->setContentsMargins(0, 0, 0, 0);
    lengths->setSpacing(theme::gap4);
    lengths->addLayout(makeTop(m_lengthsTitle, m_lengthsNote));
    lengths->addWidget(m_lengths);
    lengths->addWidget(m_cut);
    lengths->addStretch();
    auto* across = new QHBoxLayout;
    across->setSpacing(theme::gap16);
    across->addLayout(labels, 1);
    across->addWidget(m_lengthsBox, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::gap12);
    all->addWidget(m_split);
    all->addLayout(across);
    connect(&m_viewModel, &RunPreviewViewModel::changed, this, &DataPreviewPanel::update);
    retranslate();
}

void DataPreviewPanel::retranslate()
{
    m_labelsTitle->setText(tr("Labels"));
    m_lengthsTitle->setText(tr("Length in tokens"));
    update();
}

void DataPreviewPanel::update()
{
    const auto& preview = m_viewModel.preview();
    setVisible(preview.has_value());
    if (!preview)
        return;
    m_split->setVisible(preview->parts.has_value());
    if (preview->parts)
        m_split->setCounts(*preview->parts);
    updateLabels(*preview);
    m_lengthsBox->setVisible(preview->lengths.has_value());
    if (preview->lengths)
        updateLengths(*preview->lengths);
}

void DataPreviewPanel::updateLabels(const train::DataPreview& preview)
{
    std::vector<ValueBars::Item> items;
    for (std::size_t i = 0; i < std::min(shownLabels, preview.labels.size()); ++i)
        items.push_back({DatasetText::from(preview.labels[i].label), preview.labels[i].rows});
    const auto hidden = preview.labels.size() - items.size();
    m_labels->setItems(std::move(items));
    m_more->setText(tr("and %Ln more", "classes", int(hidden)));
    m_more->setVisible(hidden > 0);
    const double times = preview.imbalance();
    const bool isUneven = preview.labels.size() > 1 && times >= manyTimes;
    m_labelsNote->setTone(isUneven ? theme::Role::WarnText : theme::Role::Text2);
    if (preview.labels.size() < 2)
        m_labelsNote->setText(tr("one class only"));
    else if (isUneven)
        m_labelsNote->setText(
            tr("uneven: the largest to the smallest as %1 to 1").arg(locale().toString(times, 'f', 1)));
    else if (times > fewTimes)
        m_labelsNote->setText(
            tr("the largest to the smallest as %1 to 1").arg(locale().toString(times, 'f', 1)));
    else
        m_labelsNote->setText(tr("about even"));
}

void DataPreviewPanel::updateLengths(const train::LengthCounts& lengths)
{
    const std::int64_t maxLength = m_viewModel.maxLength();
    m_lengthsNote->setText(
        lengths.isSample ? tr("longest %1, of a sample of %2 texts")
                               .arg(DatasetText::count(lengths.longest), DatasetText::count(lengths.texts))
                         : tr("longest %1").arg(DatasetText::count(lengths.longest)));
    const QString cut =
        lengths.cut == 0
            ? tr("No text is cut at %1 tokens.").arg(DatasetText::count(maxLength))
            : tr("%1 of the texts are cut at %2 tokens.")
                  .arg(DatasetText::share(lengths.cut, lengths.texts), DatasetText::count(maxLength));
    m_cut->setText(cut);
    m_lengths->setCounts(lengths, maxLength,
                         tr("%1 The longest has %2.").arg(cut, DatasetText::count(lengths.longest)));
}

} // namespace lepton::ui
