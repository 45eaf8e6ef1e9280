// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/route.h"

#include <QUrl>
#include <QUrlQuery>

namespace lepton::ui {
namespace {

const QString scheme = QStringLiteral("lepton://");

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(const QString& text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

} // namespace

QString Route::toString() const
{
    QString text = scheme + encoded(page);
    if (!object.isEmpty() || !part.isEmpty()) {
        text += QLatin1Char('/') + encoded(object);
        if (version > 0)
            text += QStringLiteral("@%1").arg(version);
    }
    if (!part.isEmpty())
        text += QLatin1Char('/') + encoded(part);
    QChar separator = QLatin1Char('?');
    for (auto it = query.begin(); it != query.end(); ++it) {
        text += separator + encoded(it.key()) + QLatin1Char('=') + encoded(it.value());
        separator = QLatin1Char('&');
    }
    return text;
}

std::optional<Route> Route::parse(const QString& text)
{
    if (!text.startsWith(scheme))
        return std::nullopt;
    const qsizetype question = text.indexOf(QLatin1Char('?'));
    const QString path = text.mid(scheme.size(), question < 0 ? -1 : question - scheme.size());
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.size() > 3 || parts.first().isEmpty())
        return std::nullopt;

    Route route;
    route.page = decoded(parts.first());
    if (parts.size() > 1) {
        const QString object = parts.at(1);
        const qsizetype at = object.lastIndexOf(QLatin1Char('@'));
        route.object = decoded(at < 0 ? object : object.left(at));
        if (at >= 0) {
            bool ok = false;
            route.version = object.mid(at + 1).toInt(&ok);
            if (!ok || route.version < 1)
                return std::nullopt;
        }
    }
    if (parts.size() > 2)
        route.part = decoded(parts.at(2));
    if (question >= 0) {
        const QStringList pairs = text.mid(question + 1).split(QLatin1Char('&'), Qt::SkipEmptyParts);
        for (const QString& pair : pairs) {
            const qsizetype equals = pair.indexOf(QLatin1Char('='));
            route.query.insert(decoded(equals < 0 ? pair : pair.left(equals)),
                               equals < 0 ? QString() : decoded(pair.mid(equals + 1)));
        }
    }
    return route;
}

} // namespace lepton::ui
