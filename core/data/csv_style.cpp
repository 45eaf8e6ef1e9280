// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/csv_style.h"

namespace lepton::data {

namespace {

int decimalsFor(const ColumnStyle& style)
{
    if (style.decimals && !style.decimalsVary && *style.decimals >= 0)
        return *style.decimals;
    // Whole numbers as "2" in some files, as "2.0" in others.
    return style.wholePlain && !style.wholePointed ? CsvStyle::shortestWithoutPoint : CsvStyle::shortest;
}

} // namespace

CsvStyle csvStyleFor(const InputPlan& input, const DelimitedFacts& facts, const TablePlan& plan,
                     const std::vector<ColumnStyle>& styles, bool byteOrderMark)
{
    CsvStyle style;
    style.delimiter = input.dialect.delimiter;
    style.encoding = input.detected.encoding;
    style.byteOrderMark = byteOrderMark;
    style.crlf = facts.crlfLines > facts.otherLines;
    style.finalNewline = facts.finalNewline;
    style.quotedHeader = facts.headerQuoted;
    for (std::size_t i = 0; i < styles.size(); ++i) {
        if (plan.columns[i].leftOut)
            continue;
        style.quotedColumns.push_back(styles[i].quoted());
        style.decimals.push_back(decimalsFor(styles[i]));
        style.spellings.push_back(styles[i].spelling());
        if (plan.columns[i].decimalMark == ',')
            style.decimalMark = ',';
    }
    return style;
}

} // namespace lepton::data
