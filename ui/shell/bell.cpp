// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bell.h"

#include "ui/widgets/relative_time.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QDateTime>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int bellSide = 28;
constexpr int pillHeight = 14;
constexpr int mostCounted = 99;
constexpr int longestText = 56; ///< characters; a menu does not wrap

} // namespace

Bell::Bell(QWidget* parent)
    : IconButton(QStringLiteral("bell"), bellSide, parent)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("header.bell.button"));
    m_menu->setObjectName(QStringLiteral("header.bell.menu"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    setPopupMode(QToolButton::InstantPopup);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fill();
        Q_EMIT looked();
    });
    retranslate();
}

void Bell::setNotices(std::function<std::vector<Notice>()> notices, base::UtcTime seen)
{
    m_notices = std::move(notices);
    m_seen = seen;
    retranslate();
}

void Bell::retranslate()
{
    const auto notices = m_notices ? m_notices() : std::vector<Notice>();
    m_count = int(std::ranges::count_if(
        notices, [this](const Notice& one) { return one.isWaiting || m_seen < one.time; }));
    setLabel(m_count == 0 ? tr("Nothing waits for you") : tr("%Ln waiting for you", nullptr, m_count));
    update();
}

void Bell::showNotices()
{
    fill(); // its width is known then
    const QSize size = m_menu->sizeHint();
    m_menu->popup(mapToGlobal(QPoint(width() - size.width(), height())));
}

/// A style may leave out the words of a section.
void Bell::addHeading(const QString& title)
{
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
    auto* label = new TextLabel(title, theme::Step::Small, theme::Role::Text2);
    label->setContentsMargins(theme::gap12, theme::gap8, theme::gap12, theme::gap4);
    auto* heading = new QWidgetAction(m_menu);
    heading->setDefaultWidget(label);
    heading->setEnabled(false);
    m_menu->addAction(heading);
}

void Bell::fill()
{
    m_menu->clear();
    const auto notices = m_notices ? m_notices() : std::vector<Notice>();
    const auto add = [&](bool waiting, const QString& title) {
        bool isFirst = true;
        for (const Notice& one : notices) {
            if (one.isWaiting != waiting)
                continue;
            if (std::exchange(isFirst, false))
                addHeading(title);
            const QString when = relativeTime(QDateTime::fromMSecsSinceEpoch(one.time.milliseconds));
            QString text = one.text;
            if (text.size() > longestText)
                text = text.left(longestText - 1) + QStringLiteral("…");
            auto* action = m_menu->addAction(theme::icon(one.icon, one.tone),
                                             text.replace(QLatin1Char('&'), QStringLiteral("&&")) +
                                                 QLatin1Char('\t') + when);
            action->setObjectName(QStringLiteral("header.bell.") + one.id);
            action->setToolTip(one.text.toHtmlEscaped());
            connect(action, &QAction::triggered, this,
                    [this, route = one.route] { Q_EMIT routeChosen(route); });
        }
    };
    add(true, tr("Waiting for you"));
    add(false, tr("Decided"));
    if (m_menu->isEmpty())
        m_menu->addAction(tr("Nothing waits for you"))->setEnabled(false);
    m_menu->addSeparator();
    auto* home = m_menu->addAction(theme::icon(QStringLiteral("home")), tr("Show on Home"));
    home->setObjectName(QStringLiteral("header.bell.home"));
    connect(home, &QAction::triggered, this, [this] {
        Q_EMIT routeChosen(Route{QStringLiteral("home"), {}, 0, {}, {}});
    });
}

void Bell::paintEvent(QPaintEvent* event)
{
    IconButton::paintEvent(event);
    if (m_count == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString text = m_count > mostCounted ? QStringLiteral("%1+").arg(QLocale().toString(mostCounted))
                                               : QLocale().toString(m_count);
    QFont font = theme::font(theme::Step::Caption, QFont::DemiBold);
    font.setPixelSize(10);
    painter.setFont(font);
    const int width = std::max(pillHeight, painter.fontMetrics().horizontalAdvance(text) + theme::gap8);
    const QRectF pill(this->width() - width, 0, width, pillHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::AccentFill));
    painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    painter.setPen(theme::color(theme::Role::OnAccent));
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace lepton::ui
