// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/tensorboard_events.h"

#include "train/export/protobuf_message.h"
#include "train/metric_store.h"

#include <nlohmann/json.hpp>

namespace lepton::train {
namespace {

// Numbers of fields and values, by message.
namespace event {
constexpr int wallTime = 1, step = 2, fileVersion = 3, summary = 5;
}
namespace value { // tensorflow.Summary.Value
constexpr int tag = 1, simpleValue = 2, tensor = 8, metadata = 9;
}
namespace metadata { // tensorflow.SummaryMetadata
constexpr int pluginData = 1, dataClass = 4;
constexpr int pluginName = 1, content = 2;
constexpr int tensorClass = 2; // DATA_CLASS_TENSOR
} // namespace metadata
namespace tensor { // tensorflow.TensorProto
constexpr int type = 1, shape = 2, strings = 8;
constexpr int dimension = 2, size = 1; // of tensorflow.TensorShapeProto
constexpr int floatType = 1, stringType = 7;
} // namespace tensor
namespace hparams {                             // tensorboard.hparams
constexpr int sessionStart = 3, sessionEnd = 4; // of HParamsPluginData
constexpr int values = 1, group = 4, startSeconds = 5;
constexpr int status = 1, endSeconds = 2;
constexpr int entryKey = 1, entryValue = 2;
constexpr int numberValue = 2, stringValue = 3, boolValue = 4; // of google.protobuf.Value
} // namespace hparams

double seconds(base::UtcTime time)
{
    constexpr double millisecondsOfSecond = 1'000;
    return static_cast<double>(time.milliseconds) / millisecondsOfSecond;
}

std::string summaryEvent(const ProtobufMessage& entry, base::UtcTime time, std::int64_t step)
{
    constexpr int valueOfSummary = 1;
    return ProtobufMessage()
        .number(event::wallTime, seconds(time))
        .whole(event::step, step)
        .message(event::summary, ProtobufMessage().message(valueOfSummary, entry))
        .bytes();
}

ProtobufMessage shapeOf(std::int64_t size)
{
    return ProtobufMessage().message(tensor::dimension, ProtobufMessage().whole(tensor::size, size));
}

/// @p content is what the plugin @p name wants to know of the value.
ProtobufMessage metadataOf(const std::string& name, const std::string& content)
{
    ProtobufMessage plugin;
    plugin.text(metadata::pluginName, name);
    if (!content.empty())
        plugin.text(metadata::content, content);
    return ProtobufMessage()
        .message(metadata::pluginData, plugin)
        .whole(metadata::dataClass, metadata::tensorClass);
}

/// The HParams page keeps what it knows in the metadata of empty tensors.
std::string hparamsEvent(const std::string& tag, int field, const ProtobufMessage& content,
                         base::UtcTime time)
{
    const ProtobufMessage nothing =
        ProtobufMessage().whole(tensor::type, tensor::floatType).message(tensor::shape, shapeOf(0));
    return summaryEvent(
        ProtobufMessage()
            .text(value::tag, tag)
            .message(value::tensor, nothing)
            .message(value::metadata,
                     metadataOf("hparams", ProtobufMessage().message(field, content).bytes())),
        time, 0);
}

ProtobufMessage valueMessage(const nlohmann::json& json)
{
    ProtobufMessage message;
    if (json.is_boolean())
        message.whole(hparams::boolValue, json.get<bool>() ? 1 : 0);
    else if (json.is_number())
        message.number(hparams::numberValue, json.get<double>());
    else
        message.text(hparams::stringValue, json.is_string() ? json.get<std::string>() : json.dump());
    return message;
}

} // namespace

std::string fileVersionEvent(base::UtcTime time)
{
    return ProtobufMessage()
        .number(event::wallTime, seconds(time))
        .text(event::fileVersion, "brain.Event:2")
        .bytes();
}

std::string scalarEvent(const MetricPoint& point)
{
    return summaryEvent(ProtobufMessage()
                            .text(value::tag, point.key)
                            .shortNumber(value::simpleValue, static_cast<float>(point.value)),
                        point.time, point.step);
}

std::string textEvent(const std::string& tag, const std::string& text, base::UtcTime time)
{
    const ProtobufMessage content = ProtobufMessage()
                                        .whole(tensor::type, tensor::stringType)
                                        .message(tensor::shape, shapeOf(1))
                                        .text(tensor::strings, text);
    return summaryEvent(ProtobufMessage()
                            .text(value::tag, tag)
                            .message(value::tensor, content)
                            .message(value::metadata, metadataOf("text", {})),
                        time, 0);
}

std::string sessionStartEvent(const nlohmann::json& values, const std::string& group, base::UtcTime time)
{
    ProtobufMessage session;
    for (const auto& [key, json] : values.items())
        session.message(
            hparams::values,
            ProtobufMessage().text(hparams::entryKey, key).message(hparams::entryValue, valueMessage(json)));
    session.text(hparams::group, group).number(hparams::startSeconds, seconds(time));
    return hparamsEvent("_hparams_/session_start_info", hparams::sessionStart, session, time);
}

std::string sessionEndEvent(SessionStatus status, base::UtcTime time)
{
    return hparamsEvent("_hparams_/session_end_info", hparams::sessionEnd,
                        ProtobufMessage()
                            .whole(hparams::status, static_cast<std::int64_t>(status))
                            .number(hparams::endSeconds, seconds(time)),
                        time);
}

} // namespace lepton::train
