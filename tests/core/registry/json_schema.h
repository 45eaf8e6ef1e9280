// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <string>

namespace lepton::testing {

/// The part of JSON Schema (2020-12) that the schemas of the product use. A keyword that is not known throws:
/// it would be taken for one that always holds.
class JsonSchema
{
public:
    using json = nlohmann::json;

    explicit JsonSchema(json root)
        : m_root(std::move(root))
    {}

    bool accepts(const json& value) const { return holds(m_root, value); }

private:
    bool holds(const json& schema, const json& value) const
    {
        if (schema.is_boolean())
            return schema.get<bool>();
        return std::ranges::all_of(schema.items(), [&](const auto& item) {
            return keywordHolds(item.key(), item.value(), schema, value);
        });
    }

    bool keywordHolds(const std::string& keyword, const json& rule, const json& schema,
                      const json& value) const
    {
        static const std::set<std::string> words{"$schema", "$defs", "title", "description", "then", "else"};
        if (words.contains(keyword))
            return true;
        if (keyword == "$ref")
            return holds(m_root.at(json::json_pointer(rule.get<std::string>().substr(1))), value);
        if (keyword == "type")
            return isOfType(rule.get<std::string>(), value);
        if (keyword == "enum")
            return std::ranges::find(rule, value) != rule.end();
        if (keyword == "const")
            return rule == value;
        if (keyword == "minimum")
            return !value.is_number() || value.get<double>() >= rule.get<double>();
        if (keyword == "maximum")
            return !value.is_number() || value.get<double>() <= rule.get<double>();
        if (keyword == "minItems")
            return !value.is_array() || value.size() >= rule.get<std::size_t>();
        if (keyword == "maxLength" || keyword == "pattern")
            return !value.is_string() || textHolds(keyword, rule, value.get<std::string>());
        if (keyword == "items")
            return !value.is_array() ||
                   std::ranges::all_of(value, [&](const json& item) { return holds(rule, item); });
        if (keyword == "required")
            return !value.is_object() || std::ranges::all_of(rule, [&](const json& key) {
                return value.contains(key.get<std::string>());
            });
        if (keyword == "properties")
            return !value.is_object() || std::ranges::all_of(rule.items(), [&](const auto& property) {
                return !value.contains(property.key()) || holds(property.value(), value.at(property.key()));
            });
        if (keyword == "additionalProperties")
            return !value.is_object() || std::ranges::all_of(value.items(), [&](const auto& member) {
                return schema.value("properties", json::object()).contains(member.key()) ||
                       holds(rule, member.value());
            });
        if (keyword == "oneOf")
            return std::ranges::count_if(rule, [&](const json& one) { return holds(one, value); }) == 1;
        if (keyword == "allOf")
            return std::ranges::all_of(rule, [&](const json& one) { return holds(one, value); });
        if (keyword == "if") {
            const char* branch = holds(rule, value) ? "then" : "else";
            return !schema.contains(branch) || holds(schema.at(branch), value);
        }
        throw std::runtime_error("unknown keyword " + keyword);
    }

    static bool isOfType(const std::string& type, const json& value)
    {
        if (type == "integer")
            return value.is_number() && value.get<double>() == std::floor(value.get<double>());
        if (type == "number")
            return value.is_number();
        return type == "object" ? value.is_object() : type == "array" ? value.is_array() : value.is_string();
    }

    static bool textHolds(const std::string& keyword, const json& rule, const std::string& value)
    {
        const QString text = QString::fromStdString(value);
        if (keyword == "pattern") {
            // ECMA's \uXXXX is \x{XXXX} here.
            QString pattern = QString::fromStdString(rule.get<std::string>());
            pattern.replace(QRegularExpression("\\\\u([0-9A-F]{4})"), "\\x{\\1}");
            const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
            if (!expression.isValid())
                throw std::runtime_error("a pattern that is none");
            return expression.match(text).hasMatch();
        }
        return text.toUcs4().size() <= rule.get<int>();
    }

    json m_root;
};

} // namespace lepton::testing
