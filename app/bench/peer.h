// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace lepton::bench {

/// The Python program of a bench, resources/peers/NAME.py.
std::string_view peerScript(std::string_view name);

/// Runs that program with @p arguments, and returns the JSON document that is the last line of what it
/// prints; null without a Python. It goes on until it ends or the bench is cancelled.
/// @throw base::Error NotFound, Io with the peer's own words, Cancelled
nlohmann::json askPeer(const Setup& setup, std::string_view name, const std::vector<std::string>& arguments);

/// Seconds of @p work, the least of setup.rounds. @throw base::Error Cancelled
double bestSeconds(const Setup& setup, const std::function<void()>& work);

} // namespace lepton::bench
