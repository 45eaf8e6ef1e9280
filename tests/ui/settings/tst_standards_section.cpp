// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nameless_widgets.h"

#include "base/error.h"
#include "ui/settings/json_place.h"
#include "ui/settings/name_list.h"
#include "ui/settings/standard_list_model.h"
#include "ui/settings/standards_section.h"
#include "ui/settings/trial_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <atomic>
#include <semaphore>

using namespace lepton;
using namespace lepton::testing;
using identity::Role;

namespace {

/// Standards in memory. Tests set what it answers while nothing is being read.
class FakeStandards final : public ui::StandardsBackend
{
public:
    ui::StandardFacts facts() override { return told; }
    ui::StandardTrial tryOut(std::string_view text, const base::Cancellation& cancellation,
                             base::Progress& progress) override
    {
        if (holds) {
            progress.begin("evaluating", 10);
            progress.update(3);
            progress.flush();
            gate.acquire();
            wasCancelled = cancellation.requested();
            cancellation.throwIfRequested();
        }
        tried.emplace_back(text);
        return trial;
    }
    registry::StandardRecord publish(std::string_view text) override
    {
        if (refusal)
            throw *refusal;
        published.emplace_back(text);
        registry::StandardRecord record;
        record.standard = registry::parseStandard(text);
        return record;
    }

    ui::StandardFacts told;
    ui::StandardTrial trial;
    std::optional<base::Error> refusal;
    std::vector<std::string> tried, published;
    bool holds = false;
    std::atomic<bool> wasCancelled{false};
    std::binary_semaphore gate{0};
};

registry::StandardRecord makeRecord(const std::string& name, int version)
{
    registry::Standard standard = registry::builtInStandard();
    standard.name = name;
    standard.version = version;
    standard.department = "Risk";
    standard.production.approvals = 2;
    standard.production.gates = {
        registry::MetricGate{"macro_f1", registry::MetricGate::Bound::AtLeast, 0.9, 1},
        registry::TestRowsGate{500}};
    return {standard,    registry::standardText(standard), registry::standardHash(standard), "id-1", {},
            10 + version};
}

} // namespace

class TestStandardsSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void listsVersions();
    void findsPlacesInJson();
    void formWritesJson();
    void namesStandInOneLine_data();
    void namesStandInOneLine();
    void jsonFillsTheForm();
    void saysWhereTheJsonIsWrong();
    void addsAndRemovesGates();
    void triesBeforeItPublishes();
    void anotherTextMustBeTriedAgain();
    void cancelsATrial();
    void tellsWhoMayNotPublish();
    void keepsWhatCoreRefuses();
    void namesEveryControl();

private:
    void open();
    void edit(const char* button = "settings.standards.new.button");
    template <class Widget>
    Widget* find(const char* name) const
    {
        Widget* found = nullptr; // an editor that was closed may still be there
        for (auto* one : m_section->findChildren<Widget*>(QLatin1String(name)))
            found = one;
        return found;
    }
    QString json() const { return find<QPlainTextEdit>("settings.standard.json.edit")->toPlainText(); }
    registry::Standard standard() const { return registry::parseStandard(json().toStdString()); }
    QString texts(const char* name) const;
    void settle() { QTRY_VERIFY(m_section->isSettled()); }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeStandards> m_backend;
    std::unique_ptr<ui::StandardsSection> m_section;
    QStringList m_toasts;
};

void TestStandardsSection::init()
{
    m_backend = std::make_shared<FakeStandards>();
    auto& told = m_backend->told;
    const auto& builtIn = registry::builtInStandard();
    told.standards = {makeRecord("risk-text", 2),
                      makeRecord("risk-text", 1),
                      {builtIn, registry::standardText(builtIn), registry::standardHash(builtIn), {}, {}, 0}};
    told.names = {{"id-1", "Lars"}};
    told.departments = {"Marketing", "Risk"};
    told.self.emplace();
    told.self->department = "Risk";
    told.self->roles = {Role::Admin};
    registry::StandardCheck check;
    check.version.model.name = "tone";
    check.version.version.number = 3;
    check.gates = {{"macro_f1 at least 0.8", true, "It is 0.9120."}, {"x", false, "It is 0.7000."}};
    m_backend->trial.checks = {check};
    m_toasts.clear();
}

void TestStandardsSection::cleanup()
{
    if (m_section)
        settle();
    m_section.reset();
}

void TestStandardsSection::open()
{
    m_section = std::make_unique<ui::StandardsSection>(m_backend);
    m_section->resize(1000, 900);
    connect(m_section.get(), &ui::SettingsSection::changed, this,
            [this](const QString& what, const std::function<void()>&) { m_toasts << what; });
    m_section->show();
    m_section->refresh();
    settle();
}

void TestStandardsSection::edit(const char* button)
{
    open();
    if (QLatin1String(button) == QLatin1String("settings.standards.open.button"))
        find<ui::DataTable>("settings.standards.table")->selectRow(0);
    find<QPushButton>(button)->click();
}

