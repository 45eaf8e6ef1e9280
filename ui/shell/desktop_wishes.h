// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/wishes.h"
#include "ui/widgets/async.h"

#include <QMap>
#include <QObject>
#include <QVariantMap>

class QDBusVariant;

namespace lepton::ui {

/// What the desktop's settings say, by namespace and key, as its portal hands them out.
using DesktopSettings = QMap<QString, QVariantMap>;

/// What @p settings ask for: of the portal itself, GNOME and KDE. What is not there asks for nothing.
theme::SystemWishes wishesOf(const DesktopSettings& settings);

/// Asks the desktop portal for high contrast and less motion, and follows them. Qt tells neither before 6.10.
/// A desktop without a portal asks for nothing.
class DesktopWishes final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// On the session's bus, or the one at @p busAddress. Connects on a worker: a bus may not answer.
    void start(const QString& busAddress = {});

Q_SIGNALS:
    void changed(const lepton::ui::theme::SystemWishes& wishes);

private Q_SLOTS:
    void takeChange(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void follow(DesktopSettings settings);

    DesktopSettings m_settings;
    Async m_read;
};

} // namespace lepton::ui
