// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paint_audit.h"

#include "ui/shell/window_audit.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QButtonGroup>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPixmap>
#include <QPushButton>
#include <QWidget>

#include <algorithm>

namespace lepton::ui {
namespace {

/// WCAG asks for 4.5; the edges of thin letters are blended with what is behind them.
constexpr double leastContrast = 4.2;
constexpr int mostCells = 400;

/// Of the strongest colour in @p area against the one that most of it has.
double contrastIn(const QImage& picture, const QRect& area)
{
    QHash<QRgb, int> colors;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = area.left(), begin = x; x <= area.right(); ++x) {
            if (x < area.right() && line[x + 1] == line[x])
                continue;
            colors[line[x]] += x + 1 - begin;
            begin = x + 1;
        }
    }
    QRgb ground = 0;
    int most = 0;
    for (const auto& [color, count] : colors.asKeyValueRange()) {
        if (count > most) {
            most = count;
            ground = color;
        }
    }
    double strongest = 1;
    for (const auto& [color, count] : colors.asKeyValueRange())
        strongest = std::max(strongest, theme::contrast(QColor(color), QColor(ground)));
    return strongest;
}

/// The pixels of a dash or a bar alone are all blended with the ground.
bool hasLetters(const QString& text)
{
    return std::ranges::any_of(text, [](QChar one) { return one.isLetterOrNumber(); });
}

class TextMeter
{
public:
    TextMeter(const QWidget& window, const QImage& picture)
        : m_window(window)
        , m_picture(picture.convertToFormat(QImage::Format_RGB32))
        , m_scale(picture.devicePixelRatio())
    {}

    void measure(const QWidget& widget, const QRect& part, const QString& text)
    {
        const QRect seen = widget.visibleRegion().boundingRect().intersected(part);
        if (!hasLetters(text) || seen.width() < 4 || seen.height() < 8)
            return;
        if (seen.height() * 4 < part.height() * 3 || seen.width() * 2 < part.width())
            return; // its letters may lie in the part that is scrolled away
        const QPoint corner = widget.mapTo(&m_window, seen.topLeft());
        const QWidget* top = m_window.childAt(widget.mapTo(&m_window, seen.center()));
        if (top != &widget && !widget.isAncestorOf(top))
            return; // a toast lies over it
        const QRect area = QRect(corner * m_scale, seen.size() * m_scale).intersected(m_picture.rect());
        if (area.isEmpty())
            return;
        const double contrast = contrastIn(m_picture, area);
        if (contrast < leastContrast)
            m_found << QStringLiteral("%1: “%2”, %3").arg(whereIs(widget), text).arg(contrast, 0, 'f', 1);
    }

    QStringList found() const { return m_found; }

private:
    const QWidget& m_window;
    const QImage m_picture;
    const qreal m_scale;
    QStringList m_found;
};

void measureCells(TextMeter& meter, const QAbstractItemView& view)
{
    const QAbstractItemModel* model = view.model();
    if (!model)
        return;
    const QRect room = view.viewport()->rect();
    int cells = 0;
    for (QModelIndex index = view.indexAt(QPoint(1, 1)); index.isValid() && cells < mostCells;
         index = index.siblingAtRow(index.row() + 1)) {
        if (view.visualRect(index).top() > room.bottom())
            break;
        for (int column = 0; column < model->columnCount(view.rootIndex()) && cells < mostCells;
             ++column, ++cells) {
            const QModelIndex cell = index.siblingAtColumn(column);
            meter.measure(*view.viewport(), view.visualRect(cell), cell.data().toString());
        }
    }
}

bool changesUnderThePointer(QWidget& widget)
{
    const QImage rest = widget.grab().toImage();
    widget.setAttribute(Qt::WA_UnderMouse, true);
    if (qobject_cast<QPushButton*>(&widget)) { // hovered from the first move on
        const QPointF middle = QRectF(widget.rect()).center();
        QMouseEvent move(QEvent::MouseMove, middle, widget.mapToGlobal(middle), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
    const QImage hovered = widget.grab().toImage();
    widget.setAttribute(Qt::WA_UnderMouse, false);
    return rest != hovered;
}

/// The chosen one of several: pressing it again changes nothing.
bool isChosen(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button && button->isChecked() &&
           (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

bool isField(const QWidget& widget)
{
    const auto* edit = qobject_cast<const QLineEdit*>(&widget);
    if (edit) // the frame of one inside of another field is that of the field
        return !edit->isReadOnly() && edit->hasFrame() && !edit->property("bare").toBool() &&
               !qobject_cast<const QAbstractSpinBox*>(edit->parentWidget()) &&
               !qobject_cast<const QComboBox*>(edit->parentWidget());
    return qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget);
}

} // namespace

QStringList faintTexts(const QWidget& window, const QImage& picture)
{
    TextMeter meter(window, picture);
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            meter.measure(*label, label->rect(), label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            meter.measure(*button, button->rect().adjusted(1, 1, -1, -1), button->text());
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget); edit && !edit->hasFocus())
            meter.measure(*edit, edit->rect().adjusted(2, 2, -2, -2),
                          edit->text().isEmpty() ? edit->placeholderText() : edit->text());
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            measureCells(meter, *view);
    }
    return meter.found();
}

QStringList wrongHovers(QWidget& window)
{
    QStringList found;
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool isButton = // the funnel in a field is a picture
            qobject_cast<QAbstractButton*>(widget) && !qobject_cast<QLineEdit*>(widget->parentWidget());
        if (!widget->isVisible() || widget->window() != &window || (!isButton && !isField(*widget)) ||
            widget->visibleRegion().isEmpty() || isChosen(*widget) || widget->underMouse() ||
            widget->hasFocus())
            continue;
        if (changesUnderThePointer(*widget) != widget->isEnabled())
            found << whereIs(*widget) + (widget->isEnabled()
                                             ? QStringLiteral(" looks the same under the pointer")
                                             : QStringLiteral(" is disabled and changes under the pointer"));
    }
    return found;
}

} // namespace lepton::ui
