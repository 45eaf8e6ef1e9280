// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail_parts.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {
namespace {

constexpr int markSize = 24;
constexpr int avatarSize = 28;
constexpr int left = theme::gap8;
constexpr int textGap = 8;
constexpr int chevronSize = 16;

/// A name over a smaller line, cut where there is no room.
void paintTwoLines(QPainter& painter, const QRect& area, const QString& name, QFont::Weight weight,
                   const QString& below)
{
    const int middle = area.center().y() + 1;
    painter.setFont(theme::font(theme::Step::Body, weight));
    painter.setPen(theme::color(theme::Role::Text));
    paintText(painter, QRect(area.x(), middle - 17, area.width(), 17), Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(name, Qt::ElideRight, area.width()));
    painter.setFont(theme::font(theme::Step::Caption));
    painter.setPen(theme::color(theme::Role::Text2));
    paintText(painter, QRect(area.x(), middle, area.width(), 15), Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(below, Qt::ElideRight, area.width()));
}

} // namespace

WorkspaceButton::WorkspaceButton(QWidget* parent)
    : QPushButton(parent)
{
    setProperty("kind", QStringLiteral("tall"));
    setFixedHeight(theme::headerHeight - theme::gap8);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void WorkspaceButton::setWorkspace(const QString& name, const QString& kind)
{
    m_name = name;
    m_kind = kind;
    setAccessibleName(QStringLiteral("%1, %2").arg(name, kind));
    setToolTip(accessibleName());
    update();
}

void WorkspaceButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    update();
}

QSize WorkspaceButton::sizeHint() const
{
    return {markSize + 2 * left, theme::headerHeight - theme::gap8};
}

void WorkspaceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(isDown() ? theme::Role::Sunken : theme::Role::Hover));
        painter.drawRoundedRect(rect(), theme::radiusControl, theme::radiusControl);
    }
    const int x = m_narrow ? (width() - markSize) / 2 : left;
    painter.drawPixmap(
        x, (height() - markSize) / 2,
        theme::pixmap(QStringLiteral("lepton-mark"), theme::Role::Accent, markSize, devicePixelRatioF()));
    if (m_narrow)
        return;
    const QRect text = rect().adjusted(left + markSize + textGap, 0, -theme::gap4 - chevronSize, 0);
    paintTwoLines(painter, text, m_name, QFont::DemiBold, m_kind);
    painter.drawPixmap(width() - theme::gap4 - chevronSize, (height() - chevronSize) / 2,
                       theme::pixmap(QStringLiteral("chevron-up-down"), theme::Role::Text2, chevronSize,
                                     devicePixelRatioF()));
}

MemberFoot::MemberFoot(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(theme::rowTwoLines);
}

void MemberFoot::setMember(const QString& name, const QString& id, const QString& facts)
{
    m_name = name;
    m_id = id;
    m_facts = facts;
    setAccessibleName(QStringLiteral("%1, %2").arg(name, facts));
    setToolTip(QStringLiteral("%1\n%2").arg(name, facts));
    update();
}

void MemberFoot::setNarrow(bool narrow)
{
    m_narrow = narrow;
    update();
}

void MemberFoot::paintEvent(QPaintEvent*)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    const int x = m_narrow ? (width() - avatarSize) / 2 : left;
    paintAvatar(painter, QRect(x, (height() - avatarSize) / 2, avatarSize, avatarSize), m_name, m_id);
    if (!m_narrow)
        paintTwoLines(painter, rect().adjusted(left + avatarSize + textGap, 0, -theme::gap4, 0), m_name,
                      QFont::Medium, m_facts);
}

} // namespace lepton::ui
