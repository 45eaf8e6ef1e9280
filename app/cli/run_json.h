// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_list_store.h"
#include "train/run_store.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace lepton::app {
class Session;
}

namespace lepton::cli {

/// A number as documents have it: NaN and infinities as the texts "nan", "inf" and "-inf".
nlohmann::json metricValue(double value);
nlohmann::json metricsDocument(const std::map<std::string, double>& metrics);

/// What lists show of the run of that number. @throw base::Error NotFound
train::RunRow rowOf(app::Session& session, std::int64_t number);
/// An entry of `run list`.
nlohmann::json listEntry(app::Session& session, const train::RunRow& run);
/// What `run show` prints.
nlohmann::json runDocument(app::Session& session, const train::Run& run);

} // namespace lepton::cli
