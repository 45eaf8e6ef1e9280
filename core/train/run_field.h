// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lepton::train {

/// What a list of runs can be filtered and sorted by.
enum class RunFact
{
    Number,
    Name, ///< the run's own
    State,
    Dataset,
    Version,
    BaseModel,
    Member,
    Tag,
    Created,
    Started,
    Duration, ///< seconds, until now where it has not ended
    Best,     ///< the best value of the metric that decides
    Recipe,   ///< a value of the recipe
    Metric    ///< where a metric stands
};

enum class RunValueKind
{
    Number,
    Text,
    Moment, ///< UTC milliseconds
    Words   ///< tags: a condition holds when it holds for one of them
};

struct RunField
{
    RunFact fact = RunFact::Number;
    std::string key{}; ///< of RunFact::Recipe and RunFact::Metric: "learning_rate", "validation/macro_f1"

    friend bool operator==(const RunField&, const RunField&) = default;
};

RunValueKind kindOf(const RunField& field);

/// What a run holds of a field: nothing, a number (NaN too), a text, or words.
using RunCell = std::variant<std::monostate, double, std::string, std::vector<std::string>>;

/// The names of fields, as filters and `--sort` write them: number, name, state, dataset, version, basemodel,
/// member, tag, created, started, duration, best, the keys of recipes (learning_rate), and those of metrics
/// ("validation/macro_f1"). A metric may be written with dots for slashes (validation.macro_f1), and without
/// its first part: macro_f1 is that of the validation part, else of the test part, else of training.
class RunFieldNames
{
public:
    /// @p metricKeys are those that the catalog holds; those that every training writes are known beside
    /// them.
    explicit RunFieldNames(std::vector<std::string> metricKeys = {});

    /// @throw base::Error UnknownColumn with the nearest name; place().byte is @p byte
    RunField find(std::string_view name, std::size_t byte = 0) const;
    const std::vector<std::string>& metricKeys() const noexcept { return m_metricKeys; }

private:
    const std::string* metricCalled(std::string_view name) const;

    std::vector<std::string> m_metricKeys; ///< sorted
};

/// The name by which RunFieldNames finds @p field.
std::string nameOf(const RunField& field);

} // namespace lepton::train
