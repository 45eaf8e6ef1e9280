// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_schema.h"
#include "support/error_of.h"

#include "registry/evidence.h"
#include "registry/gates.h"
#include "registry/standard.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace lepton;
using namespace lepton::registry;
using nlohmann::json;
using testing::errorOf;
using testing::JsonSchema;

namespace {

const char* example =
    R"({"name":"risk-text","version":3,"applies_to":{"department":"Risk","task":"text-classification"},
"production":{"approvals":2,"roles":["reviewer","admin"],"departments":["Risk","Service"],"exclude":["requester","trainer"],
"gates":[{"metric":"macro_f1","at_least":0.9},{"metric":"macro_f1","not_below_production_by":0.005},
{"metric":"lowest_class_f1","at_least":0.8,"min_support":20},{"metric":"ece","at_most":0.05},{"test_rows":{"at_least":500}},
{"leakage":{"at_most":0}},{"repeatable":true}]},"staging":{"approvals":0,"gates":[]}})";

std::string changed(const char* from, const char* to)
{
    std::string text = example;
    text.replace(text.find(from), std::string_view(from).size(), to);
    return text;
}

ModelScores scores(double macroF1)
{
    ModelScores made;
    made.metrics = {{"macro_f1", macroF1}, {"ece", 0.02}};
    made.classes = {{"a", 1, 1, 0.9, 30}, {"b", 1, 1, 0.4, 5}};
    return made;
}

/// The places of everything in @p document.
std::vector<json::json_pointer> placesIn(const json& document)
{
    std::vector<json::json_pointer> places;
    const json leaves = document.flatten();
    for (const auto& [place, value] : leaves.items()) {
        for (json::json_pointer at(place); !at.empty(); at = at.parent_pointer()) {
            if (std::ranges::find(places, at) == places.end())
                places.push_back(at);
        }
    }
    return places;
}

void remove(json& document, const json::json_pointer& place)
{
    json& parent = document[place.parent_pointer()];
    if (parent.is_array())
        parent.erase(std::stoul(place.back()));
    else
        parent.erase(place.back());
}

/// The example, and what becomes of it by one change anywhere, right or wrong.
std::vector<json> nearTheExample()
{
    const json whole = json::parse(exampleStandard());
    const json values =
        json::parse(R"([null, true, false, 0, 1, -1, -2, 1.5, 2, 2.5, 20, 20.0, 21, 1e13, "", "x",
        "reviewer", "engineer", "trainer", "text-classification", "macro_f1", "ece", "lowest_class_f1", "a/b", "a@b",
        " a", "a ", "a\u0001", "数据", [], [1], ["Risk"], ["Risk", "a@b"], ["reviewer"], [{}], {}, {"at_least": 1},
        {"at_most": 1}, {"metric": "mcc", "at_least": 0.5}])");
    json members = json::parse(R"({"x": 1, "at_least": 0.5, "at_most": 0.5, "not_below_production_by": 0.5,
        "min_support": 5, "metric": "ece", "test_rows": {"at_least": 1}, "leakage": {"at_most": 1}, "repeatable": true,
        "$schema": "s", "roles": ["admin"], "exclude": []})");
    std::vector<json> near{whole};
    for (const auto& place : placesIn(whole)) {
        near.push_back(whole);
        remove(near.back(), place);
        for (const json& value : values) {
            near.push_back(whole);
            near.back()[place] = value;
        }
        near.push_back(whole);
        near.back()[place] = std::string(120, 'x');
        near.push_back(whole);
        near.back()[place] = std::string(121, 'x');
        for (const auto& [key, value] : members.items()) {
            if (!whole.at(place).is_object())
                break;
            near.push_back(whole);
            near.back()[place][key] = value;
        }
    }
    for (const auto& [key, value] : members.items()) {
        near.push_back(whole);
        near.back()[key] = value;
    }
    near.push_back(whole);
    near.back()["$schema"] = 1;
    near.push_back(json::parse(R"({"name":"x","version":1,"production":{"approvals":1}})"));
    near.push_back(json::array());
    return near;
}

bool isRead(const json& standard)
{
    return !errorOf([&] { parseStandard(standard.dump()); });
}

} // namespace

