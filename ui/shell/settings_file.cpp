// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_file.h"

#include <QSettings>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace lepton::ui {

namespace {

using Values = std::map<QString, QVariant>;

/// Changes follow each other closely, such as while a splitter is dragged: one writing for all of them.
constexpr auto rest = std::chrono::milliseconds(200);

Values everything(const QSettings& settings)
{
    Values values;
    const auto keys = settings.allKeys();
    for (const QString& key : keys)
        values.emplace(key, settings.value(key));
    return values;
}

} // namespace

struct SettingsFile::Shared
{
    const QString path;
    std::mutex mutex;
    std::condition_variable_any wake;
    Values values;
    Values changes;      ///< not yet written; an invalid value removes its key
    std::jthread thread; // last: joined first

    /// With @p lock held, which it gives up while the disk works.
    void write(std::unique_lock<std::mutex>& lock)
    {
        const Values written = std::exchange(changes, {});
        lock.unlock();
        std::optional<Values> found;
        {
            QSettings settings(path, QSettings::IniFormat);
            for (const auto& [key, value] : written) {
                if (value.isValid())
                    settings.setValue(key, value);
                else
                    settings.remove(key);
            }
            settings.sync();
            if (settings.status() == QSettings::NoError)
                found = everything(settings);
        }
        lock.lock();
        if (!found)
            return; // the disk refuses: what is at hand holds until the end of this program
        values = std::move(*found);
        for (const auto& [key, value] : changes)
            put(key, value);
    }

    void put(const QString& key, const QVariant& value)
    {
        if (value.isValid())
            values[key] = value;
        else
            values.erase(key);
    }

    void change(const QString& key, const QVariant& value)
    {
        {
            const std::lock_guard lock(mutex);
            put(key, value);
            changes[key] = value;
        }
        wake.notify_all();
    }
};

SettingsFile::SettingsFile(const QString& path)
    : m_shared(new Shared{path, {}, {}, everything(QSettings(path, QSettings::IniFormat)), {}, {}})
{
    m_shared->thread = std::jthread([shared = m_shared.get()](const std::stop_token& stop) {
        std::unique_lock lock(shared->mutex);
        for (;;) {
            shared->wake.wait(lock, stop, [shared] { return !shared->changes.empty(); });
            if (shared->changes.empty())
                return; // stopped, and all is written
            shared->wake.wait_for(lock, stop, rest, [] { return false; });
            shared->write(lock);
        }
    });
}

SettingsFile::~SettingsFile() = default;

QVariant SettingsFile::value(const QString& key) const
{
    const std::lock_guard lock(m_shared->mutex);
    const auto found = m_shared->values.find(key);
    return found == m_shared->values.end() ? QVariant() : found->second;
}

void SettingsFile::setValue(const QString& key, const QVariant& value)
{
    m_shared->change(key, value);
}

void SettingsFile::remove(const QString& key)
{
    m_shared->change(key, {});
}

} // namespace lepton::ui
