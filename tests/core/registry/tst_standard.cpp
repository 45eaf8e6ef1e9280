// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "registry/evidence.h"
#include "registry/gates.h"
#include "registry/standard.h"

#include <QTest>

#include <limits>

using namespace lepton;
using namespace lepton::registry;
using testing::errorOf;

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
        row("a role that may not review", changed("\"reviewer\"", "\"engineer\""), "production.roles");
        row("nobody may review", changed("[\"reviewer\",\"admin\"]", "[]"), "production.roles");
        row("nobody has to approve", changed("\"approvals\":2", "\"approvals\":0"), "production.approvals");
        row("a half approval", changed("\"approvals\":2", "\"approvals\":1.5"), "production.approvals");
        row("another exclusion", changed("\"trainer\"", "\"boss\""), "production.exclude");
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
