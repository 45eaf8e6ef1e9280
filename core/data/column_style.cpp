// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_style.h"

#include <algorithm>

namespace lepton::data {

void SharedSpelling::merge(const SharedSpelling& later)
{
    m_varies = m_varies || later.m_varies;
    if (later.m_text)
        see(*later.m_text);
}

void ColumnStyle::seeTime(std::string_view text, std::size_t timeAt)
{
    const std::string_view ofDay = text.substr(timeAt);
    const std::size_t length = std::min(ofDay.find_first_of("Z+-"), ofDay.size());
    // HH:MM, HH:MM:SS, HH:MM:SS.f; digits beyond microseconds are zeros that need not come back.
    const std::size_t places = length > 9 ? std::min<std::size_t>(length - 9, 6) : 0;
    const char form[] = {timeAt > 0 ? text[timeAt - 1] : 'T',
                         length == 5 ? '-' : static_cast<char>('a' + places)};
    std::string spelled(form, sizeof form);
    spelled += ofDay.substr(length);
    time.see(spelled);
}

void ColumnStyle::merge(const ColumnStyle& later)
{
    anyValue = anyValue || later.anyValue;
    allQuoted = allQuoted && later.allQuoted;
    missingWords += later.missingWords;
    decimalsVary =
        decimalsVary || later.decimalsVary || (decimals && later.decimals && *decimals != *later.decimals);
    if (!decimals)
        decimals = later.decimals;
    wholePlain = wholePlain || later.wholePlain;
    wholePointed = wholePointed || later.wholePointed;
    missing.merge(later.missing);
    truth.merge(later.truth);
    falsehood.merge(later.falsehood);
    notANumber.merge(later.notANumber);
    infinity.merge(later.infinity);
    time.merge(later.time);
    unquoted.merge(later.unquoted);
    anyQuoted = anyQuoted || later.anyQuoted;
}

CellSpelling ColumnStyle::spelling() const
{
    CellSpelling result;
    result.missing = missing.value({});
    result.truth = truth.value(result.truth);
    result.falsehood = falsehood.value(result.falsehood);
    result.notANumber = notANumber.value(result.notANumber);
    result.infinity = infinity.value(result.infinity);
    // Other texts of the column stand in quotes.
    if (anyQuoted && !allQuoted && unquoted.shared())
        result.unquoted = unquoted.value({});
    if (const std::string form = time.value({}); form.size() >= 2) {
        result.timeSeparator = form[0];
        result.secondDecimals = form[1] == '-' ? CellSpelling::withoutSeconds : form[1] - 'a';
        if (form.size() > 2)
            result.zone = form.substr(2);
    }
    return result;
}

bool ColumnStyle::quoted() const
{
    return anyValue && (allQuoted || (anyQuoted && unquoted.shared()));
}

} // namespace lepton::data
