// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lepton::train {
namespace {

using Rgb = std::array<double, 3>;

Rgb rgb(std::uint32_t value)
{
    return {static_cast<double>(value >> 16 & 0xFF) / 255, static_cast<double>(value >> 8 & 0xFF) / 255,
            static_cast<double>(value & 0xFF) / 255};
}

Rgb colorOf(std::string_view name, bool isDark)
{
    const auto found = std::ranges::find(reportColors, name, &ReportColor::name);
    return rgb(isDark ? found->dark : found->light);
}

double luminance(const Rgb& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

double contrast(const Rgb& one, const Rgb& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string_view figureColor(bool isRight, double opacity, bool isDark)
{
    const Rgb over = colorOf(isRight ? "series1" : "series2", isDark);
    const Rgb under = colorOf("surface", isDark);
    Rgb ground{};
    for (std::size_t i = 0; i < ground.size(); ++i)
        ground[i] = opacity * over[i] + (1 - opacity) * under[i];
    constexpr std::array<std::string_view, 3> names{"text", "onAccent", "surface"};
    return *std::ranges::max_element(
        names, {}, [&](std::string_view name) { return contrast(colorOf(name, isDark), ground); });
}

/// "--surface:255,255,255;" for each colour; as parts, so that a rule can add an opacity.
std::string variables(bool isDark)
{
    std::string text;
    for (const ReportColor& color : reportColors) {
        const std::uint32_t value = isDark ? color.dark : color.light;
        text +=
            fmt::format("--{}:{},{},{};", color.name, value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }
    return text;
}

constexpr std::string_view rules = R"(
*{box-sizing:border-box}
body{margin:0;background:rgb(var(--page));color:rgb(var(--text));font:14px/1.5 system-ui,-apple-system,"Segoe UI",
"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1200px;margin:0 auto;padding:24px}
h1{font-size:22px;margin:0 0 4px}
h2{font-size:15px;margin:0 0 8px}
p{margin:0 0 8px;color:rgb(var(--text2))}
section{background:rgb(var(--surface));border:1px solid rgb(var(--line));border-radius:8px;padding:16px;margin:0 0 12px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:12px}
.tiles{display:flex;flex-wrap:wrap;gap:12px 24px;margin:0 0 8px}
.tiles dt{font-size:12px;color:rgb(var(--text2))}
.tiles dd{margin:0;font-size:20px;font-weight:600}
.tiles small{font-size:12px;font-weight:400}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}
.facts dt{color:rgb(var(--text2))}
.facts dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow:auto;max-height:640px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:4px 8px;border-bottom:1px solid rgb(var(--line))}
th{font-size:12px;font-weight:500;color:rgb(var(--text2))}
th:first-child,.l{text-align:left}
td.l,th.l{overflow-wrap:anywhere;min-width:7em}
.total td,.total th{background:rgb(var(--sunken))}
.good{color:rgb(var(--good))}.bad{color:rgb(var(--bad))}.same{color:rgb(var(--text2))}
.bar{display:inline-block;width:80px;height:4px;border-radius:2px;background:rgb(var(--track));vertical-align:middle}
.bar i{display:block;height:4px;border-radius:2px}
.matrix{width:auto;border-collapse:separate;border-spacing:2px}
.matrix td{min-width:36px;height:28px;text-align:center;border:0;border-radius:4px;font-size:12px;padding:0 4px;
background:rgb(var(--sunken));color:rgb(var(--text3))}
.matrix th{max-width:160px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;border:0;font-weight:400;
font-size:11px}
.matrix thead th{max-width:96px;text-align:center}
.matrix thead th:first-child{max-width:160px}
.scroll+p,.scroll+details{margin-top:8px}
.matrix tbody th{position:sticky;left:0;background:rgb(var(--surface));text-align:right}
.matrix .r{background:rgba(var(--series1),var(--o));font-weight:600}
.matrix .w{background:rgba(var(--series2),var(--o))}
.swatch{display:inline-block;width:48px;height:8px;vertical-align:middle}
svg{width:100%;height:auto;display:block}
svg text{font-size:11px;fill:rgb(var(--text3))}
pre{overflow:auto;margin:8px 0 0;padding:12px;background:rgb(var(--sunken));border-radius:6px;font-size:12px}
.sample{white-space:pre-wrap;overflow-wrap:anywhere;max-width:640px}
footer{color:rgb(var(--text3));font-size:12px}
@media(max-width:560px){main{padding:12px}section{padding:12px}th,td{padding:4px 6px}.bar{width:40px}
td.sample{min-width:14em}}
@media print{body{background:none}.scroll{max-height:none;overflow:visible}section{break-inside:avoid}}
)";

} // namespace

std::string reportStyle()
{
    // The colours of a figure are chosen in both schemes; which is used is the scheme's own matter.
    std::string figures;
    std::string darkFigures;
    for (const std::string_view name : {"text", "onAccent", "surface"}) {
        figures += fmt::format(".matrix .l-{0}{{color:rgb(var(--{0}))}}", name);
        darkFigures += fmt::format(".matrix .d-{0}{{color:rgb(var(--{0}))}}", name);
    }
    return fmt::format(":root{{color-scheme:light dark;{}}}{}{}@media screen and (prefers-color-scheme:dark)"
                       "{{:root{{{}}}{}}}\n",
                       variables(false), rules, figures, variables(true), darkFigures);
}

std::array<std::string_view, 2> figureColors(bool isRight, double opacity)
{
    return {figureColor(isRight, opacity, false), figureColor(isRight, opacity, true)};
}

} // namespace lepton::train
