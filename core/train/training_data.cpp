// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_data.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/nearest_name.h"
#include "base/progress.h"
#include "base/text.h"
#include "data/table.h"
#include "train/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;
using data::ColumnType;

/// Rows that are held besides what is given.
constexpr std::int64_t pageRows = 2'048;

/// Bytes of the blank that @p text begins with; 0: none.
std::size_t blankAtFront(std::string_view text)
{
    constexpr std::array<std::string_view, 5> wide{"\xC2\xA0", "\xC2\x85", "\xE3\x80\x80", "\xEF\xBB\xBF",
                                                   "\xE2\x81\x9F"};
    if (text.empty())
        return 0;
    if (static_cast<unsigned char>(text.front()) <= ' ')
        return 1;
    for (const std::string_view blank : wide) {
        if (text.starts_with(blank))
            return blank.size();
    }
    // U+2000 to U+200B, and the line and paragraph separators U+2028 and U+2029.
    if (text.size() >= 3 && text.starts_with("\xE2\x80")) {
        const auto last = static_cast<unsigned char>(text[2]);
        if (last <= 0x8B || last == 0xA8 || last == 0xA9)
            return 3;
    }
    return 0;
}

bool isBlank(std::string_view text)
{
    while (const std::size_t blank = blankAtFront(text))
        text.remove_prefix(blank);
    return text.empty();
}

std::string withoutBlanks(std::string_view text)
{
    std::string kept;
    while (!text.empty()) {
        if (const std::size_t blank = blankAtFront(text)) {
            text.remove_prefix(blank);
            continue;
        }
        kept += text.front();
        text.remove_prefix(1);
    }
    return kept;
}

std::size_t columnNamed(const data::Schema& schema, const std::string& name)
{
    if (const auto found = schema.find(name))
        return *found;
    std::vector<std::string> names;
    std::string list;
    for (const data::Column& column : schema.columns) {
        names.push_back(column.name);
        list += (list.empty() ? "" : ", ") + column.name;
    }
    throw Error(ErrorCode::UnknownColumn,
                "There is no column \"" + name + "\". " +
                    base::didYouMean(name, names).value_or("There are: " + list + "."));
}

[[noreturn]] void refuseType(const data::Column& column, std::string_view use, std::string_view takes)
{
    const std::string what = column.type == ColumnType::Null
                                 ? "is empty"
                                 : "holds values of type " + std::string(data::typeName(column.type));
    base::ErrorPlace place;
    place.column = column.name;
    throw Error(ErrorCode::UnsuitableData,
                "The column \"" + column.name + "\" " + what + ", and the " + std::string(use) + " takes " +
                    std::string(takes) + ". Choose another column.",
                place);
}

/// Where the columns stand, in the order text, label, split.
std::vector<std::size_t> positionsOf(const data::Schema& schema, const TrainingColumns& columns)
{
    std::vector<std::size_t> positions{columnNamed(schema, columns.text), columnNamed(schema, columns.label)};
    if (!columns.split.empty())
        positions.push_back(columnNamed(schema, columns.split));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (positions[i] == positions[j])
                throw Error(ErrorCode::UnsuitableData,
                            "The column \"" + schema.columns[positions[i]].name +
                                "\" is chosen twice. Text, label and split are columns of their own.");
        }
    }
    const data::Column& text = schema.columns[positions[0]];
    if (text.type != ColumnType::Text)
        refuseType(text, "text", "a column of texts");
    const data::Column& label = schema.columns[positions[1]];
    if (label.type != ColumnType::Text && label.type != ColumnType::Int64 && label.type != ColumnType::Bool)
        refuseType(label, "label", "a column of texts, whole numbers or true and false");
    if (positions.size() > 2 && schema.columns[positions[2]].type != ColumnType::Text)
        refuseType(schema.columns[positions[2]], "split", "a column with train, validation and test");
    return positions;
}

/// Numbers the labels as they come, and sorts them at the end.
class LabelNumbers
{
public:
    std::int32_t operator()(const std::string& label)
    {
        return m_numbers.try_emplace(label, static_cast<std::int32_t>(m_numbers.size())).first->second;
    }