QString TestStandardsSection::texts(const char* name) const
{
    QStringList list;
    for (const auto* label : find<QWidget>(name)->findChildren<QLabel*>())
        list << label->text();
    return list.join(QLatin1Char('|'));
}

void TestStandardsSection::listsVersions()
{
    open();
    auto* model = find<ui::DataTable>("settings.standards.table")->model();
    const QAbstractItemModelTester tester(model);
    using Model = ui::StandardListModel;
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(model->index(0, Model::StateColumn).data().toString(), QStringLiteral("In force"));
    QCOMPARE(model->index(1, Model::StateColumn).data().toString(), QStringLiteral("Replaced"));
    QCOMPARE(model->index(2, Model::NameColumn).data().toString(), QStringLiteral("Built in"));
    // the next version of one keeps its name
    find<ui::DataTable>("settings.standards.table")->selectRow(0);
    find<QPushButton>("settings.standards.open.button")->click();
    QCOMPARE(standard().version, 3);
    QVERIFY(find<QLineEdit>("settings.standard.name.edit")->isReadOnly());
}

void TestStandardsSection::findsPlacesInJson()
{
    const QString text =
        QStringLiteral("{\n \"name\": \"a\\\"b\",\n \"production\": {\n  \"gates\": [\n   {\"metric\": "
                       "\"x\"},\n   {\n    \"at_least\": 1}\n  ]\n }\n}");
    QCOMPARE(ui::lineOfPlace(text, QStringLiteral("name")), 2);
    QCOMPARE(ui::lineOfPlace(text, QStringLiteral("production.gates[0].metric")), 5);
    QCOMPARE(ui::lineOfPlace(text, QStringLiteral("production.gates[1].at_least")), 7);
    QCOMPARE(ui::lineOfPlace(text, QStringLiteral("production.gates[1].metric")), 6); // missing: its gate
    QCOMPARE(ui::lineOfPlace(text, QStringLiteral("staging")), 0);
    QCOMPARE(ui::lineOfPlace(QStringLiteral("{"), QStringLiteral("name")), 0);
}

void TestStandardsSection::formWritesJson()
{
    edit();
    QTest::keyClicks(find<QLineEdit>("settings.standard.name.edit"), QStringLiteral("-2"));
    find<QSpinBox>("settings.standard.production.approvals")->setValue(3);
    find<QDoubleSpinBox>("settings.standard.production.gate.0.value")->setValue(0.85);
    const auto now = standard();
    QCOMPARE(now.name, std::string("standard-2"));
    QCOMPARE(now.production.approvals, 3);
    QCOMPARE(std::get<registry::MetricGate>(now.production.gates.front()).value, 0.85);
    QCOMPARE(now.department, std::string("Risk"));
}

void TestStandardsSection::namesStandInOneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("one") << QStringLiteral("Risk") << QStringList{QStringLiteral("Risk")};
    QTest::newRow("two") << QStringLiteral("Risk; Customer Service")
                         << QStringList{QStringLiteral("Risk"), QStringLiteral("Customer Service")};
    QTest::newRow("a semicolon in a name")
        << QStringLiteral("\"Sales; North\"; Risk")
        << QStringList{QStringLiteral("Sales; North"), QStringLiteral("Risk")};
    QTest::newRow("quotation marks in a name")
        << QStringLiteral("\"The \"\"A\"\" team\"") << QStringList{QStringLiteral("The \"A\" team")};
}

void TestStandardsSection::namesStandInOneLine()
{
    QFETCH(QString, line);
    QFETCH(QStringList, names);
    std::vector<std::string> wanted;
    for (const QString& name : names)
        wanted.push_back(name.toStdString());
    QVERIFY(ui::splitNames(line) == wanted);
    QCOMPARE(ui::joinNames(wanted), line);
    QVERIFY(ui::splitNames(line + QStringLiteral(" ;; ")) == wanted);
}

void TestStandardsSection::jsonFillsTheForm()
{
    edit();
    QString text = json();
    text.replace(QStringLiteral("\"at_least\": 0.8"), QStringLiteral("\"at_least\": 0.66"));
    find<QPlainTextEdit>("settings.standard.json.edit")->setPlainText(text);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(find<QDoubleSpinBox>("settings.standard.production.gate.0.value")->value(), 0.66);
    QCOMPARE(json(), text); // what a person writes is left as it is
}

void TestStandardsSection::saysWhereTheJsonIsWrong()
{
    edit();
    auto* edit = find<QPlainTextEdit>("settings.standard.json.edit");
    QString text = json();
    text.replace(QStringLiteral("\"at_least\": 0.8"), QStringLiteral("\"at_least\": \"high\""));
    edit->setPlainText(text);

    QStringList all;
    for (const auto* label : m_section->findChildren<QLabel*>())
        all << label->text();
    QVERIFY(all.join(QLatin1Char('|')).contains(QStringLiteral("production.gates[0].at_least")));
    QCOMPARE(edit->extraSelections().size(), 1);
    QVERIFY(edit->extraSelections().front().cursor.block().text().contains(QStringLiteral("high")));
    QVERIFY(!find<QPushButton>("settings.standard.try.button")->isEnabled());
    edit->setPlainText(QStringLiteral("{\n\"name\": }"));
    QCOMPARE(edit->extraSelections().front().cursor.blockNumber(), 1);
    QVERIFY(!find<QPushButton>("settings.standard.publish.button")->isEnabled());
}

