// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace lepton::ui::theme {
namespace {

constexpr int ringWidth = 2;
constexpr int ringGap = 2;

void drawRing(QPainter* painter, const QRectF& rect, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(Role::Accent), ringWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect, radius, radius);
    painter->restore();
}

void drawIndicator(QPainter* painter, const QStyleOption& option, bool round)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = round ? box.width() / 2 : radiusTag;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool filled = (on || partly) && enabled;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    painter->setPen(color(filled ? Role::AccentFill : hovered ? Role::Text2 : Role::Ctrl));
    painter->setBrush(color(filled ? Role::AccentFill : enabled ? Role::Surface : Role::Sunken));
    painter->drawRoundedRect(box, radius, radius);
    const QColor mark = color(enabled ? Role::OnAccent : Role::Text3);
    if (round && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), 3.0, 3.0);
    } else if (!round && (on || partly)) {
        painter->setPen(QPen(mark, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = box.center();
        QPainterPath path;
        if (partly) {
            path.moveTo(c + QPointF(-3.5, 0));
            path.lineTo(c + QPointF(3.5, 0));
        } else {
            path.moveTo(c + QPointF(-3.5, 0.2));
            path.lineTo(c + QPointF(-1.1, 2.6));
            path.lineTo(c + QPointF(3.6, -2.4));
        }
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(path);
    }
    painter->restore();
}

} // namespace

LeptonStyle::LeptonStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

int LeptonStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringGap + ringWidth;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return gap8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gap8;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_HeaderMarkSize:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LeptonStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void LeptonStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(painter, *option, true);
        return;
    case PE_FrameFocusRect:
        // buttons have the frame outside themselves; only what clips itself is ringed inside
        if (widget && widget->property("ringInside").toBool() && (option->state & State_KeyboardFocusChange))
            drawRing(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), radiusTag);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LeptonStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    if (element == CE_FocusFrame) {
        drawRing(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), radiusControl + ringGap);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace lepton::ui::theme
