// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/grid_text.h"

#include "ui/widgets/plural.h"

#include <QCoreApplication>
#include <QLocale>

namespace lepton::ui {
namespace {

constexpr std::int64_t mostOfCategory = 100; ///< values

struct GridText
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::GridText)
};

struct TypeWords
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::TypeWords)

public:
    static QString of(const data::Column& column, bool isCategory)
    {
        switch (column.type) {
        case data::ColumnType::Null:
            return tr("Empty");
        case data::ColumnType::Bool:
            return tr("Yes/no");
        case data::ColumnType::Int64:
            return tr("Integer");
        case data::ColumnType::Float64:
            return tr("Number");
        case data::ColumnType::Decimal:
            return tr("Decimal");
        case data::ColumnType::Text:
            return isCategory ? tr("Category") : tr("Text");
        case data::ColumnType::Date:
            return tr("Date");
        case data::ColumnType::Time:
            return tr("Time");
        case data::ColumnType::Timestamp:
            return column.utc ? tr("Date and time, UTC") : tr("Date and time");
        }
        return {};
    }
};

} // namespace

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString rowsText(std::int64_t count)
{
    return GridText::tr("%1 row(s)", nullptr, plural(count)).arg(countText(count));
}

QString valuesText(std::int64_t count)
{
    return GridText::tr("%1 value(s)", nullptr, plural(count)).arg(countText(count));
}

QString cellsText(std::int64_t count)
{
    return GridText::tr("%1 cell(s)", nullptr, plural(count)).arg(countText(count));
}

bool isCategory(const data::Column& column, const data::ColumnProfile& profile)
{
    if (column.type != data::ColumnType::Text || profile.top.empty())
        return false;
    const auto present = profile.rows - profile.missing;
    return profile.distinct <= mostOfCategory && profile.distinct * 4 <= present * 3;
}

QString typeText(const data::Column& column, const data::ColumnProfile* profile)
{
    return TypeWords::of(column, profile && isCategory(column, *profile));
}

} // namespace lepton::ui
