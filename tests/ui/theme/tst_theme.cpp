// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/wishes.h"

#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QDirIterator>
#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <cstddef>
#include <new>

using namespace lepton::ui::theme;

Q_DECLARE_METATYPE(lepton::ui::theme::Role)

namespace {

/// Counts how often a widget is told of another style.
class StyleChanges final : public QObject
{
public:
    int count = 0;

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::StyleChange ? 1 : 0;
        return false;
    }
};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_data();
    void contrast();
    void highContrast_data() { contrast_data(); }
    void highContrast();
    void highContrastHasBordersThatStandOut();
    void switchesLive();
    void reachesHiddenWidgetsWhenTheyAreShown();
    void toleratesAWindowAtThePlaceOfAWidgetThatIsGone();
    void followsTheWishForContrast();
    void fadesUnlessLessMotionIsWished();
    void styleSheetIsComplete();
    void everyIconDraws();
    void iconFollowsTheTheme();
    void fontHasChinese();
    void aButtonIsNotHoveredAfterItsMenu();
    void placeholdersAreAsStrongAsHints();
    void textsOfFieldsBeginAtOnePlace();

private:
    Wishes m_wishes{*qApp};
    Theme m_theme{*qApp};
};

void TestTheme::contrast_data()
{
    QTest::addColumn<Role>("text");
    QTest::addColumn<QList<Role>>("backgrounds");
    const QList<Role> everywhere{Role::Page, Role::Surface, Role::Rail, Role::Sunken, Role::Hover, Role::Sel};
    QTest::newRow("text reads on every background") << Role::Text << everywhere;
    QTest::newRow("second text reads on every background") << Role::Text2 << everywhere;
    QTest::newRow("third text reads on every background") << Role::Text3 << everywhere;
    QTest::newRow("accent reads on every background") << Role::Accent << everywhere;
    QTest::newRow("label of the primary button") << Role::OnAccent << QList<Role>{Role::AccentFill};
    QTest::newRow("accent chip") << Role::AccentText << QList<Role>{Role::AccentSoft};
    QTest::newRow("good chip") << Role::Good << QList<Role>{Role::GoodBg};
    QTest::newRow("warn chip") << Role::WarnText << QList<Role>{Role::WarnBg};
    QTest::newRow("bad chip") << Role::BadText << QList<Role>{Role::BadBg};
    QTest::newRow("neutral chip") << Role::Neutral << QList<Role>{Role::NeutralBg};
}

void TestTheme::contrast()
{
    QFETCH(const Role, text);
    QFETCH(const QList<Role>, backgrounds);
    for (const Tokens* tokens : {&Tokens::light(), &Tokens::dark()}) {
        for (const Role background : backgrounds) {
            const double ratio = lepton::ui::theme::contrast(tokens->color(text), tokens->color(background));
            QVERIFY2(ratio >= 4.45, // the design rounds to one digit
                     qPrintable(QStringLiteral("%1 on %2, %3: %4")
                                    .arg(QLatin1String(roleName(text)), QLatin1String(roleName(background)),
                                         tokens->isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(ratio)));
        }
    }
}

void TestTheme::highContrast()
{
    QFETCH(const Role, text);
    QFETCH(const QList<Role>, backgrounds);
    constexpr double enhanced = 7; // of WCAG 2, level AAA
    m_wishes.setHighContrast(Wish::Yes);
    for (const Tokens* tokens : {&Tokens::light(), &Tokens::dark()}) {
        for (const Role background : backgrounds) {
            const double ratio = lepton::ui::theme::contrast(tokens->color(text), tokens->color(background));
            QVERIFY2(ratio >= enhanced,
                     qPrintable(QStringLiteral("%1 on %2, %3: %4")
                                    .arg(QLatin1String(roleName(text)), QLatin1String(roleName(background)),
                                         tokens->isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(ratio)));
        }
    }
    m_wishes.setHighContrast(Wish::System);
}

void TestTheme::highContrastHasBordersThatStandOut()
{
    constexpr double graphics = 3; // of WCAG 2, for what is no text
    m_wishes.setHighContrast(Wish::Yes);
    for (const bool dark : {false, true}) {
        const Tokens& tokens = dark ? Tokens::dark() : Tokens::light();
        QCOMPARE(tokens.color(Role::Line2), tokens.color(Role::Ctrl));
        for (const Role border : {Role::Line, Role::Line2}) {
            for (const Role ground : {Role::Page, Role::Surface, Role::Rail, Role::Sunken, Role::Hover})
                QVERIFY2(lepton::ui::theme::contrast(tokens.color(border), tokens.color(ground)) >= graphics,
                         roleName(ground));
        }
    }
    m_wishes.setHighContrast(Wish::System);
}

void TestTheme::switchesLive()
{
    m_theme.setMode(Mode::Light);
    QWidget window;
    QPushButton button(QStringLiteral("Import"), &window);
    window.resize(200, 60);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QSignalSpy changed(&m_theme, &Theme::changed);

    QCOMPARE(window.grab().toImage().pixelColor(190, 50), Tokens::light().color(Role::Page));
    m_theme.setMode(Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(isDark());
    QCOMPARE(window.grab().toImage().pixelColor(190, 50), Tokens::dark().color(Role::Page));
    QCOMPARE(button.grab().toImage().pixelColor(button.width() / 2, 4), Tokens::dark().color(Role::Surface));
    m_theme.setMode(Mode::Light);
    QCOMPARE(window.grab().toImage().pixelColor(190, 50), Tokens::light().color(Role::Page));
}

void TestTheme::reachesHiddenWidgetsWhenTheyAreShown()
{
    m_theme.setMode(Mode::Light);
    QStackedWidget stack;
    stack.addWidget(new QWidget);
    auto* page = new QWidget;
    auto* button = new QPushButton(QStringLiteral("Import"), page);
    auto* label = new QLabel(QStringLiteral("3 rows"), page);
    label->setProperty("tone", QStringLiteral("text2"));
    stack.addWidget(page);
    stack.resize(300, 200);
    stack.show();
    QVERIFY(QTest::qWaitForWindowExposed(&stack));
    stack.setCurrentIndex(1);
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::light().color(Role::Text2));
    stack.setCurrentIndex(0);
    StyleChanges changes;
    button->installEventFilter(&changes);

    m_theme.setMode(Mode::Dark);
    QCOMPARE(changes.count, 0); // the window does not wait for what nobody sees
    stack.setCurrentIndex(1);
    QCOMPARE(changes.count, 1);
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::dark().color(Role::Text2));
    QCOMPARE(button->grab().toImage().pixelColor(button->width() / 2, 4),
             Tokens::dark().color(Role::Surface));
    stack.setCurrentIndex(0);
    stack.setCurrentIndex(1);
    QCOMPARE(changes.count, 1);

    m_theme.setMode(Mode::Light); // now that it is seen, at once
    QCOMPARE(changes.count, 2);
    stack.setCurrentIndex(0);
    m_theme.setMode(Mode::Dark);
    m_theme.setMode(Mode::Light);
    stack.setCurrentIndex(1);
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::light().color(Role::Text2));
    QCOMPARE(button->grab().toImage().pixelColor(button->width() / 2, 4),
             Tokens::light().color(Role::Surface));
}

