// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: a filter made ready to run over decoded columns.

#include "data/bitmap.h"
#include "data/int128.h"
#include "data/parquet_source_arrow.h"
#include "data/text_folder.h"

#include <functional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

namespace lepton::data {

/// Whether a value lies between low and high, both included; nothing does when low > high.
template <class T>
struct RangeTest
{
    T low{};
    T high{};
};
/// Whether a value is one of these, which are sorted.
template <class T>
struct SetTest
{
    std::vector<T> values;
};
struct TruthTest
{};
struct NanTest
{};
/// Unknown for every row: a condition on a column that holds nothing.
struct UnknownTest
{};
struct MissingTest
{};
struct TextOrderTest
{
    std::string value;
    bool (*holds)(int order) = nullptr; ///< of the three-way comparison of cell and value
};
/// Whether a text stands between two others, both included.
struct TextBetweenTest
{
    std::string low;
    std::string high;
};
struct TextEqualTest
{
    std::string value;
};
struct TextSetTest
{
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> values;
};
struct TextMatchTest
{
    enum class Where
    {
        Anywhere,
        Beginning,
        End
    };
    FoldedText needle;
    Where where = Where::Anywhere;
};

using FilterTest =
    std::variant<RangeTest<std::int64_t>, RangeTest<double>, RangeTest<Int128>, SetTest<std::int64_t>,
                 SetTest<double>, SetTest<Int128>, TruthTest, NanTest, UnknownTest, MissingTest,
                 TextOrderTest, TextBetweenTest, TextEqualTest, TextSetTest, TextMatchTest>;

struct FilterNode
{
    enum class Kind
    {
        And,
        Or,
        Not,
        Constant,
        Test
    };

    Kind kind = Kind::Constant;
    bool constant = false;
    std::size_t column = 0;
    FilterTest test;
    std::vector<FilterNode> children;
};

/// Reads an expression and binds it to the columns of @p schema. @throw Error with BadFilter or UnknownColumn
FilterNode compileFilter(std::string_view expression, const Schema& schema);

/// What a condition is for each row: true, false, or (neither bit) unknown.
struct Truth
{
    Bitmap yes;
    Bitmap no;
};

/// What a condition can be for the rows of a row group, by its statistics alone.
struct Possible
{
    bool yes = true;
    bool no = true;
    bool unknown = true;
};

/// Gives a decoded column of the row group at hand.
using SegmentGetter = std::function<std::shared_ptr<arrow::Array>(std::size_t column)>;

Possible possibleTruth(const FilterNode& node, const ParquetSource& source, int group);
/// Only the rows in @p wanted matter; the answer for others is arbitrary. Columns are asked for only where
/// rows are wanted.
Truth evaluate(const FilterNode& node, const SegmentGetter& segment, const Bitmap& wanted);
/// One condition on a decoded column.
Truth evaluateTest(const FilterTest& test, const arrow::Array& array, const Bitmap& wanted);

} // namespace lepton::data
