// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/event_finder.h"
#include "ui/widgets/async.h"

#include <filesystem>
#include <memory>
#include <string>

namespace lepton::ui {

/// Writes events as CSV, or, where the name ends in .jsonl or .ndjson, as JSON Lines of the form of
/// "lepton audit log --json". The file is there once it is whole. Worker.
class EventWriter
{
public:
    /// @throw base::Error InvalidArgument for another ending, and what writing throws
    explicit EventWriter(std::filesystem::path file);
    ~EventWriter();
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;

    void write(const std::vector<store::Event>& events, const EventNames& names);
    void finish();

private:
    struct Open;
    std::filesystem::path m_file;
    bool m_isJson;
    std::unique_ptr<Open> m_open; ///< the unfinished file
};

/// Exports all events of the log that fit, however many there are.
class EventExport final : public QObject
{
    Q_OBJECT

public:
    explicit EventExport(std::shared_ptr<ActivityBackend> backend, QObject* parent = nullptr);

    void start(const std::filesystem::path& file, const EventQuery& query);
    /// Leaves no file that is not whole.
    void cancel();

    const std::filesystem::path& file() const noexcept { return m_file; }
    bool isRunning() const noexcept { return m_isRunning; }
    /// Events that were looked at, those there are, and those that were written.
    std::int64_t looked() const noexcept { return m_finder.looked(); }
    std::int64_t total() const noexcept { return m_finder.total(); }
    std::int64_t written() const noexcept { return m_count; }

Q_SIGNALS:
    void changed();
    void finished();
    void failed(const lepton::base::Error& error);

private:
    void writeOn();
    void fail(const base::Error& error);

    EventFinder m_finder;
    EventPage m_page; ///< found and not yet written
    std::filesystem::path m_file;
    std::shared_ptr<EventWriter> m_writer;
    std::int64_t m_count = 0;
    bool m_isRunning = false;
    Async m_write;
};

} // namespace lepton::ui
