// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <QString>

#include <vector>

namespace lepton::ui {

/// One of the conditions that an expression joins by "and" at its top level.
struct FilterPart
{
    QString text;   ///< without the blanks around it
    int start = 0;  ///< in the expression, in UTF-16 units
    int length = 0; ///< of text
};

/// The and-parts of @p expression; one part where "or" joins at the top level; none when it is blank. Quoted
/// names and texts, doubled quotes and parentheses are honoured. Never fails: an unfinished expression gives
/// the parts that can be told.
std::vector<FilterPart> andParts(const QString& expression);

/// @p expression without its part number @p index.
QString withoutPart(const QString& expression, int index);

/// @p name as it stands in an expression: bare where the language allows it, else in double quotes.
QString quotedName(const QString& name);

/// A chip's words for @p part: typographic signs for >=, <= and !=, blanks made single.
QString chipText(const QString& part);

/// The condition that @p column lies between @p low and @p high, both included: "a >= 1 and a <= 2". Whole
/// numbers and dates are narrowed to the whole values inside.
QString rangeCondition(const data::Column& column, double low, double high);

/// @p expression with the range conditions on @p column replaced by @p condition, or @p condition added. An
/// expression that "or" joins at its top level is put in parentheses first.
QString withRange(const QString& expression, const data::Column& column, const QString& condition);

/// Whether a top-level and-part of @p expression begins with the name of @p column.
bool mentionsColumn(const QString& expression, const QString& column);

} // namespace lepton::ui