void TestStandardsSection::addsAndRemovesGates()
{
    edit();
    const auto before = standard().production.gates.size();
    auto* add = find<QPushButton>("settings.standard.production.addGate.button");
    for (QAction* action : add->menu()->actions())
        action->trigger(); // one of each kind, and each of them is right
    QCOMPARE(standard().production.gates.size(), before + std::size_t(add->menu()->actions().size()));
    const auto second = registry::gateName(standard().production.gates[1]);
    find<QToolButton>("settings.standard.production.gate.0.remove")->click();
    QTRY_COMPARE(registry::gateName(standard().production.gates.front()), second);
}

void TestStandardsSection::triesBeforeItPublishes()
{
    edit();
    auto* publish = find<QPushButton>("settings.standard.publish.button");
    QVERIFY(!publish->isEnabled());
    QVERIFY2(publish->toolTip().contains(QStringLiteral("Try it")), qPrintable(publish->toolTip()));
    find<QPushButton>("settings.standard.try.button")->click();
    settle();
    auto* table = find<ui::DataTable>("settings.standard.trial");
    QVERIFY(table->isVisible());
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, ui::TrialModel::VersionColumn).data().toString(),
             QStringLiteral("tone v3"));
    QCOMPARE(table->model()->index(1, ui::TrialModel::ResultColumn).data().toString(),
             QStringLiteral("Fails"));
    QVERIFY(m_backend->published.empty()); // nothing is recorded by a trial
    QVERIFY(publish->isEnabled());
    const std::string text = json().toStdString();
    publish->click();
    QTRY_COMPARE(m_toasts.size(), 1);
    QCOMPARE(m_backend->published, std::vector<std::string>{text});
    QTRY_VERIFY(find<ui::DataTable>("settings.standards.table")->isVisible());
}

void TestStandardsSection::anotherTextMustBeTriedAgain()
{
    edit();
    find<QPushButton>("settings.standard.try.button")->click();
    settle();
    auto* publish = find<QPushButton>("settings.standard.publish.button");
    QVERIFY(publish->isEnabled());
    find<QSpinBox>("settings.standard.production.approvals")->setValue(4);
    QVERIFY(!publish->isEnabled());
    QVERIFY(!find<ui::DataTable>("settings.standard.trial")->isVisible()); // it told of another text
}

void TestStandardsSection::cancelsATrial()
{
    m_backend->holds = true;
    edit();
    find<QPushButton>("settings.standard.try.button")->click();
    QTRY_VERIFY(find<QLabel>("settings.standard.progress")->text().contains(QStringLiteral("30 %")));
    auto* stop = find<QPushButton>("settings.standard.stop.button");
    QVERIFY(stop->isVisible());
    stop->click();
    m_backend->gate.release();
    QTRY_VERIFY(m_backend->wasCancelled);
    settle();
    QVERIFY(!stop->isVisible());
    QVERIFY(!find<ui::DataTable>("settings.standard.trial")->isVisible());
    QVERIFY(m_backend->tried.empty());
}

void TestStandardsSection::tellsWhoMayNotPublish()
{
    m_backend->told.self->roles = {Role::Engineer};
    edit();
    auto* publish = find<QPushButton>("settings.standard.publish.button");
    QVERIFY(publish->toolTip().contains(QStringLiteral("admins")));
    find<QPushButton>("settings.standard.try.button")->click(); // anybody may try
    settle();
    QVERIFY(!publish->isEnabled());
    cleanup();
    // an admin of another department is told by core
    init();
    m_backend->trial.refusal = base::Error(base::ErrorCode::NotAllowed, "Risk has an admin of its own.");
    edit();
    find<QPushButton>("settings.standard.try.button")->click();
    settle();
    publish = find<QPushButton>("settings.standard.publish.button");
    QVERIFY(!publish->isEnabled());
    QVERIFY(publish->toolTip().contains(QStringLiteral("admin of its own")));
}

void TestStandardsSection::keepsWhatCoreRefuses()
{
    edit();
    find<QPushButton>("settings.standard.try.button")->click();
    settle();
    m_backend->refusal = base::Error(base::ErrorCode::Exists, "The next version is 2, not 1.");
    const QString text = json();
    find<QPushButton>("settings.standard.publish.button")->click();
    settle();
    QTRY_VERIFY(texts("settings.standard.banner").contains(QStringLiteral("The next version is 2")));
    QCOMPARE(json(), text);
    QVERIFY(m_toasts.isEmpty());
}

void TestStandardsSection::namesEveryControl()
{
    edit();
    QCOMPARE(namelessWidgets(*m_section).join(QLatin1Char(44)), QString());
}

QTEST_MAIN(TestStandardsSection)
#include "tst_standards_section.moc"
