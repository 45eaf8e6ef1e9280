// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_export.h"

#include "base/error.h"
#include "base/file.h"
#include "base/id.h"
#include "base/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace lepton::ui {

namespace {

std::string memberName(const store::Event& event, const EventNames& names)
{
    const auto found = names.find(event.member.toString());
    return found == names.end() ? std::string() : found->second;
}

/// A field of RFC 4180.
std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvLine(const store::Event& event, const EventNames& names)
{
    std::string line = std::to_string(event.seq);
    for (const std::string& cell :
         {event.time.toString(), memberName(event, names), event.member.toString(), event.kind, event.object,
          event.detail, event.key, event.prev, event.hash, event.signature, event.id.toString()})
        line += ',' + field(cell);
    return line + "\r\n";
}

std::string jsonLine(const store::Event& event, const EventNames& names)
{
    nlohmann::json detail = nlohmann::json::parse(event.detail, nullptr, false);
    const nlohmann::json line{
        {"seq", event.seq},
        {"id", event.id.toString()},
        {"time", event.time.toString()},
        {"member", event.member.toString()},
        {"member_name", memberName(event, names)},
        {"key", event.key},
        {"kind", event.kind},
        {"object", event.object},
        {"detail", detail.is_discarded() ? nlohmann::json(event.detail) : std::move(detail)},
        {"prev", event.prev},
        {"hash", event.hash},
        {"signature", event.signature}};
    return base::jsonText(line) + '\n';
}

constexpr std::int64_t atOnce = 4000; ///< events that are held before they are written

bool isJsonName(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    const bool isJson = ending == ".jsonl" || ending == ".ndjson";
    if (!isJson && ending != ".csv")
        throw base::Error(base::ErrorCode::InvalidArgument, "The ending of " + file.filename().string() +
                                                                " says no format. Let the name end in .csv "
                                                                "or .jsonl.");
    return isJson;
}

} // namespace

struct EventWriter::Open
{
    explicit Open(std::filesystem::path path)
        : name(std::move(path))
        , file(base::File::create(name))
    {}
    ~Open()
    {
        std::error_code ignored;
        std::filesystem::remove(name, ignored); // nothing is there once it was renamed
    }
    std::filesystem::path name;
    base::File file;
};

EventWriter::EventWriter(std::filesystem::path file)
    : m_file(std::move(file))
    , m_isJson(isJsonName(m_file))
{
    std::filesystem::path unfinished = m_file;
    unfinished += "." + base::Uuid::generate().toString() + ".tmp";
    m_open = std::make_unique<Open>(std::move(unfinished));
    if (!m_isJson)
        m_open->file.write("seq,time,member_name,member,kind,object,detail,key,prev,hash,signature,id\r\n");
}

EventWriter::~EventWriter() = default;

void EventWriter::write(const std::vector<store::Event>& events, const EventNames& names)
{
    std::string text;
    for (const store::Event& event : events)
        text += m_isJson ? jsonLine(event, names) : csvLine(event, names);
    m_open->file.write(text);
}

void EventWriter::finish()
{
    m_open->file.sync();
    m_open->file.close();
    std::error_code failure;
    std::filesystem::rename(m_open->name, m_file, failure);
    if (failure)
        throw base::Error(base::ErrorCode::Io,
                          "Cannot write " + m_file.string() + ": " + failure.message() + ".");
    m_open.reset();
}

EventExport::EventExport(std::shared_ptr<ActivityBackend> backend, QObject* parent)
    : QObject(parent)
    , m_finder(std::move(backend))
{
    connect(&m_finder, &EventFinder::found, this, [this](const EventPage& page) {
        m_page.events.insert(m_page.events.end(), page.events.begin(), page.events.end());
        m_page.names = page.names;
        Q_EMIT changed();
    });
    connect(&m_finder, &EventFinder::ended, this, &EventExport::writeOn);
    connect(&m_finder, &EventFinder::failed, this, &EventExport::fail);
}

void EventExport::start(const std::filesystem::path& file, const EventQuery& query)
{
    cancel();
    m_file = file;
    m_count = 0;
    m_isRunning = true;
    m_finder.start(query, 0, atOnce);
    Q_EMIT changed();
}

void EventExport::cancel()
{
    m_finder.stop();
    m_write.cancel();
    m_writer.reset();
    m_page = {};
    if (std::exchange(m_isRunning, false))
        Q_EMIT changed();
}

void EventExport::writeOn()
{
    const bool isLast = m_finder.isAtEnd();
    m_count += std::ssize(m_page.events);
    m_write.run(
        [file = m_file, writer = std::exchange(m_writer, {}), page = std::exchange(m_page, {}),
         isLast]() mutable {
            if (!writer)
                writer = std::make_shared<EventWriter>(file);
            writer->write(page.events, page.names);
            if (isLast)
                writer->finish();
            return writer;
        },
        [this, isLast](std::shared_ptr<EventWriter> writer) {
            if (!isLast) {
                m_writer = std::move(writer);
                m_finder.more(atOnce);
                return;
            }
            m_isRunning = false;
            Q_EMIT changed();
            Q_EMIT finished();
        },
        [this](const base::Error& error) { fail(error); });
}

void EventExport::fail(const base::Error& error)
{
    cancel();
    Q_EMIT failed(error);
}

} // namespace lepton::ui
