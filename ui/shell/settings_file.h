// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <memory>

namespace lepton::ui {

/// A file of settings whose values are at hand at once: it is read when this is made, and written by a thread
/// of its own a moment after a change, since a disk may take a second for it. Keys that other programs change
/// meanwhile are taken over then. The end of this object writes what is left.
class SettingsFile
{
public:
    explicit SettingsFile(const QString& path);
    ~SettingsFile();
    SettingsFile(const SettingsFile&) = delete;
    SettingsFile& operator=(const SettingsFile&) = delete;

    /// Invalid where there is none.
    QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);
    void remove(const QString& key);

private:
    struct Shared;

    std::unique_ptr<Shared> m_shared;
};

} // namespace lepton::ui
