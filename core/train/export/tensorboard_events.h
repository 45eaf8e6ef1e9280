// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace lepton::train {

struct MetricPoint;

// Bytes of tensorflow.Event messages as TensorBoard reads them (its event.proto, summary.proto, tensor.proto
// and plugins/hparams/*.proto), to be written by RecordFile.

/// The first event of every file.
std::string fileVersionEvent(base::UtcTime time);
/// A scalar: TensorBoard keeps single precision.
std::string scalarEvent(const MetricPoint& point);
/// A text for the Text page, read there as Markdown; at step 0.
std::string textEvent(const std::string& tag, const std::string& text, base::UtcTime time);
/// What the HParams page shows of a run: @p values is an object of numbers, texts and booleans, anything else
/// as its JSON.
std::string sessionStartEvent(const nlohmann::json& values, const std::string& group, base::UtcTime time);

/// How a run ended, as the HParams page says it.
enum class SessionStatus
{
    Unknown = 0,
    Success = 1,
    Failure = 2,
    Running = 3
};
std::string sessionEndEvent(SessionStatus status, base::UtcTime time);

} // namespace lepton::train
