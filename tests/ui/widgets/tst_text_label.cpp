// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/line_box.h"
#include "ui/theme/theme.h"
#include "ui/widgets/language.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_lines.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lepton::ui;

namespace {

/// The lowest line of @p image that the letter at its left edge reaches: an "n" stands on the base line.
int baseLineOf(const QImage& image, int letterWidth)
{
    for (int y = image.height() - 1; y >= 0; --y) {
        for (int x = 0; x < letterWidth; ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                return y;
        }
    }
    return -1;
}

QImage white(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

} // namespace

class TestTextLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hasOneHeightInChineseWhateverItSays();
    void staysAsLowAsItsLettersInEnglish();
    void standsOnOneBaseLine_data();
    void standsOnOneBaseLine();
    void paintsDelegatesOnThatLineToo();
    void breaksIntoLinesOfOneHeight();
    void anIconStandsBesideItsLine();
    void aNameBreaksBetweenItsParts_data();
    void aNameBreaksBetweenItsParts();

private:
    theme::Theme m_theme{*qApp};
    Language m_language;
};

void TestTextLabel::init()
{
    m_language.setChoice(LanguageChoice::Chinese);
}

void TestTextLabel::hasOneHeightInChineseWhateverItSays()
{
    TextLabel latin(QStringLiteral("all-MiniLM-L6-v2"), theme::Step::Small);
    TextLabel chinese(QStringLiteral("基础模型"), theme::Step::Small);
    QVERIFY(chinese.sizeHint().height() > chinese.fontMetrics().height()); // its letters are taller
    QCOMPARE(latin.sizeHint().height(), chinese.sizeHint().height());
    QCOMPARE(latin.minimumSizeHint().height(), chinese.sizeHint().height());
    latin.setElided(true);
    QCOMPARE(latin.minimumSizeHint().height(), chinese.sizeHint().height());
}

void TestTextLabel::staysAsLowAsItsLettersInEnglish()
{
    TextLabel latin(QStringLiteral("Base model"), theme::Step::Small);
    const int inChinese = latin.sizeHint().height();
    m_language.setChoice(LanguageChoice::English);
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&latin, &changed);
    QVERIFY(latin.sizeHint().height() < inChinese);
    QCOMPARE(latin.sizeHint().height(), latin.fontMetrics().height());
}

void TestTextLabel::standsOnOneBaseLine_data()
{
    QTest::addColumn<bool>("isElided");
    QTest::newRow("whole") << false;
    QTest::newRow("may be cut") << true;
}

void TestTextLabel::standsOnOneBaseLine()
{
    QFETCH(const bool, isElided);
    const auto baseLine = [&](const QString& text, Qt::Alignment vertical) {
        TextLabel label(text, theme::Step::Body);
        label.setElided(isElided);
        label.setAlignment(Qt::AlignLeft | vertical);
        label.resize(label.sizeHint().width() + 20, 40);
        QImage image = white(label.size());
        label.render(&image, {}, {}, QWidget::DrawChildren);
        return baseLineOf(image, label.fontMetrics().horizontalAdvance(QLatin1Char('n')));
    };
    const QString latin = QStringLiteral("n v1");
    const QString chinese = QStringLiteral("n 基础模型");
    for (const Qt::Alignment vertical : {Qt::AlignTop, Qt::AlignVCenter, Qt::AlignBottom}) {
        QVERIFY(baseLine(latin, vertical) > 0);
        QCOMPARE(baseLine(latin, vertical), baseLine(chinese, vertical));
    }
}

void TestTextLabel::paintsDelegatesOnThatLineToo()
{
    const auto baseLine = [](const QString& text, Qt::Alignment alignment) {
        QImage image = white({200, 32});
        QPainter painter(&image);
        painter.setFont(theme::font(theme::Step::Body));
        paintText(painter, image.rect(), alignment, text);
        return baseLineOf(image, alignment & Qt::AlignRight
                                     ? image.width()
                                     : painter.fontMetrics().horizontalAdvance(QLatin1Char('n')));
    };
    QCOMPARE(baseLine(QStringLiteral("n text"), Qt::AlignLeft | Qt::AlignVCenter),
             baseLine(QStringLiteral("n 文本"), Qt::AlignLeft | Qt::AlignVCenter));
    QVERIFY(baseLine(QStringLiteral("n"), Qt::AlignRight | Qt::AlignVCenter) > 0);
}

void TestTextLabel::breaksIntoLinesOfOneHeight()
{
    TextLabel label(QStringLiteral("a\n基础模型\nb"), theme::Step::Body);
    const int line = theme::lineBox(label.font()).height();
    QCOMPARE(label.heightForWidth(label.sizeHint().width()), 3 * line);
    label.setWordWrap(true);
    label.setText(QStringLiteral("基础 基础"));
    QCOMPARE(label.heightForWidth(label.fontMetrics().horizontalAdvance(QStringLiteral("基础")) + 2),
             2 * line);
}

void TestTextLabel::anIconStandsBesideItsLine()
{
    IconLabel icon(QStringLiteral("check"));
    icon.setBesideLine(theme::Step::Body);
    const int inChinese = icon.sizeHint().height();
    QCOMPARE(inChinese, theme::lineBox(theme::font(theme::Step::Body)).height());
    m_language.setChoice(LanguageChoice::English);
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&icon, &changed);
    QVERIFY(icon.sizeHint().height() < inChinese && icon.sizeHint().height() >= 16);
}

void TestTextLabel::aNameBreaksBetweenItsParts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("roomFor");
    QTest::addColumn<QStringList>("lines");
    const auto add = [](const char* name, const char* roomFor, const QStringList& lines) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(roomFor) << lines;
    };
    add("short", "short", {QStringLiteral("short")});
    add("Macro F1, validation", "Macro F1, vali",
        {QStringLiteral("Macro F1,"), QStringLiteral("validation")});
    add("tweets_sentiment v1", "tweets_senti", {QStringLiteral("tweets_"), QStringLiteral("sentiment v1")});
    add("news-topics.tsv", "news-top", {QStringLiteral("news-"), QStringLiteral("topics.tsv")});
    add("nnnnnnnnnn", "nnnnnn", {QStringLiteral("nnnnnn"), QStringLiteral("nnnn")});
}

void TestTextLabel::aNameBreaksBetweenItsParts()
{
    QFETCH(const QString, name);
    QFETCH(const QString, roomFor);
    QFETCH(const QStringList, lines);
    const QFont font = theme::font(theme::Step::Body);
    QCOMPARE(twoLines(name, font, QFontMetrics(font).horizontalAdvance(roomFor) + 1), lines);
}

QTEST_MAIN(TestTextLabel)
#include "tst_text_label.moc"
