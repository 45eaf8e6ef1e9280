// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace lepton::ui::theme {
namespace {

const QString markName = QStringLiteral("lepton-mark");

/// Looks the colour up when it paints, so that an icon set once follows the theme.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, Role role, Role onRole)
        : m_name(std::move(name))
        , m_role(role)
        , m_onRole(onRole)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPixmap picture =
            theme::pixmap(m_name, roleFor(mode, state), side, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2,
                            picture);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // size is in device pixels
        const int side = std::min(size.width(), size.height());
        QPixmap picture =
            theme::pixmap(m_name, roleFor(mode, state), static_cast<int>(std::lround(side / scale)), scale);
        return picture;
    }

    QIconEngine* clone() const override { return new IconEngine(*this); }
    QString key() const override { return QStringLiteral("lepton"); }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(16, 16)}; }

private:
    Role roleFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return Role::Text3;
        return state == QIcon::On ? m_onRole : m_role;
    }

    QString m_name;
    Role m_role;
    Role m_onRole;
};

QPixmap render(const QString& name, const QColor& tint, int size, qreal ratio)
{
    const int pixels = std::max(1, static_cast<int>(std::lround(size * ratio)));
    QPixmap picture(pixels, pixels);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    if (name != markName) { // the mark keeps its own colours
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), tint);
    }
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

QIcon icon(const QString& name, Role role)
{
    return icon(name, role, role);
}

QIcon icon(const QString& name, Role role, Role onRole)
{
    return QIcon(new IconEngine(name, role, onRole));
}

QPixmap pixmap(const QString& name, Role role, int size, qreal devicePixelRatio)
{
    const QColor tint = color(role);
    const QString key = QStringLiteral("lepton/%1/%2/%3/%4")
                            .arg(name)
                            .arg(tint.rgba(), 0, 16)
                            .arg(size)
                            .arg(std::lround(devicePixelRatio * 100));
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = render(name, tint, size, devicePixelRatio);
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

} // namespace lepton::ui::theme
