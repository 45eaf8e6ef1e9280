// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rounded_window.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>
#include <QWidget>

namespace lepton::ui {
namespace {

/// A little less round than the frame, so that the frame's smoothed edge is not cut off.
constexpr qreal maskRadius = theme::radiusDialog - 1;

class CornerMask final : public QObject
{
public:
    explicit CornerMask(QWidget& window)
        : QObject(&window)
        , m_window(window)
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_window && event->type() == QEvent::Resize) {
            QPainterPath outline;
            outline.addRoundedRect(m_window.rect(), maskRadius, maskRadius);
            m_window.setMask(QRegion(outline.toFillPolygon().toPolygon()));
        } else if (watched == &m_window && event->type() == QEvent::Paint) {
            // Without a compositor what the frame leaves open in the corners would stay black.
            QPainter(&m_window).fillRect(m_window.rect(), theme::color(theme::Role::Line2));
        }
        return false;
    }

private:
    QWidget& m_window;
};

} // namespace

void roundCorners(QWidget& window)
{
    window.setAttribute(Qt::WA_TranslucentBackground);
    new CornerMask(window);
}

} // namespace lepton::ui
