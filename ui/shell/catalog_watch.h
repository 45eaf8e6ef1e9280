// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace lepton::ui {

class ShellSession;

/// A thread that asks the catalog twice a second whether anyone changed it: this window, another one, another
/// machine.
class CatalogWatch : public QObject
{
    Q_OBJECT

public:
    explicit CatalogWatch(std::shared_ptr<ShellSession> session, QObject* parent = nullptr);
    ~CatalogWatch() override;

Q_SIGNALS:
    void changed();
    /// The catalog can (again) or cannot be read.
    void reachableChanged(bool reachable);

private:
    void watch();

    std::shared_ptr<ShellSession> m_session;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace lepton::ui
