// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>

namespace lepton::ui::theme {

/// What a colour is for. Nothing outside ui/theme names a colour in any other way.
enum class Role
{
    Page,       ///< behind cards
    Surface,    ///< cards, tables, header, job strip, fields
    Rail,       ///< navigation
    Sunken,     ///< totals, row gutter, inset blocks
    Hover,      ///< row, nav and quiet button under the pointer
    Sel,        ///< selected row, selected column
    Line,       ///< separators
    Line2,      ///< borders of fields and buttons
    Ctrl,       ///< border of check boxes and radios
    Text,       ///< content
    Text2,      ///< second line, labels, units
    Text3,      ///< time stamps, hints, axis labels
    Accent,     ///< links, focus ring, active icon, tab underline
    AccentFill, ///< primary button, progress
    OnAccent,   ///< text on AccentFill
    AccentSoft, ///< chip, segment on, filter on
    AccentText, ///< text on AccentSoft
    Progress,   ///< the filled part of a progress bar
    Good,
    GoodBg,
    Warn,
    WarnText,
    WarnBg,
    Bad,
    BadText,
    BadBg,
    Neutral,
    NeutralBg,
    GoodBar, ///< score bars only, always with the number
    WarnBar,
    BadBar,
    Track,  ///< behind the filled part of a bar
    Hist,   ///< bars of a small histogram
    HistHi, ///< its selection
    Scrim,  ///< behind a dialog
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    SeriesRaw, ///< the raw line under the smoothed one
    Grid,      ///< horizontal grid of charts
    Count_
};

inline constexpr std::size_t RoleCount = static_cast<std::size_t>(Role::Count_);

/// The name of @p role in the style sheet text: "surface" for "@surface".
const char* roleName(Role role) noexcept;

/// One set of colours. Immutable.
class Tokens
{
public:
    static const Tokens& light();
    static const Tokens& dark();

    const QColor& color(Role role) const noexcept { return m_colors[static_cast<std::size_t>(role)]; }
    bool isDark() const noexcept { return m_dark; }

private:
    Tokens(std::size_t column, bool dark);

    std::array<QColor, RoleCount> m_colors;
    bool m_dark;
};

/// The fill of a primary button or a ticked box under the pointer: in both themes darker, so that what stands
/// on it reads as well as before.
QColor underPointer(const QColor& fill);

/// The contrast of two opaque colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor& one, const QColor& other);

} // namespace lepton::ui::theme
