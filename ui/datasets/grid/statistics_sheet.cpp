// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/statistics_sheet.h"

#include "data/column_kinds.h"
#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/column_chart.h"
#include "ui/datasets/grid/column_picture.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/statistics_view_model.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace lepton::ui {

using theme::Role;
using theme::Step;

StatisticsSheet::StatisticsSheet(TableViewModel& table, StatisticsViewModel& statistics, QWidget* parent)
    : SideSheet(parent)
    , m_table(table)
    , m_statistics(statistics)
    , m_introduction(new TextLabel(Step::Small, Role::Text2, this))
    , m_banner(new InlineBanner(BannerKind::Error, this))
    , m_picture(new ColumnPicture(this))
    , m_summary(new TextLabel(Step::CardTitle, Role::Text, this))
    , m_grid(new QWidget(this))
    , m_rows(new QGridLayout(m_grid))
    , m_topTitle(new TextLabel(Step::CardTitle, Role::Text, this))
    , m_top(new TopValues(this))
{
    setObjectName(QStringLiteral("table.statistics"));
    m_introduction->setWordWrap(true);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(theme::gap12);
    m_rows->setVerticalSpacing(theme::gap4);
    m_rows->setColumnStretch(0, 1);
    m_banner->addAction(tr("Try again"), [this] { m_statistics.retry(); });
    body()->addWidget(m_introduction);
    body()->addWidget(m_banner);
    body()->addWidget(m_picture);
    body()->addWidget(m_summary);
    body()->addWidget(m_grid);
    body()->addWidget(m_topTitle);
    body()->addWidget(m_top);
    body()->addStretch(1);
    connect(&m_statistics, &StatisticsViewModel::changed, this, &StatisticsSheet::showProfile);
    showProfile();
}

void StatisticsSheet::changeEvent(QEvent* event)
{
    SideSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { m_statistics.retry(); });
        showProfile();
    }
}

QString StatisticsSheet::introduction() const
{
    const std::size_t column = *m_statistics.column();
    const QString type = typeText(m_table.column(column), m_table.profile(column));
    const QString all = countText(m_table.rowCount());
    if (m_table.isFiltered())
        return tr("%1. %2 of %3 rows after the filter.").arg(type, countText(m_table.order().size()), all);
    return tr("%1. All %2 rows.").arg(type, all);
}

void StatisticsSheet::showProfile()
{
    if (!m_statistics.column())
        return;
    const data::Column& column = m_table.column(*m_statistics.column());
    const auto& profile = m_statistics.profile();
    const bool failed = m_statistics.state() == StatisticsViewModel::State::Failed;
    const bool stale = m_statistics.state() == StatisticsViewModel::State::Reading;
    setTitle(typeIcon(column, m_table.profile(*m_statistics.column())), QString::fromStdString(column.name));
    m_introduction->setText(introduction());
    m_banner->setVisible(failed);
    if (failed)
        m_banner->setText(tr("No statistics"), m_statistics.error());
    m_picture->setVisible(!failed);
    m_picture->setProfile(column, profile, stale);
    m_summary->setText(tr("Summary"));
    const bool empty = profile && profile->rows == 0;
    m_summary->setVisible(!failed && !empty);
    m_grid->setVisible(!failed && !empty);
    showFacts(failed || empty || !profile ? Facts() : facts());
    for (const auto& [label, value] : m_labels)
        value->setTone(stale ? Role::Text3 : Role::Text);
    m_topTitle->setText(tr("Most frequent values"));
    const bool top = !failed && profile && !profile->top.empty() && profile->top.front().second > 1;
    m_topTitle->setVisible(top);
    m_top->setVisible(top);
    m_top->setProfile(profile, stale);
}

void StatisticsSheet::showFacts(const Facts& facts)
{
    while (m_labels.size() < facts.size()) {
        auto* label = new TextLabel(Step::Body, Role::Text2, m_grid);
        auto* value = new TextLabel(Step::Body, Role::Text, m_grid);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(m_labels.size());
        m_rows->addWidget(label, row, 0);
        m_rows->addWidget(value, row, 1, Qt::AlignRight);
        m_labels.emplace_back(label, value);
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const bool used = i < facts.size();
        m_labels[i].first->setVisible(used);
        m_labels[i].second->setVisible(used);
        if (used) {
            m_labels[i].first->setText(facts[i].first);
            m_labels[i].second->setText(facts[i].second);
        }
    }
}

StatisticsSheet::Facts StatisticsSheet::facts() const
{
    const data::Column& column = m_table.column(*m_statistics.column());
    const data::ColumnProfile& profile = *m_statistics.profile();
    // How long the few values of a category are says nothing.
    const bool text =
        column.type == data::ColumnType::Text && columnShape(column, profile) == ColumnShape::Histogram;
    const bool numeric = isNumber(column.type);
    const CellFormat format(column, QLocale(), 0, !looksLikeYears(profile));
    Facts facts;
    const auto addValue = [&](const QString& label, const std::optional<double>& value) {
        if (value)
            facts.emplace_back(label, text ? QLocale().toString(*value, 'f', 0) : format.statistic(*value));
    };
    const auto addPlain = [&](const QString& label, const std::optional<double>& value) {
        if (value)
            facts.emplace_back(label, QLocale().toString(*value, 'f', 2));
    };
    const auto quantile = [&](std::size_t index) -> std::optional<double> {
        return index < profile.quantiles.size() ? std::optional(profile.quantiles[index]) : std::nullopt;
    };
    if (numeric) {
        addValue(tr("Mean"), profile.mean);
        addValue(tr("Std. deviation"), profile.standardDeviation);
    }
    if (numeric || text || isOrdered(column.type)) {
        addValue(text ? tr("Shortest") : numeric ? tr("Minimum") : tr("Earliest"), profile.minimum);
        addValue(tr("25 %"), quantile(1));
        addValue(text ? tr("Median length") : tr("Median"), quantile(2));
        addValue(tr("75 %"), quantile(3));
        addValue(text ? tr("Longest") : numeric ? tr("Maximum") : tr("Latest"), profile.maximum);
    }
    if (numeric)
        addPlain(tr("Skewness"), profile.skewness);
    facts.emplace_back(tr("Distinct"), profile.distinctExact
                                           ? countText(profile.distinct)
                                           : tr("about %1").arg(countText(profile.distinct)));
    facts.emplace_back(tr("Missing"), countText(profile.missing));
    if (profile.nan > 0)
        facts.emplace_back(tr("Not a number"), countText(profile.nan));
    if (profile.infinite > 0)
        facts.emplace_back(tr("Infinite"), countText(profile.infinite));
    return facts;
}

} // namespace lepton::ui
