// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lepton::train {

/// A colour of the report file in both schemes, as 0xRRGGBB. The figures are those of the window's theme,
/// which a file cannot ask; a test of the window holds the two together.
struct ReportColor
{
    std::string_view name; ///< of the CSS variable and of the theme's role: "surface"
    std::uint32_t light = 0;
    std::uint32_t dark = 0;
};
inline constexpr std::array reportColors{
    ReportColor{"page", 0xF6F7F9, 0x15171B},     ReportColor{"surface", 0xFFFFFF, 0x1C1F24},
    ReportColor{"sunken", 0xF1F3F6, 0x24282F},   ReportColor{"line", 0xE2E5EA, 0x2E333B},
    ReportColor{"line2", 0xCDD2DA, 0x40464F},    ReportColor{"text", 0x1A1D23, 0xE6E9ED},
    ReportColor{"text2", 0x545C69, 0xA9B1BD},    ReportColor{"text3", 0x616A78, 0x98A1AE},
    ReportColor{"onAccent", 0xFFFFFF, 0xFFFFFF}, ReportColor{"good", 0x146C43, 0x5CCB95},
    ReportColor{"bad", 0xB3261E, 0xFF8F85},      ReportColor{"goodBar", 0x2E9E6B, 0x3DB47F},
    ReportColor{"warnBar", 0xC98500, 0xD9A036},  ReportColor{"badBar", 0xD2483E, 0xE8665B},
    ReportColor{"track", 0xDFE3E9, 0x333942},    ReportColor{"series1", 0x0072B2, 0x56B4E9},
    ReportColor{"series2", 0xD55E00, 0xF2803A},  ReportColor{"series3", 0x009E73, 0x2DBE94},
    ReportColor{"grid", 0xEBEDF1, 0x282D34},
};

/// Both schemes as CSS variables, and the rules of the file.
std::string reportStyle();
/// The names of the variables for the figure of a matrix cell, in light and dark: text, white or surface,
/// whichever has the highest contrast (WCAG 2) on the blended ground.
std::array<std::string_view, 2> figureColors(bool isRight, double opacity);

} // namespace lepton::train
