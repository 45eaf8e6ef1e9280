// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/report_cases.h"

#include "train/report/html_text.h"
#include "train/report/report_html.h"
#include "train/report/report_palette.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using namespace lepton;
using namespace lepton::testing;
using train::ReportLanguage;

namespace {

ReportCase twoClasses()
{
    ReportCase one;
    one.classes = {"a", "b"};
    one.add(0, 0, 0.95F);
    one.add(0, 1, 0.9F, "surely wrong");
    one.add(1, 1, 0.7F);
    return one;
}

train::Run someRun()
{
    train::Run run;
    run.number = 12;
    run.datasetName = "reviews";
    run.datasetNumber = 3;
    run.baseModelName = "MiniLM";
    run.recipe.textColumn = "text";
    run.recipe.labelColumn = "label";
    run.memberName = "Mei";
    return run;
}

} // namespace

/// The report as one file that a browser opens anywhere.
class TestReportHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheWholeReport()
    {
        const QString html = document(twoClasses());
        QVERIFY(html.contains(QStringLiteral("Report of R-12")));
        QVERIFY(html.contains(QStringLiteral("reviews")));
        QVERIFY(html.contains(QStringLiteral("surely wrong")));
        QVERIFY(html.contains(QStringLiteral("a read as b: 1 of its rows, 50.0 %")));
        const QString text =
            QString::fromStdString(ReportMaker::kept(twoClasses())["text"].get<std::string>());
        QVERIFY(html.contains(QStringLiteral("<pre>") + text + QStringLiteral("</pre>")));
        QCOMPARE(html.count(QStringLiteral("<svg")), 3); // precision and recall, ROC, calibration
    }

    void needsNoNetworkAndNoProgram()
    {
        const QString html = document(twoClasses());
        QVERIFY(!html.contains(QStringLiteral("<script")));
        QVERIFY(!html.contains(QStringLiteral("http:")));
        QVERIFY(!html.contains(QStringLiteral("https:")));
        QVERIFY(!html.contains(QStringLiteral("url(")));
        QVERIFY(!html.contains(QRegularExpression(QStringLiteral("\\s(src|href)="))));
        QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
        QVERIFY(html.contains(QStringLiteral("prefers-color-scheme:dark")));
    }

    void everyElementIsClosed_data()
    {
        QTest::addColumn<QStringList>("classes");
        QTest::newRow("plain") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("markup") << QStringList{QStringLiteral("<b>&\"'"), QStringLiteral("</table></html>")};
        QTest::newRow("long, both scripts")
            << QStringList{QString(200, QLatin1Char('x')), QString(200, QChar(0x6807))};
    }

    void everyElementIsClosed()
    {
        QFETCH(QStringList, classes);
        ReportCase one = twoClasses();
        one.classes = {classes[0].toStdString(), classes[1].toStdString()};
        for (const auto language : {ReportLanguage::English, ReportLanguage::Chinese}) {
            QString html = document(one, language);
            // as XML: elements without content are closed, and the one name that XML does not know is written
            // out
            html.remove(QStringLiteral("<!DOCTYPE html>\n"));
            html.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")), QStringLiteral("<meta \\1/>"));
            html.replace(QStringLiteral("&nbsp;"), QStringLiteral("&#160;"));
            QXmlStreamReader xml(html);
            QStringList texts;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isCharacters())
                    texts << xml.text().toString();
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(texts.contains(classes[0])); // as it is, and as text
            QVERIFY(texts.contains(classes[1]));
        }
    }

    void textsOfTheDataAreEscaped()
    {
        ReportCase one = twoClasses();
        one.texts[1] = "<script>alert('x')</script>\x01";
        const QString html = document(one);
        QVERIFY(!html.contains(QStringLiteral("<script")));
        QVERIFY(
            html.contains(QStringLiteral("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") + QChar(0xFFFD)));
    }

    void speaksChinese()
    {
        const QString html = document(twoClasses(), ReportLanguage::Chinese);
        QVERIFY(html.contains(QStringLiteral("<html lang=\"zh-Hans\">")));
        QVERIFY(html.contains(QStringLiteral("混淆矩阵")));
        for (const char* english :
             {"Confusion", "Precision", "Report of", "Mispredicted", "rows", "Made with"})
            QVERIFY2(!html.contains(QLatin1String(english)), english);
    }

    void changesAreAgainstTheEarlierRun()
    {
        ReportCase before = twoClasses();
        before.probabilities = {0.9F, 0.1F, 0.8F, 0.2F, 0.8F, 0.2F}; // everything is an a
        const auto now = m_maker.report(twoClasses());
        const auto earlier = m_maker.report(before);
        const train::Run run = someRun();
        const QString html = QString::fromStdString(
            train::reportHtml({.run = run, .report = *now, .earlier = {{"R-9", earlier.get()}}}, {}));
        QVERIFY(html.contains(QStringLiteral("Changes are against R-9")));
        QVERIFY(html.contains(QStringLiteral("<td class=\"good\">\u2191 0.667</td>"))); // b was never found
        QVERIFY(html.contains(QStringLiteral("<td class=\"bad\">\u2193 0.133</td>")));  // a: 0.8 before
        QVERIFY(document(twoClasses()).contains(QStringLiteral("No change is shown")));
    }

    void textsMayStayOut()
    {
        const auto report = m_maker.report(twoClasses());
        const train::Run run = someRun();
        const QString html =
            QString::fromStdString(train::reportHtml({.run = run, .report = *report, .samples = 0}, {}));
        QVERIFY(!html.contains(QStringLiteral("surely wrong")));
        QVERIFY(html.contains(QStringLiteral("Wrong rows: 1. Their texts were left out")));
    }

    void hardCases()
    {
        ReportCase right;
        right.classes = {"a", "b"};
        right.add(0, 0, 0.9F);
        QVERIFY(document(right).contains(QStringLiteral("No row is wrong.")));
        ReportCase unsure = twoClasses();
        unsure.add(1, 0, std::numeric_limits<float>::quiet_NaN());
        const QString html = document(unsure);
        QVERIFY(html.contains(QStringLiteral("Rows that have no confidence and are left out: 1.")));
        QVERIFY(html.contains(QStringLiteral("<td>NaN</td>")));
        QVERIFY(!html.contains(QStringLiteral("points=\"nan")));
        ReportCase many;
        for (int i = 0; i < 200; ++i)
            many.classes.push_back(std::to_string(1000 + i));
        for (int i = 0; i < 200; ++i)
            many.add(i, i % 2 == 0 ? i : (i + 1) % 200, 0.5F);
        const QString large = document(many);
        QVERIFY(large.size() < 4'000'000);
        QCOMPARE(large.count(QStringLiteral("<td class=\"w ")), 100);
    }

    void figuresAreWrittenAsTheyAreRead()
    {
        QCOMPARE(train::countText(0), std::string("0"));
        QCOMPARE(train::countText(1'234'567), std::string("1,234,567"));
        QCOMPARE(train::countText(-1'234), std::string("-1,234"));
        QCOMPARE(train::countText(-123), std::string("-123"));
        QCOMPARE(train::changeText(0.0004), std::string("= 0.000"));
        QCOMPARE(train::scoreText(std::numeric_limits<double>::quiet_NaN()), std::string("NaN"));
        QCOMPARE(train::filled("{} of {}", {"{}", "2"}), std::string("{} of 2"));
        QVERIFY(train::reportLanguage("zh_CN") == ReportLanguage::Chinese);
        QVERIFY(!train::reportLanguage("fr"));
    }

private:
    QString document(const ReportCase& one, ReportLanguage language = ReportLanguage::English)
    {
        const auto report = m_maker.report(one);
        const train::Run run = someRun();
        return QString::fromStdString(
            train::reportHtml({.run = run, .report = *report, .language = language}, {}));
    }

    ReportMaker m_maker;
};

QTEST_GUILESS_MAIN(TestReportHtml)
#include "tst_report_html.moc"
