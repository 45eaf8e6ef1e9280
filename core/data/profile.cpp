// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/profile.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace lepton::data {

namespace {

nlohmann::json numberToJson(double value)
{
    if (std::isfinite(value))
        return value;
    return {{"float", std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf"}};
}

double numberFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return json.get<double>();
    const auto word = json.at("float").get<std::string>();
    const double infinity = std::numeric_limits<double>::infinity();
    return word == "nan" ? std::nan("") : word == "inf" ? infinity : -infinity;
}

void write(nlohmann::json& json, const char* key, const std::optional<double>& value)
{
    if (value)
        json[key] = numberToJson(*value);
}

void read(const nlohmann::json& json, const char* key, std::optional<double>& value)
{
    value.reset();
    if (const auto it = json.find(key); it != json.end())
        value = numberFromJson(*it);
}

nlohmann::json extremeToJson(const CellValue& value)
{
    struct Visitor
    {
        nlohmann::json operator()(std::monostate) const { return nullptr; }
        nlohmann::json operator()(bool truth) const { return truth; }
        nlohmann::json operator()(std::int64_t integer) const { return integer; }
        nlohmann::json operator()(double number) const { return numberToJson(number); }
        nlohmann::json operator()(const std::string& text) const { return text; }
    };
    return std::visit(Visitor{}, value);
}

CellValue extremeFromJson(const nlohmann::json& json)
{
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_number_float() || json.is_object())
        return numberFromJson(json);
    if (json.is_string())
        return json.get<std::string>();
    return {};
}

} // namespace

void to_json(nlohmann::json& json, const ColumnProfile& profile)
{
    json = {{"rows", profile.rows},
            {"missing", profile.missing},
            {"distinct", profile.distinct},
            {"distinct_exact", profile.distinctExact},
            {"nan", profile.nan},
            {"infinite", profile.infinite},
            {"quantiles", profile.quantiles},
            {"top", nlohmann::json::array()},
            {"top_exact", profile.topExact}};
    write(json, "minimum", profile.minimum);
    write(json, "maximum", profile.maximum);
    write(json, "mean", profile.mean);
    write(json, "standard_deviation", profile.standardDeviation);
    write(json, "skewness", profile.skewness);
    if (!isMissing(profile.smallest)) {
        json["smallest"] = extremeToJson(profile.smallest);
        json["largest"] = extremeToJson(profile.largest);
    }
    if (!profile.histogram.counts.empty())
        json["histogram"] = {{"low", profile.histogram.low},
                             {"high", profile.histogram.high},
                             {"counts", profile.histogram.counts}};
    for (const auto& [value, count] : profile.top)
        json["top"].push_back({value, count});
}

void from_json(const nlohmann::json& json, ColumnProfile& profile)
{
    profile = {};
    json.at("rows").get_to(profile.rows);
    json.at("missing").get_to(profile.missing);
    json.at("distinct").get_to(profile.distinct);
    json.at("distinct_exact").get_to(profile.distinctExact);
    json.at("nan").get_to(profile.nan);
    json.at("infinite").get_to(profile.infinite);
    json.at("quantiles").get_to(profile.quantiles);
    json.at("top_exact").get_to(profile.topExact);
    read(json, "minimum", profile.minimum);
    read(json, "maximum", profile.maximum);
    read(json, "mean", profile.mean);
    read(json, "standard_deviation", profile.standardDeviation);
    read(json, "skewness", profile.skewness);
    if (json.contains("smallest")) {
        profile.smallest = extremeFromJson(json.at("smallest"));
        profile.largest = extremeFromJson(json.at("largest"));
    }
    if (const auto it = json.find("histogram"); it != json.end()) {
        it->at("low").get_to(profile.histogram.low);
        it->at("high").get_to(profile.histogram.high);
        it->at("counts").get_to(profile.histogram.counts);
    }
    for (const auto& entry : json.at("top"))
        profile.top.emplace_back(entry.at(0).get<std::string>(), entry.at(1).get<std::int64_t>());
}

} // namespace lepton::data
