// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <string_view>

namespace lepton::data {

/*!
The filter language: which rows of a table a person wants to see.

    "net price" >= 3.5 and (city = 'Köln' or city starts with 'Mün') and not (note is null)

    expression   and, or, not, ( ); "not" binds before "and", "and" before "or"
    condition    column = value      also ==  !=  <>  <  <=  >  >=
                 column between value and value      both ends belong to it
                 column in (value, value, ...)
                 column contains 'text'    column starts with 'text'    column ends with 'text'
                 column is null      column is missing: the same      column is nan
                 column                        of truth values, alone
                 true, false
                 with "not" before between, in, contains, starts, ends, null, missing, nan
    column       bare (letters, digits, _ and . , beginning with a letter or _), or anything in double quotes,
with
                 "" for a double quote; exactly as it is called
    value        a number, true, false, or text in single quotes, with '' for a single quote
                 days '2024-01-31', times '13:45', moments '2024-01-31T13:45:00.5' (or a blank for T); where
the column has a zone, Z or +02:00 may follow, and without it UTC is meant. A day alone is its midnight. Words
of the language are read in any case.

What holds:
- Missing values follow SQL: a condition on a missing value is neither true nor false but unknown; "not"
leaves it unknown; "and" with a false one is false, "or" with a true one is true. A row stays when the whole
is true. So `not (n = 3)` leaves out rows without n; `is null` alone is always true or false.
- Texts are equal when their code points are, and ordered by code point. contains, starts with and ends with
ignore case (full case folding of the normal form C, so 'STRASSE' is found in "Straße").
- Whole and decimal numbers are compared with the digits as written, whatever their length. A float64 is
compared with the double nearest to what is written.
- NaN is not equal to, less or greater than any number, so that = < <= > >= between and in are false, and !=
is true.
*/

/// Reads @p expression as far as it can be judged without the rows. @throw Error with BadFilter or
/// UnknownColumn; place().byte is where in it.
void checkFilter(std::string_view expression, const Schema& schema);

} // namespace lepton::data
