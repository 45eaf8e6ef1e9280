// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include "ui/theme/wishes.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lepton::ui::theme {
namespace {

struct Row
{
    Role role;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr QRgb rgb(unsigned value)
{
    return 0xFF000000u | value;
}

// In the order of Role. The figures are those of the design; tst_tokens computes their contrast.
constexpr Row rows[] = {
    {Role::Page, "page", rgb(0xF6F7F9), rgb(0x15171B)},
    {Role::Surface, "surface", rgb(0xFFFFFF), rgb(0x1C1F24)},
    {Role::Rail, "rail", rgb(0xEDEFF3), rgb(0x111316)},
    {Role::Sunken, "sunken", rgb(0xF1F3F6), rgb(0x24282F)},
    {Role::Hover, "hover", rgb(0xE7EAEF), rgb(0x262A31)},
    {Role::Sel, "sel", rgb(0xE4ECFC), rgb(0x22345C)},
    {Role::Line, "line", rgb(0xE2E5EA), rgb(0x2E333B)},
    {Role::Line2, "line2", rgb(0xCDD2DA), rgb(0x40464F)},
    {Role::Ctrl, "ctrl", rgb(0x7A8391), rgb(0x7F8998)},
    {Role::Text, "text", rgb(0x1A1D23), rgb(0xE6E9ED)},
    {Role::Text2, "text2", rgb(0x545C69), rgb(0xA9B1BD)},
    {Role::Text3, "text3", rgb(0x616A78), rgb(0x98A1AE)},
    {Role::Accent, "accent", rgb(0x2457C5), rgb(0x8FB2FF)},
    {Role::AccentFill, "accentFill", rgb(0x2457C5), rgb(0x3467D6)},
    {Role::OnAccent, "onAccent", rgb(0xFFFFFF), rgb(0xFFFFFF)},
    {Role::AccentSoft, "accentSoft", rgb(0xE8EEFC), rgb(0x1E2D4D)},
    {Role::AccentText, "accentText", rgb(0x1F4DB0), rgb(0xA9C4FF)},
    {Role::Progress, "progress", rgb(0x2457C5), rgb(0x6E9AF5)},
    {Role::Good, "good", rgb(0x146C43), rgb(0x5CCB95)},
    {Role::GoodBg, "goodBg", rgb(0xE3F3EA), rgb(0x17352A)},
    {Role::Warn, "warn", rgb(0x855100), rgb(0xE9B44C)},
    {Role::WarnText, "warnText", rgb(0x7A4A00), rgb(0xF0C469)},
    {Role::WarnBg, "warnBg", rgb(0xFDF1D9), rgb(0x3A2D12)},
    {Role::Bad, "bad", rgb(0xB3261E), rgb(0xFF8F85)},
    {Role::BadText, "badText", rgb(0xA3211A), rgb(0xFFA79F)},
    {Role::BadBg, "badBg", rgb(0xFBE9E7), rgb(0x442120)},
    {Role::Neutral, "neutral", rgb(0x454D5A), rgb(0xC3CAD4)},
    {Role::NeutralBg, "neutralBg", rgb(0xE9ECF0), rgb(0x2C3139)},
    {Role::GoodBar, "goodBar", rgb(0x2E9E6B), rgb(0x3DB47F)},
    {Role::WarnBar, "warnBar", rgb(0xC98500), rgb(0xD9A036)},
    {Role::BadBar, "badBar", rgb(0xD2483E), rgb(0xE8665B)},
    {Role::Track, "track", rgb(0xDFE3E9), rgb(0x333942)},
    {Role::Hist, "hist", rgb(0x9DB4D6), rgb(0x4A638C)},
    {Role::HistHi, "histHi", rgb(0x2457C5), rgb(0x8FB2FF)},
    {Role::Scrim, "scrim", 0x6B171B22u, 0x8C000000u},
    {Role::Series1, "series1", rgb(0x0072B2), rgb(0x56B4E9)},
    {Role::Series2, "series2", rgb(0xD55E00), rgb(0xF2803A)},
    {Role::Series3, "series3", rgb(0x009E73), rgb(0x2DBE94)},
    {Role::Series4, "series4", rgb(0xB8578F), rgb(0xDC94BC)},
    {Role::Series5, "series5", rgb(0xB87A00), rgb(0xE6B13C)},
    {Role::Series6, "series6", rgb(0x3A93C8), rgb(0x9BD3F5)},
    {Role::SeriesRaw, "seriesRaw", rgb(0xA9CBE3), rgb(0x2F5F7D)},
    {Role::Grid, "grid", rgb(0xEBEDF1), rgb(0x282D34)},
};
static_assert(std::size(rows) == RoleCount);

struct Stronger
{
    Role role;
    QRgb light;
    QRgb dark;
};

// What high contrast has instead: the border of a check box where fields and buttons have a quieter one, that
// quieter one's place for separators, and text of 7 to 1 on every ground.
constexpr Stronger stronger[] = {
    {Role::Sel, rgb(0xC9DAFB), rgb(0x22345C)},        {Role::Line, rgb(0x7A8391), rgb(0x7F8998)},
    {Role::Line2, rgb(0x59606B), rgb(0x969EAA)},      {Role::Ctrl, rgb(0x59606B), rgb(0x969EAA)},
    {Role::Text, rgb(0x0B0D10), rgb(0xFFFFFF)},       {Role::Text2, rgb(0x373D46), rgb(0xCBD1D9)},
    {Role::Text3, rgb(0x3D434C), rgb(0xC0C6CE)},      {Role::Accent, rgb(0x1A3E8C), rgb(0xADC7FF)},
    {Role::AccentFill, rgb(0x1F4DB0), rgb(0x2452B5)}, {Role::AccentText, rgb(0x1D48A6), rgb(0xA9C4FF)},
    {Role::Progress, rgb(0x1F4DB0), rgb(0x8FB2FF)},   {Role::Good, rgb(0x0E4B2F), rgb(0x7FD7AC)},
    {Role::Warn, rgb(0x734600), rgb(0xE9B44C)},       {Role::WarnText, rgb(0x6C4200), rgb(0xF0C469)},
    {Role::Bad, rgb(0x801B16), rgb(0xFFB2AB)},        {Role::BadText, rgb(0x921E17), rgb(0xFFA79F)},
    {Role::Track, rgb(0xB4BBC6), rgb(0x4D5561)},      {Role::Hist, rgb(0x5E7FB3), rgb(0x7F9CCB)},
    {Role::HistHi, rgb(0x1A3E8C), rgb(0xC4D7FF)},     {Role::Grid, rgb(0xB4BBC6), rgb(0x4D5561)},
};

// the sets of colours that light and dark have each
constexpr std::size_t normal = 0, highContrast = 1;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const char* roleName(Role role) noexcept
{
    return rows[static_cast<std::size_t>(role)].name;
}

Tokens::Tokens(std::size_t column, bool dark)
    : m_dark(dark)
{
    const auto set = [&](Role role, QRgb light, QRgb atNight) {
        m_colors[static_cast<std::size_t>(role)] = QColor::fromRgba(dark ? atNight : light);
    };
    for (const Row& row : rows)
        set(row.role, row.light, row.dark);
    if (column == highContrast) {
        for (const Stronger& one : stronger)
            set(one.role, one.light, one.dark);
    }
}

const Tokens& Tokens::light()
{
    static const Tokens tokens(normal, false);
    static const Tokens strong(highContrast, false);
    return isHighContrast() ? strong : tokens;
}

const Tokens& Tokens::dark()
{
    static const Tokens tokens(normal, true);
    static const Tokens strong(highContrast, true);
    return isHighContrast() ? strong : tokens;
}

QColor underPointer(const QColor& fill)
{
    constexpr int percent = 114;
    return fill.darker(percent);
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace lepton::ui::theme
