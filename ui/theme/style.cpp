// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/theme.h"
#include "ui/theme/wishes.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLayout>
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
    const QColor fill = hovered ? underPointer(color(Role::AccentFill)) : color(Role::AccentFill);
    painter->setPen(filled ? fill : color(hovered ? Role::Text2 : Role::Ctrl));
    painter->setBrush(filled ? fill : color(enabled ? Role::Surface : Role::Sunken));
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

/// The border and ground of a field: combo boxes and spin boxes; line edits have theirs from the style sheet.
void drawField(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    Role border = enabled ? Role::Line2 : Role::Line;
    const QString state = widget ? widget->property("state").toString() : QString();
    if (focused)
        border = Role::Accent;
    else if (state == QLatin1String("bad"))
        border = Role::Bad;
    else if (state == QLatin1String("warn"))
        border = Role::Warn;
    else if (enabled && (option.state & QStyle::State_MouseOver))
        border = Role::Ctrl;
    const qreal width = focused ? 2.0 : 1.0;
    const qreal inset = width / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(border), width));
    painter->setBrush(color(enabled ? Role::Surface : Role::Sunken));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
                             radiusControl - inset, radiusControl - inset);
    painter->restore();
}

void drawMark(QPainter* painter, const QRect& area, const char* name, bool enabled, int size = 12)
{
    const QPixmap mark = pixmap(QLatin1String(name), enabled ? Role::Text2 : Role::Text3, size,
                                painter->device()->devicePixelRatioF());
    painter->drawPixmap(area.x() + (area.width() - size) / 2, area.y() + (area.height() - size) / 2, mark);
}

} // namespace

LeptonStyle::LeptonStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

void LeptonStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)) {
        widget->setFixedHeight(fieldHeight);
        widget->setAttribute(Qt::WA_Hover);
    }
    // Qt's own, where the desktop has none: it leaves its margins to the style, which has none
    if (qobject_cast<QFileDialog*>(widget) && widget->layout())
        widget->layout()->setContentsMargins(gap16, gap16, gap16, gap16);
}

QIcon LeptonStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    return which == SP_LineEditClearButton ? icon(QStringLiteral("close"), Role::Text3)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

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
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: // of scroll bars and of a bar that tells no share
        return fadeTime(1) == 0 ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
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
    case PE_IndicatorMenuCheckMark:
        drawMark(painter, option->rect, "check", true, 16);
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

void LeptonStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const
{
    const bool enabled = option->state & State_Enabled;
    if (control == CC_ComboBox) {
        drawField(painter, *option, widget);
        drawMark(painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), "chevron-down",
                 enabled);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(painter, *option, widget);
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawMark(painter, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget), "chevron-up",
                     enabled, 10);
            drawMark(painter, proxy()->subControlRect(control, option, SC_SpinBoxDown, widget),
                     "chevron-down", enabled, 10);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect LeptonStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                  const QWidget* widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if ((control == CC_ComboBox && part == SC_ComboBoxEditField) ||
        (control == CC_SpinBox && part == SC_SpinBoxEditField))
        rect.setLeft(rect.left() + 6); // text starts where it does in line edits
    return rect;
}

QSize LeptonStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ComboBox:
        result.setWidth(result.width() + gap12);
        [[fallthrough]];
    case CT_SpinBox:
        result.setHeight(fieldHeight);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(qMax(result.height(), 24));
        break;
    default:
        break;
    }
    return result;
}

} // namespace lepton::ui::theme
