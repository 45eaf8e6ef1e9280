// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/base_font.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/hover_end.h"
#include "ui/theme/late_polish.h"
#include "ui/theme/style.h"
#include "ui/theme/wishes.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPalette>
#include <QStyleHints>
#include <QToolTip>
#include <QVariant>

#include <algorithm>
#include <utility>
#include <vector>

// Outside any namespace, as the macro asks: the linker drops resources of a static library nobody names.
static void initResources()
{
    Q_INIT_RESOURCE(app);
}

namespace lepton::ui::theme {
namespace {

constexpr const char* themeProperty = "lepton.theme";

const Theme* current()
{
    return qApp ? static_cast<const Theme*>(qApp->property(themeProperty).value<void*>()) : nullptr;
}

bool systemIsDark(QApplication& application)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    Q_UNUSED(application)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    const QPalette ours = QApplication::palette();
    application.setPalette(QPalette());
    const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    application.setPalette(ours);
    return dark;
#endif
}

QPalette makePalette(const Tokens& tokens)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole to, Role from) { palette.setColor(to, tokens.color(from)); };
    set(QPalette::Window, Role::Page);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::Sunken);
    set(QPalette::Text, Role::Text);
    set(QPalette::Button, Role::Surface);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::Highlight, Role::Sel);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::ToolTipBase, Role::Surface);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::PlaceholderText, Role::Text3);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::Light, Role::Surface);
    set(QPalette::Midlight, Role::Hover);
    set(QPalette::Mid, Role::Line2);
    set(QPalette::Dark, Role::Ctrl);
    set(QPalette::Shadow, Role::Line2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.color(Role::Text3));
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.color(Role::Sunken));
    palette.setColor(QPalette::Disabled, QPalette::Button, tokens.color(Role::Sunken));
    return palette;
}

int pixels(int base, Step step)
{
    switch (step) {
    case Step::Caption:
        return base - 2;
    case Step::Small:
    case Step::Code:
        return base - 1;
    case Step::Section:
        return base + 2;
    case Step::PageTitle:
        return base + 5;
    case Step::Stat:
        return base + 7;
    case Step::Welcome:
        return base + 13;
    case Step::Body:
    case Step::Strong:
    case Step::CardTitle:
        break;
    }
    return base;
}

QFont::Weight weightOf(Step step)
{
    switch (step) {
    case Step::Strong:
        return QFont::Medium;
    case Step::CardTitle:
    case Step::Section:
    case Step::PageTitle:
    case Step::Stat:
    case Step::Welcome:
        return QFont::DemiBold;
    default:
        return QFont::Normal;
    }
}

/// The style sheet with every @name put in: colours, sizes of type, and the folder of the dark or light
/// marks.
QString makeStyleSheet(const Tokens& tokens, const QFont& base)
{
    QFile file(QStringLiteral(":/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());

    std::vector<std::pair<QString, QString>> names;
    const auto add = [&names](const QString& name, const QColor& value) {
        names.emplace_back(name, QStringLiteral("rgba(%1,%2,%3,%4)")
                                     .arg(value.red())
                                     .arg(value.green())
                                     .arg(value.blue())
                                     .arg(value.alpha()));
    };
    for (std::size_t i = 0; i < RoleCount; ++i) {
        const Role role = static_cast<Role>(i);
        add(QLatin1Char('@') + QLatin1String(roleName(role)), tokens.color(role));
    }
    add(QStringLiteral("@accentHover"), underPointer(tokens.color(Role::AccentFill)));
    const std::pair<const char*, Step> sizes[] = {
        {"@size-caption", Step::Caption}, {"@size-small", Step::Small},    {"@size-body", Step::Body},
        {"@size-section", Step::Section}, {"@size-page", Step::PageTitle}, {"@size-stat", Step::Stat},
        {"@size-welcome", Step::Welcome},
    };
    for (const auto& [name, step] : sizes)
        names.emplace_back(QLatin1String(name), QStringLiteral("%1px").arg(pixels(base.pixelSize(), step)));
    names.emplace_back(QStringLiteral("@marks"),
                       tokens.isDark() ? QStringLiteral(":/marks/dark") : QStringLiteral(":/marks/light"));

    // longest first: "@accentSoft" before "@accent"
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const auto& [name, value] : names)
        text.replace(name, value);
    return text;
}

} // namespace

Theme::Theme(QApplication& application)
    : QObject(&application)
    , m_application(application)
    , m_tokens(systemIsDark(application) ? &Tokens::dark() : &Tokens::light())
    , m_base(theme::baseFont(QApplication::font()))
{
    initResources();
    application.setProperty(themeProperty, QVariant::fromValue(static_cast<void*>(this)));
    application.setStyle(new LeptonStyle);
    application.setFont(m_base);
    new FocusRing(application);
    new HoverEnd(application);
    apply();
    application.installEventFilter(this);
    if (const Wishes* wishes = Wishes::current())
        connect(wishes, &Wishes::contrastChanged, this, [this] { setMode(m_mode); });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this] { setMode(m_mode); });
#endif
}

Theme::~Theme()
{
    m_application.setProperty(themeProperty, QVariant());
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::System && systemIsDark(m_application));
    const Tokens* wanted = dark ? &Tokens::dark() : &Tokens::light();
    if (wanted == m_tokens)
        return;
    m_tokens = wanted;
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    m_applying = true;
    const QPalette palette = makePalette(*m_tokens);
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    auto* later = new LatePolish(m_application);
    // Taken away first: where one sheet follows another, Qt polishes every widget once for each widget that
    // it is in, which took five times as long as to begin anew.
    later->setBetween(true);
    m_application.setStyleSheet({});
    later->setBetween(false);
    m_application.setStyleSheet(makeStyleSheet(*m_tokens, m_base));
    later->end();
    m_applying = false;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 has no signal for it; the desktop's theme change arrives at the application
    if (watched == &m_application && event->type() == QEvent::ThemeChange && !m_applying &&
        m_mode == Mode::System)
        setMode(m_mode);
    return false;
}

QColor color(Role role)
{
    const Theme* theme = current();
    return (theme ? theme->tokens() : Tokens::light()).color(role);
}

bool isDark()
{
    const Theme* theme = current();
    return theme && theme->isDark();
}

QFont font(Step step)
{
    return font(step, weightOf(step));
}

QFont font(Step step, QFont::Weight weight)
{
    const Theme* theme = current();
    QFont font = theme ? theme->baseFont() : QFont();
    const int size = pixels(font.pixelSize() > 0 ? font.pixelSize() : 13, step);
    if (step == Step::Code)
        return codeFont(size);
    font.setPixelSize(size);
    font.setWeight(weight);
    return font;
}

} // namespace lepton::ui::theme
