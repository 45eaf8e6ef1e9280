// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/stage_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int circleSide = 20;
constexpr int captionHeight = 24;
constexpr int barTop = 28;
constexpr int stageHeight = 8;

struct StageLook
{
    const char* icon;
    theme::Role mark;
    theme::Role ground;
    theme::Role bar;
};

StageLook lookOf(Stage::State state)
{
    using theme::Role;
    switch (state) {
    case Stage::State::Todo:
        return {"", Role::Text3, Role::Surface, Role::Track};
    case Stage::State::Active:
        return {"play", Role::OnAccent, Role::AccentFill, Role::Progress};
    case Stage::State::Paused:
        return {"pause", Role::WarnText, Role::WarnBg, Role::WarnBar};
    case Stage::State::Done:
        return {"check", Role::Good, Role::GoodBg, Role::GoodBar};
    case Stage::State::Failed:
        return {"close", Role::Bad, Role::BadBg, Role::BadBar};
    case Stage::State::Stopped:
        return {"stop", Role::Neutral, Role::NeutralBg, Role::WarnBar};
    }
    return {"", Role::Text3, Role::Surface, Role::Track};
}

bool isCurrent(Stage::State state)
{
    return state != Stage::State::Todo && state != Stage::State::Done;
}

QFont nameFont(const Stage& stage)
{
    return theme::font(theme::Step::Body, isCurrent(stage.state) ? QFont::DemiBold : QFont::Normal);
}

QFont timeFont()
{
    return theme::font(theme::Step::Small, QFont::DemiBold);
}

} // namespace

StageBar::StageBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageBar::setStages(std::vector<Stage> stages)
{
    const auto current = [](const std::vector<Stage>& list) {
        const auto found = std::ranges::find_if(list, [](const Stage& one) { return isCurrent(one.state); });
        return found == list.end() ? QString() : found->name;
    };
    const bool isOther = current(stages) != current(m_stages);
    m_stages = std::move(stages);
    QString sentence;
    for (const Stage& stage : m_stages) {
        if (isCurrent(stage.state)) {
            sentence = stage.name;
            for (const QString& part : {stage.detail, stage.timeLeft}) {
                if (!part.isEmpty())
                    sentence += QStringLiteral(", ") + part;
            }
        }
    }
    if (sentence.isEmpty() && !m_stages.empty())
        sentence =
            m_stages.back().state == Stage::State::Done ? tr("All stages are done") : tr("Not started");
    setAccessibleName(sentence);
    if (isOther) {
        // told politely once a stage, not with each step
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

int StageBar::textWidth(const Stage& stage) const
{
    int width = circleSide + theme::gap8 + QFontMetrics(nameFont(stage)).horizontalAdvance(stage.name);
    if (!stage.note.isEmpty())
        width += theme::gap8 + QFontMetrics(theme::font(theme::Step::Small)).horizontalAdvance(stage.note);
    return width + theme::gap4;
}

std::vector<int> StageBar::widths() const
{
    std::vector<int> widths;
    int used = theme::gap8 * int(m_stages.size() - 1);
    for (const Stage& stage : m_stages) {
        widths.push_back(textWidth(stage));
        used += widths.back();
    }
    const int rest = width() - used;
    const auto current =
        std::ranges::find_if(m_stages, [](const Stage& one) { return isCurrent(one.state); });
    if (rest <= 0)
        return widths;
    if (current != m_stages.end()) {
        // the others get a little air, the current one the rest
        const int air = std::min(rest / 3 / int(m_stages.size()), 32);
        for (auto& width : widths)
            width += air;
        widths[std::size_t(current - m_stages.begin())] += rest - air * int(m_stages.size());
    } else {
        for (auto& width : widths)
            width += rest / int(m_stages.size());
    }
    return widths;
}

void StageBar::paintEvent(QPaintEvent*)
{
    if (m_stages.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto room = widths();
    int left = 0;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage& stage = m_stages[i];
        const StageLook look = lookOf(stage.state);
        const QRect circle(left, (captionHeight - circleSide) / 2, circleSide, circleSide);
        painter.setPen(stage.state == Stage::State::Todo ? QPen(theme::color(theme::Role::Line2))
                                                         : QPen(Qt::NoPen));
        painter.setBrush(theme::color(look.ground));
        painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        if (*look.icon)
            painter.drawPixmap(circle.x() + (circleSide - theme::smallIconSide) / 2,
                               circle.y() + (circleSide - theme::smallIconSide) / 2,
                               theme::pixmap(QLatin1String(look.icon), look.mark, theme::smallIconSide,
                                             devicePixelRatioF()));

        int x = circle.right() + 1 + theme::gap8;
        const int right = left + room[i];
        painter.setFont(nameFont(stage));
        painter.setPen(
            theme::color(stage.state == Stage::State::Todo ? theme::Role::Text2 : theme::Role::Text));
        paintText(painter, QRect(x, 0, right - x, captionHeight), Qt::AlignLeft | Qt::AlignVCenter,
                  stage.name);
        x += painter.fontMetrics().horizontalAdvance(stage.name) + theme::gap8;
        painter.setFont(theme::font(theme::Step::Small));
        painter.setPen(theme::color(theme::Role::Text2));
        if (!stage.note.isEmpty()) {
            paintText(painter, QRect(x, 0, right - x, captionHeight), Qt::AlignLeft | Qt::AlignVCenter,
                      stage.note);
            x += painter.fontMetrics().horizontalAdvance(stage.note) + theme::gap8;
        }
        int end = right;
        if (!stage.timeLeft.isEmpty()) {
            painter.setFont(timeFont());
            painter.setPen(theme::color(theme::Role::Text));
            paintText(painter, QRect(x, 0, end - x, captionHeight), Qt::AlignRight | Qt::AlignVCenter,
                      stage.timeLeft);
            end -= painter.fontMetrics().horizontalAdvance(stage.timeLeft) + theme::gap8;
        }
        if (!stage.detail.isEmpty() && end > x) {
            painter.setFont(theme::font(theme::Step::Small));
            painter.setPen(theme::color(theme::Role::Text2));
            paintText(painter, QRect(x, 0, end - x, captionHeight), Qt::AlignRight | Qt::AlignVCenter,
                      painter.fontMetrics().elidedText(stage.detail, Qt::ElideRight, end - x));
        }
        const double share = stage.state == Stage::State::Done   ? 1
                             : stage.state == Stage::State::Todo ? 0
                                                                 : stage.share;
        paintBar(painter, QRect(left, barTop, room[i], stageHeight), share, look.bar);
        left = right + theme::gap8;
    }
}

void StageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
