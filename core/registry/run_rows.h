// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/records.h"
#include "registry/scoring.h"
#include "train/split.h"

namespace lepton::store {
class ObjectStore;
}

namespace lepton::registry {

class RegistryState;

/// The rows that a run had, as its events tell, and which of them it was trained, validated and tested on.
struct RunRows
{
    train::TrainingData data;
    train::Split split;
};

/// Reads the data set of @p run, compared with its hash, and parts its rows as the run did.
/// @throw base::Error NotFound for data that is gone, Damaged, Cancelled
RunRows readRunRows(const store::ObjectStore& objects, const RegistryState& state, const RunFacts& run,
                    const base::Cancellation& cancellation, base::Progress& progress);

/// The test part of @p run.
TestRows testRowsOf(const RunFacts& run, const RunRows& rows);

/// How many of @p rows have a text that the run of @p trained was trained on.
std::int64_t countTrainedOn(const TestRows& rows, const RunRows& trained);

} // namespace lepton::registry
