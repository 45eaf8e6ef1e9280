// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_text.h"
#include "ui/models/decision_card.h"
#include "ui/models/model_text.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int dotSize = 8;
constexpr int railWidth = 12;
constexpr int firstLine = 10; ///< middle of the first line of a sentence

/// A sentence with the time below, and at its left a dot on the line of time.
class TimelineRow final : public QWidget
{
public:
    TimelineRow(const QString& sentence, const QString& when, theme::Role tone, bool isLast)
        : m_tone(tone)
        , m_isLast(isLast)
    {
        auto* text = new TextLabel(sentence, theme::Step::Body);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        auto* time = new TextLabel(when, theme::Step::Small, theme::Role::Text3);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(railWidth + theme::gap4, 0, 0, isLast ? 0 : theme::gap12);
        layout->setSpacing(0);
        layout->addWidget(text);
        layout->addWidget(time);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_isLast)
            painter.fillRect(QRectF(dotSize / 2.0 - 0.5, firstLine + dotSize, 1, height() - dotSize - 4),
                             theme::color(theme::Role::Line2));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(m_tone));
        painter.drawEllipse(QRectF(0, firstLine - dotSize / 2.0, dotSize, dotSize));
    }

private:
    theme::Role m_tone;
    bool m_isLast;
};

QString sentenceOf(const TimelineEntry& entry, int version)
{
    using Kind = TimelineEntry::Kind;
    const QString who = DatasetText::from(entry.person.name);
    const QString text = DatasetText::from(entry.text);
    const QString stage = ModelText::stage(entry.stage).text;
    switch (entry.kind) {
    case Kind::Registered:
        return TimelineCard::tr("%1 made v%2 of %3", "person, version, run or folder")
            .arg(who, QString::number(version), text);
    case Kind::Moved:
        return TimelineCard::tr("v%1 moved to %2, asked by %3", "version, stage, person")
            .arg(QString::number(version), stage, who);
    case Kind::Asked:
        return TimelineCard::tr("%1 asked for %2", "person, stage").arg(who, stage);
    case Kind::GatesPassed:
        return TimelineCard::tr("All measured gates passed");
    case Kind::GatesFailed:
        return TimelineCard::tr("%Ln gate(s) failed", nullptr, entry.count);
    case Kind::Approved:
        return text.isEmpty() ? TimelineCard::tr("%1 approved").arg(who)
                              : TimelineCard::tr("%1 approved: “%2”").arg(who, text);
    case Kind::Rejected:
        return TimelineCard::tr("%1 rejected: “%2”").arg(who, text);
    case Kind::Withdrawn:
        return TimelineCard::tr("The request was withdrawn");
    case Kind::Decided:
        return TimelineCard::tr("v%1 moved to %2", "version, stage").arg(QString::number(version), stage);
    }
    return {};
}

theme::Role toneOf(TimelineEntry::Kind kind)
{
    using Kind = TimelineEntry::Kind;
    switch (kind) {
    case Kind::GatesPassed:
    case Kind::Approved:
    case Kind::Decided:
        return theme::Role::GoodBar;
    case Kind::GatesFailed:
    case Kind::Rejected:
        return theme::Role::BadBar;
    case Kind::Asked:
        return theme::Role::Accent;
    default:
        return theme::Role::Line2;
    }
}

} // namespace

TimelineCard::TimelineCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_list(new QWidget)
{
    setObjectName(QStringLiteral("review.timeline"));
    auto* layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    body()->addWidget(m_list);
}

void TimelineCard::setReview(const ReviewDetails& review)
{
    setTitle(tr("Timeline"));
    QString shown;
    for (const TimelineEntry& entry : review.timeline)
        shown += sentenceOf(entry, review.request.version) + DatasetText::when(entry.time);
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (auto* item = m_list->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < review.timeline.size(); ++i) {
        const TimelineEntry& entry = review.timeline[i];
        auto* row = new TimelineRow(sentenceOf(entry, review.request.version), DatasetText::when(entry.time),
                                    toneOf(entry.kind), i + 1 == review.timeline.size());
        row->setToolTip(DatasetText::fullTime(entry.time));
        m_list->layout()->addWidget(row);
    }
}

} // namespace lepton::ui