    /// The labels sorted by code point (which is the order of UTF-8's bytes); @p labels become positions in
    /// them.
    std::vector<std::string> sorted(std::vector<std::int32_t>& labels) const
    {
        std::vector<std::string> classes;
        classes.reserve(m_numbers.size());
        for (const auto& [label, number] : m_numbers)
            classes.push_back(label);
        std::ranges::sort(classes);
        std::vector<std::int32_t> positions(classes.size());
        for (std::size_t i = 0; i < classes.size(); ++i)
            positions[static_cast<std::size_t>(m_numbers.at(classes[i]))] = static_cast<std::int32_t>(i);
        for (std::int32_t& label : labels)
            label = positions[static_cast<std::size_t>(label)];
        return classes;
    }

private:
    std::unordered_map<std::string, std::int32_t> m_numbers;
};

void addNotices(TrainingData& data)
{
    const auto leftOut = [&](NoticeKind kind, std::int64_t rows, const char* without) {
        if (rows > 0)
            data.notices.push_back({kind,
                                    counted(rows, "row has", "rows have") + without +
                                        (rows == 1 ? " and is left out." : " and are left out."),
                                    rows,
                                    {}});
    };
    leftOut(NoticeKind::MissingTexts, data.missingTexts, " no text");
    leftOut(NoticeKind::MissingLabels, data.missingLabels, " a text but no label");
}

} // namespace

std::vector<std::int64_t> TrainingData::classCounts() const
{
    std::vector<std::int64_t> counts(classes.size());
    for (const std::int32_t label : labels)
        ++counts[static_cast<std::size_t>(label)];
    return counts;
}

TrainingData readTrainingData(data::Table& table, const TrainingColumns& columns,
                              const base::Cancellation& cancellation, base::Progress& progress)
{
    const data::Schema& schema = table.schema();
    const std::vector<std::size_t> positions = positionsOf(schema, columns);
    const data::Column& labelColumn = schema.columns[positions[1]];

    TrainingData data;
    data.tableRows = table.rowCount();
    progress.begin("reading", data.tableRows);
    LabelNumbers numbers;
    const data::RowOrder order = data::RowOrder::all(data.tableRows);
    for (std::int64_t first = 0; first < data.tableRows; first += pageRows) {
        cancellation.throwIfRequested();
        data::Page page = table.page(order, first, pageRows, positions, cancellation);
        for (std::size_t i = 0; i < page.cells.size(); ++i) {
            std::vector<data::CellValue>& cells = page.cells[i];
            auto* text = std::get_if<std::string>(&cells[0]);
            if (!text || isBlank(*text)) {
                ++data.missingTexts;
                continue;
            }
            const std::string label = data::formatCell(labelColumn, cells[1]);
            if (isBlank(label)) {
                ++data.missingLabels;
                continue;
            }
            data.labels.push_back(numbers(label));
            data.texts.push_back(std::move(*text));
            data.rows.push_back(page.rows[i]);
            if (positions.size() > 2)
                data.splitValues.push_back(data::formatCell(schema.columns[positions[2]], cells[2]));
        }
        progress.advance(static_cast<std::int64_t>(page.cells.size()));
    }
    data.classes = numbers.sorted(data.labels);
    addNotices(data);
    if (data.texts.empty())
        throw Error(ErrorCode::UnsuitableData, data.tableRows == 0
                                                   ? "The data set has no rows. Choose another one."
                                                   : "No row has both a text in \"" + columns.text +
                                                         "\" and a label in \"" + columns.label +
                                                         "\". Choose other columns.");
    return data;
}

std::vector<std::vector<std::string>> similarLabels(const std::vector<std::string>& classes)
{
    std::map<std::string, std::vector<std::string>> byKey;
    for (const std::string& label : classes)
        byKey[withoutBlanks(base::caseFoldKey(label))].push_back(label);
    std::vector<std::vector<std::string>> similar;
    for (auto& [key, labels] : byKey) {
        if (labels.size() > 1)
            similar.push_back(std::move(labels));
    }
    return similar;
}

} // namespace lepton::train
