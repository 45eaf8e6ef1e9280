// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_plan.h"

#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace lepton::data {

namespace {

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return names.size() > 12 ? text + ", …" : text;
}

void refuseUnknownTypes(const std::vector<std::string>& names, const ReadOptions& options)
{
    for (const auto& [name, column] : options.types) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            throw base::Error(base::ErrorCode::UnknownColumn,
                              fmt::format("There is no column '{}' to give a type to. The file has: {}.",
                                          name, listed(names)),
                              base::ErrorPlace{{}, {}, {}, name, {}, {}});
        if (column.type == ColumnType::Decimal &&
            (column.precision < 0 || column.precision > 38 || column.scale < 0 ||
             (column.precision > 0 && column.scale > column.precision)))
            throw base::Error(
                base::ErrorCode::InvalidArgument,
                fmt::format("The type of column '{}' must be decimal(digits, decimals) with 1 to 38 "
                            "digits and no more decimals than digits.",
                            name));
    }
}

ColumnPlan statedPlan(const std::string& name, const Column& stated, const ColumnEvidence& evidence,
                      const ReadOptions& options)
{
    ColumnPlan plan;
    plan.column = stated;
    plan.column.name = name;
    plan.stated = true;
    const bool commas = (evidence.kinds & (CellKind::commaNumber | CellKind::commaAmbiguous)) != 0;
    const bool points = (evidence.kinds & CellKind::pointNumber) != 0;
    plan.decimalMark = options.decimalMark.value_or(commas && !points ? ',' : '.');
    if (stated.type == ColumnType::Decimal && stated.precision == 0) {
        plan.column.precision = 38;
        plan.column.scale = std::min(evidence.mostDecimals, 38);
    }
    // Who says "timestamp" need not say whether the times have a zone: the cells do.
    if (stated.type == ColumnType::Timestamp && (evidence.kinds & CellKind::localTime) == 0)
        plan.column.utc = stated.utc || (evidence.kinds & CellKind::instant) != 0;
    return plan;
}

} // namespace

Schema TablePlan::schema() const
{
    Schema schema;
    for (const ColumnPlan& plan : columns) {
        if (!plan.leftOut)
            schema.columns.push_back(plan.column);
    }
    return schema;
}

bool TablePlan::hasStated() const
{
    return std::any_of(columns.begin(), columns.end(), [](const ColumnPlan& plan) { return plan.stated; });
}

std::vector<std::string> distinctNames(const std::vector<std::string>& names, bool hasHeader,
                                       std::vector<Notice>& notices)
{
    std::unordered_set<std::string> taken(names.begin(), names.end());
    std::unordered_set<std::string> used;
    std::vector<std::string> result;
    result.reserve(names.size());
    const auto firstFree = [&](const std::string& stem, std::size_t number) {
        std::string name = fmt::format("{}_{}", stem, number);
        while (taken.contains(name))
            name = fmt::format("{}_{}", stem, ++number);
        taken.insert(name);
        return name;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string name = names[i];
        if (name.empty()) {
            name = firstFree("column", i + 1);
            if (hasHeader)
                notices.push_back({.kind = NoticeKind::NamedColumn,
                                   .message = fmt::format(
                                       "Column {} has no name in the file; it is called '{}'.", i + 1, name),
                                   .column = name,
                                   .number = static_cast<std::int64_t>(i + 1)});
        } else if (used.contains(name)) {
            name = firstFree(name, 2);
            notices.push_back(
                {.kind = NoticeKind::RenamedColumn,
                 .message = fmt::format("Column {} is the second one called '{}'; it was renamed to '{}'.",
                                        i + 1, names[i], name),
                 .column = name,
                 .original = names[i],
                 .number = static_cast<std::int64_t>(i + 1)});
        }
        used.insert(name);
        result.push_back(std::move(name));
    }
    return result;
}

TablePlan planTable(const std::vector<std::string>& names, const std::vector<ColumnEvidence>& evidence,
                    const ReadOptions& options)
{
    TablePlan plan;
    std::vector<std::string> given = names;
    // A delimiter at the end of every line makes a column without name and values.
    const std::size_t last = names.size() - 1;
    const bool leftOut = options.hasHeader && names.size() > 1 && names[last].empty() &&
                         (evidence[last].kinds & ~CellKind::empty) == 0;
    if (leftOut)
        given.pop_back();
    const std::vector<std::string> distinct = distinctNames(given, options.hasHeader, plan.notices);
    refuseUnknownTypes(distinct, options);
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        const auto stated = options.types.find(distinct[i]);
        plan.columns.push_back(stated != options.types.end()
                                   ? statedPlan(distinct[i], stated->second, evidence[i], options)
                                   : planFor(distinct[i], evidence[i]));
        if (!plan.columns.back().stated && plan.columns.back().decimalMark == ',')
            plan.notices.push_back({.kind = NoticeKind::DecimalComma,
                                    .message = fmt::format("In column '{}' the comma was read as the decimal "
                                                           "mark: 1,5 is one and a half.",
                                                           distinct[i]),
                                    .column = distinct[i]});
    }
    if (leftOut) {
        ColumnPlan empty;
        empty.column = {.name = "", .type = ColumnType::Null};
        empty.leftOut = true;
        plan.columns.push_back(std::move(empty));
        plan.notices.push_back(
            {.kind = NoticeKind::EmptyColumnLeftOut,
             .message = fmt::format("Every line ends in a delimiter; the empty column {} that this makes was "
                                    "left out.",
                                    names.size()),
             .number = static_cast<std::int64_t>(names.size())});
    }
    return plan;
}

} // namespace lepton::data