class TestStandard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const Standard standard = parseStandard(example);
        QCOMPARE(standard.production.approvals, 2);
        QVERIFY(standard.production.excludeTrainer);
        QCOMPARE(standard.production.gates.size(), std::size_t{7});
        QCOMPARE(gateName(standard.production.gates[1]),
                 std::string("macro_f1 not below production by more than 0.005"));
        QCOMPARE(standard.staging.approvals, 0);
        // Its canonical text is read back as itself.
        const std::string text = standardText(standard);
        QCOMPARE(standardText(parseStandard(text)), text);
        QCOMPARE(standardText(parseStandard(standardText(builtInStandard()))),
                 standardText(builtInStandard()));
    }

    void refusesWhatIsNotRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const std::string& text, const char* place) {
            QTest::newRow(name) << QString::fromStdString(text) << place;
        };
        row("an unknown key", changed("\"name\"", "\"nam\""), "nam");
        row("a misspelt gate", changed("\"at_most\":0.05", "\"atmost\":0.05"), "production.gates[3].atmost");
        row("a gate without a bound", changed(",\"at_least\":0.9}", "}"), "production.gates[0]");
        row("two bounds", changed("\"at_least\":0.9}", "\"at_least\":0.9,\"at_most\":1}"),
            "production.gates[0]");
        row("a metric that is none", changed("\"ece\"", "\"beauty\""), "production.gates[3].metric");
        row("a bound that is a text", changed("0.9}", "\"0.9\"}"), "production.gates[0].at_least");
        row("min_support elsewhere", changed("\"at_most\":0.05", "\"at_most\":0.05,\"min_support\":3"),
            "production.gates[3].min_support");
        row("a role that may not review", changed("\"reviewer\"", "\"engineer\""), "production.roles[0]");
        row("a role that is none", changed("\"admin\"", "\"boss\""), "production.roles[1]");
        row("a department that is no name", changed("\"Service\"", "\"a/b\""), "production.departments[1]");
        row("no name", changed("\"risk-text\"", "\" x\""), "name");
        row("a list", "[]", "its top");
        row("a key twice further down", changed("\"at_most\":0.05", "\"at_most\":0.05,\"at_most\":1"),
            "production.gates[3].at_most");
        row("a key twice in a list", changed("\"leakage\":{", "\"leakage\":{\"at_most\":1,"),
            "production.gates[5].leakage.at_most");
        row("nobody may review", changed("[\"reviewer\",\"admin\"]", "[]"), "production.roles");
        row("nobody has to approve", changed("\"approvals\":2", "\"approvals\":0"), "production.approvals");
        row("a half approval", changed("\"approvals\":2", "\"approvals\":1.5"), "production.approvals");
        row("another exclusion", changed("\"trainer\"", "\"boss\""), "production.exclude[1]");
        row("a key twice", changed("\"version\":3", "\"version\":3,\"version\":4"), "version");
        row("repeatable false", changed("\"repeatable\":true", "\"repeatable\":false"),
            "production.gates[6].repeatable");
        row("no production", R"({"name":"x","version":1})", "production");
    }

    void refusesWhatIsNotRight()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        const auto error = errorOf([&] { parseStandard(text.toStdString()); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("invalid_argument"));
        QVERIFY2(error->message().find("at " + place.toStdString() + ":") != std::string::npos,
                 error->what());
    }

    void theExampleIsOne()
    {
        const Standard standard = parseStandard(exampleStandard());
        QCOMPARE(standard.production.gates.size(), std::size_t{7});
        QVERIFY(JsonSchema(json::parse(standardSchema())).accepts(json::parse(exampleStandard())));
        // What is stored and shown is one, too.
        for (const Standard& one : {standard, builtInStandard()})
            QVERIFY(JsonSchema(json::parse(standardSchema())).accepts(json::parse(standardText(one))));
    }

    void theSchemaAcceptsWhatIsRead()
    {
        const JsonSchema schema(json::parse(standardSchema()));
        int read = 0, refused = 0;
        for (const json& standard : nearTheExample()) {
            const bool isOne = isRead(standard);
            QVERIFY2(schema.accepts(standard) == isOne,
                     ((isOne ? "read, and the schema refuses: " : "refused, and the schema accepts: ") +
                      standard.dump())
                         .c_str());
            ++(isOne ? read : refused);
        }
        QVERIFY(read > 50 && refused > 500);
    }

    /// Each rule of the schema matters: without it, the schema would not say what the program does.
    void noRuleOfTheSchemaIsIdle()
    {
        const json schema = json::parse(standardSchema());
        const std::vector<json> near = nearTheExample();
        std::vector<bool> read;
        for (const json& standard : near)
            read.push_back(isRead(standard));
        static const std::set<std::string> keywords{"type",
                                                    "enum",
                                                    "const",
                                                    "minimum",
                                                    "maximum",
                                                    "minItems",
                                                    "maxLength",
                                                    "pattern",
                                                    "items",
                                                    "required",
                                                    "oneOf",
                                                    "allOf",
                                                    "if",
                                                    "then",
                                                    "else",
                                                    "properties",
                                                    "additionalProperties",
                                                    "$ref"};
        int rules = 0;
        for (const auto& place : placesIn(schema)) {
            if (!keywords.contains(place.back()) || schema.at(place.parent_pointer()).is_array())
                continue;
            json without = schema;
            remove(without, place);
            const JsonSchema weaker(std::move(without));
            bool differs = false;
            for (std::size_t i = 0; i < near.size() && !differs; ++i)
                differs = weaker.accepts(near[i]) != read[i];
            QVERIFY2(differs, ("nothing depends on " + place.to_string()).c_str());
            ++rules;
        }
        QVERIFY(rules > 50);
    }

    void saysWhereItIsNoJson()
    {
        const auto error = errorOf([] { parseStandard("{\n\"name\": \"x\",\n]"); });
        QVERIFY(error && error->kind() == "bad_json");
        QCOMPARE(error->place().line.value_or(0), std::int64_t{3});
    }

    void judgesGates()
    {
        const Standard standard = parseStandard(example);
        const auto& gates = standard.production.gates;
        GateInput input;
        input.candidate = {scores(0.93), {}};
        input.test.value.emplace();
        input.test.value->texts.resize(499);
        input.test.value->leaks = 1;
        QVERIFY(judge(gates[0], input).passed);
        QVERIFY(judge(gates[1], input).passed); // nothing is in production
        input.hasIncumbent = true;
        input.incumbent = {scores(0.934), {}};
        QVERIFY(judge(gates[1], input).passed);
        input.incumbent = {scores(0.94), {}};
        QVERIFY(!judge(gates[1], input).passed);
        QVERIFY(judge(gates[2], input).passed); // the low class has too few rows to count
        QVERIFY(judge(gates[3], input).passed);
        QVERIFY(!judge(gates[4], input).passed);
        QVERIFY(!judge(gates[5], input).passed);
        QVERIFY(judge(gates[6], input).passed);
        input.notRepeatable = "The data is gone.";
        QCOMPARE(judge(gates[6], input).why, std::string("The data is gone."));
    }

    void whatCannotBeComputedFails()
    {
        const Standard standard = parseStandard(example);
        const auto& gates = standard.production.gates;
        GateInput input;
        input.candidate = {scores(std::numeric_limits<double>::quiet_NaN()), {}};
        const GateResult nan = judge(gates[0], input);
        QVERIFY(!nan.passed && nan.why.find("NaN") != std::string::npos);
        input.candidate = {scores(0.95), {}};
        input.hasIncumbent = true;
        input.incumbent = {std::nullopt, "The model of version 1 is gone."};
        const GateResult gone = judge(gates[1], input);
        QVERIFY(!gone.passed && gone.why.find("gone") != std::string::npos);
        input.candidate = {std::nullopt, "The test data is gone."};
        for (const std::size_t gate : {0U, 1U, 2U, 3U, 4U, 5U})
            QVERIFY(!judge(gates[gate], input).passed);
        QVERIFY(!judge(MetricGate{"lowest_class_f1", MetricGate::Bound::AtLeast, 0.1, 1000}, input).passed);
    }
};

QTEST_GUILESS_MAIN(TestStandard)
#include "tst_standard.moc"
