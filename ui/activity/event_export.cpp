// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_export.h"

#include "base/error.h"
#include "base/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

} // namespace

void exportEvents(const std::filesystem::path& file, const std::vector<store::Event>& events,
                  const EventNames& names)
{
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    const bool isJson = ending == ".jsonl" || ending == ".ndjson";
    if (!isJson && ending != ".csv")
        throw base::Error(base::ErrorCode::InvalidArgument, "The ending of " + file.filename().string() +
                                                                " says no format. Let the name end in .csv "
                                                                "or .jsonl.");
    std::string text =
        isJson ? "" : "seq,time,member_name,member,kind,object,detail,key,prev,hash,signature,id\r\n";
    for (const store::Event& event : events)
        text += isJson ? jsonLine(event, names) : csvLine(event, names);
    base::writeFileAtomically(file, text);
}

} // namespace lepton::ui
