// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: how our schema stands in Arrow.

#include "data/schema.h"

#include <arrow/type_fwd.h>

#include <memory>
#include <string>

namespace lepton::data {

/// The key under which canonicalSchemaJson() stands in the metadata of a table's Parquet file, so that every
/// type comes back exactly.
inline constexpr char schemaMetadataKey[] = "lepton.schema";

/// The Arrow type of @p column, as documented at Column. Text is utf8; a reader must accept large_utf8 as
/// well.
std::shared_ptr<arrow::DataType> arrowType(const Column& column);

/// One nullable field a column, with the schema under schemaMetadataKey.
std::shared_ptr<arrow::Schema> arrowSchema(const Schema& schema);

/// The schema that @p schema carries under schemaMetadataKey, checked against its fields.
/// @throw Error with ErrorCode::BadParquet when there is none or it does not fit.
Schema schemaFromArrow(const arrow::Schema& schema);

/// The cell at @p row of @p array, an array of arrowType(column) or large_utf8.
CellValue cellAt(const arrow::Array& array, std::int64_t row);

/// The exact digits of a decimal, never in scientific notation: "-0.05".
std::string formatDecimal(const arrow::Decimal128& value, int scale);

} // namespace lepton::data