void TestTheme::toleratesAWindowAtThePlaceOfAWidgetThatIsGone()
{
    m_theme.setMode(Mode::Light);
    alignas(std::max_align_t) std::byte place[std::max(sizeof(QWidget), sizeof(QWindow))];
    auto* widget = new (place) QWidget;
    widget->ensurePolished();
    m_theme.setMode(Mode::Dark); // put off for it, since it is hidden
    widget->~QWidget();
    auto* window = new (place) QWindow;
    QEvent shown(QEvent::Show);
    QCoreApplication::sendEvent(window, &shown);
    window->~QWindow();
    m_theme.setMode(Mode::Light);
}

void TestTheme::followsTheWishForContrast()
{
    m_theme.setMode(Mode::Light);
    QPushButton button(QStringLiteral("Import"));
    button.resize(120, 30);
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    const auto border = [&] { return button.grab().toImage().pixelColor(button.width() / 2, 0); };
    const QColor normal = Tokens::light().color(Role::Line2);
    const auto strong = [] { return color(Role::Ctrl); }; // which takes the place of the quieter one

    QCOMPARE(border(), normal);
    m_wishes.setSystem({.moreContrast = true, .lessMotion = false});
    QCOMPARE(border(), strong());
    m_wishes.setHighContrast(Wish::No); // the person's word goes before the desktop's
    QCOMPARE(border(), normal);
    m_wishes.setSystem({});
    m_wishes.setHighContrast(Wish::Yes);
    QCOMPARE(border(), strong());
    m_theme.setMode(Mode::Dark); // the two go together
    QVERIFY(isDark());
    QCOMPARE(border(), strong());
    m_wishes.setHighContrast(Wish::System);
    QCOMPARE(border(), Tokens::dark().color(Role::Line2));
    QVERIFY(border() != strong());
    m_theme.setMode(Mode::Light);
}

void TestTheme::fadesUnlessLessMotionIsWished()
{
    QCOMPARE(fadeTime(120), 120);
    m_wishes.setSystem({.moreContrast = false, .lessMotion = true});
    QCOMPARE(fadeTime(120), 0);
    QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    m_wishes.setLessMotion(Wish::No);
    QCOMPARE(fadeTime(120), 120);
    m_wishes.setSystem({});
    m_wishes.setLessMotion(Wish::Yes);
    QCOMPARE(fadeTime(120), 0);
    m_wishes.setLessMotion(Wish::System);
    QCOMPARE(fadeTime(120), 120);
}

void TestTheme::styleSheetIsComplete()
{
    QVERIFY2(!qApp->styleSheet().isEmpty(), "the style sheet was not found among the resources");
    const qsizetype left =
        qApp->styleSheet().indexOf(QLatin1Char('@'), qApp->styleSheet().indexOf(QStringLiteral("*/")));
    QVERIFY2(left < 0, qPrintable(QStringLiteral("not replaced: ") + qApp->styleSheet().mid(left, 20)));
}

void TestTheme::everyIconDraws()
{
    QDirIterator icons(QStringLiteral(":/icons"));
    int count = 0;
    while (icons.hasNext()) {
        icons.next();
        const QString name = icons.fileInfo().baseName();
        const QImage image = lepton::ui::theme::pixmap(name, Role::Text, 16, 2.0).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
        QVERIFY2(drawn > 8, qPrintable(name));
        ++count;
    }
    QVERIFY(count >= 70);
}

void TestTheme::iconFollowsTheTheme()
{
    const QIcon picture = icon(QStringLiteral("stop"), Role::Text);
    const auto strongest = [&] {
        const QImage image = picture.pixmap(16, 16).toImage();
        QColor found = Qt::transparent;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > found.alpha())
                    found = image.pixelColor(x, y);
        return found;
    };
    m_theme.setMode(Mode::Light);
    QVERIFY(strongest().lightness() < 60);
    m_theme.setMode(Mode::Dark);
    QVERIFY(strongest().lightness() > 180);
    m_theme.setMode(Mode::Light);
}

void TestTheme::fontHasChinese()
{
    QVERIFY(QFontMetrics(font(Step::Body)).inFont(QChar(u'A')));
    QVERIFY(font(Step::Body).pixelSize() >= 12);
    QCOMPARE(font(Step::PageTitle).pixelSize(), font(Step::Body).pixelSize() + 5);
    QCOMPARE(font(Step::PageTitle).weight(), int(QFont::DemiBold));
    // two different characters draw differently: neither is the box of a missing glyph
    const auto draw = [](const QString& text) {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font(Step::Welcome));
        painter.drawText(image.rect(), Qt::AlignCenter, text);
        return image;
    };
    if (!font(Step::Body).families().join(QLatin1Char(' ')).contains(QStringLiteral("CJK")))
        QSKIP("no Chinese font of the known ones is installed here");
    QVERIFY(draw(QStringLiteral("数")) != draw(QStringLiteral("据")));
}

void TestTheme::aButtonIsNotHoveredAfterItsMenu()
{
    QWidget window;
    window.resize(400, 300);
    QToolButton button(&window);
    button.setGeometry(10, 10, 30, 30);
    button.setPopupMode(QToolButton::InstantPopup);
    QMenu menu;
    menu.addAction(QStringLiteral("Open"));
    button.setMenu(&menu);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QPoint inside = button.mapToGlobal(QPoint(15, 15));
    QCursor::setPos(inside);
    QTest::mouseMove(&button, QPoint(15, 15));
    QTRY_VERIFY(button.underMouse());
    const auto closeMenu = [&](QPoint pointer) {
        QTimer::singleShot(0, &menu, [&menu, pointer] {
            QCursor::setPos(pointer);
            menu.close();
        });
        QTest::mousePress(&button, Qt::LeftButton, {}, QPoint(15, 15));
        QTest::mouseRelease(&button, Qt::LeftButton, {}, QPoint(15, 15));
        QCoreApplication::processEvents();
    };
    closeMenu(inside);
    QVERIFY(button.underMouse());
    closeMenu(window.mapToGlobal(QPoint(300, 200)));
    QVERIFY(!button.underMouse() && !button.isDown());
}

void TestTheme::placeholdersAreAsStrongAsHints()
{
    QWidget window;
    auto* line = new QLineEdit(&window);
    auto* lines = new QPlainTextEdit(&window);
    auto* off = new QLineEdit(&window);
    off->setEnabled(false);
    window.show();
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        m_theme.setMode(mode);
        for (const QWidget* field :
             {static_cast<QWidget*>(line), static_cast<QWidget*>(lines), static_cast<QWidget*>(off)})
            QCOMPARE(field->palette().color(QPalette::PlaceholderText), color(Role::Text3));
        QCOMPARE(line->palette().color(QPalette::Text), color(Role::Text));
        QCOMPARE(off->palette().color(QPalette::Text), color(Role::Text3));
    }
    m_theme.setMode(Mode::Light);
}

void TestTheme::textsOfFieldsBeginAtOnePlace()
{
    QWidget window;
    window.resize(200, 120);
    auto* line = new QLineEdit(QStringLiteral("1"), &window);
    auto* spin = new QSpinBox(&window);
    spin->setValue(1);
    auto* combo = new QComboBox(&window);
    combo->addItem(QStringLiteral("1"));
    int top = 0;
    for (QWidget* field :
         {static_cast<QWidget*>(line), static_cast<QWidget*>(spin), static_cast<QWidget*>(combo)}) {
        field->setGeometry(0, top, 160, 30);
        top += 40;
    }
    auto* other = new QPushButton(&window); // takes the focus, and the mark of text with it
    other->setFocus();
    window.show();
    const auto begin = [](QWidget* field) {
        const QImage image = field->grab().toImage();
        for (int x = 4; x < 40; ++x)
            for (int y = 6; y < image.height() - 6; ++y)
                if (image.pixelColor(x, y).lightness() < 128)
                    return x;
        return -1;
    };
    QVERIFY(begin(line) > 4);
    QCOMPARE(begin(spin), begin(line));
    QCOMPARE(begin(combo), begin(line));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
