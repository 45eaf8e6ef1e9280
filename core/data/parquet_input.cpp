// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/parquet_input.h"

#include "base/error.h"
#include "data/arrow_support.h"
#include "data/column_memory_arrow.h"
#include "data/table_plan.h"

#include <arrow/array.h>
#include <arrow/compute/initialize.h>
#include <arrow/io/file.h>
#include <arrow/record_batch.h>
#include <arrow/type.h>
#include <fmt/format.h>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>
#include <parquet/properties.h>

#include <algorithm>
#include <string>

namespace lepton::data {

namespace {

constexpr std::int64_t batchBytes = std::int64_t{16} << 20;

base::Error damaged(const std::string& detail)
{
    return {base::ErrorCode::BadParquet,
            "The Parquet file is damaged or incomplete and cannot be read. Get it again from where it came.",
            detail};
}

/// Runs @p work and turns what the Parquet library throws into an Error.
template <class Work>
auto guarded(Work work)
{
    try {
        return work();
    } catch (const base::Error&) {
        throw;
    } catch (const UnsignedOverflow&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw damaged(error.what());
    }
}

template <class Value>
Value readOr(arrow::Result<Value> result)
{
    if (!result.ok())
        throw errorFromArrow(result.status(), base::ErrorCode::BadParquet, damaged({}).message());
    return std::move(result).ValueUnsafe();
}

/// So many rows hold about batchBytes.
std::int64_t rowsFor(const parquet::FileMetaData& metadata)
{
    std::int64_t bytes = 0;
    for (int i = 0; i < metadata.num_row_groups(); ++i)
        bytes += metadata.RowGroup(i)->total_byte_size();
    const std::int64_t perRow =
        std::max<std::int64_t>(bytes / std::max<std::int64_t>(metadata.num_rows(), 1), 1);
    return std::clamp<std::int64_t>(batchBytes / perRow, 1, ParquetInput::batchRows);
}

} // namespace

struct ParquetInput::Impl
{
    void open(const std::filesystem::path& file)
    {
        check(arrow::compute::Initialize());
        parquet::arrow::FileReaderBuilder builder;
        const auto source = readOr(arrow::io::ReadableFile::Open(file.string()));
        const auto opened = builder.Open(source, parquet::ReaderProperties(columnMemory()));
        if (!opened.ok())
            throw damaged(opened.ToString());
        auto properties = parquet::default_arrow_reader_properties();
        const auto metadata = builder.raw_reader()->metadata();
        rows = metadata->num_rows();
        properties.set_batch_size(rowsFor(*metadata));
        properties.set_pre_buffer(false);
        properties.set_use_threads(false);
        reader = readOr(builder.properties(properties)->memory_pool(columnMemory())->Build());
        std::shared_ptr<arrow::Schema> fields;
        if (const auto status = reader->GetSchema(&fields); !status.ok())
            throw damaged(status.ToString());
        batches = readOr(reader->GetRecordBatchReader());
    }

    void planColumns(const UnsignedColumns& decimals)
    {
        const auto fields = batches->schema();
        if (fields->num_fields() == 0)
            throw base::Error(base::ErrorCode::EmptyFile,
                              "The file holds no columns: there is nothing to import.");
        std::vector<std::string> names;
        for (const auto& field : fields->fields())
            names.push_back(field->name());
        names = distinctNames(names, true, notices);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto& type = *fields->field(static_cast<int>(i))->type();
            schema.columns.push_back(columnForArrow(names[i], type, decimals.contains(i)));
            if (isNested(type))
                notices.push_back(
                    {.kind = NoticeKind::NestedAsJson,
                     .message =
                         fmt::format("The column '{}' holds nested values ({}); they are kept as JSON text.",
                                     names[i], type.ToString()),
                     .column = names[i],
                     .original = type.ToString()});
        }
    }

    std::unique_ptr<parquet::arrow::FileReader> reader;
    std::unique_ptr<arrow::RecordBatchReader> batches;
    Schema schema;
    std::vector<Notice> notices;
    std::int64_t rows = 0;
    std::int64_t given = 0;
    std::shared_ptr<arrow::RecordBatch> current;
    std::int64_t taken = 0; ///< rows of current
};

ParquetInput::ParquetInput(const std::filesystem::path& file, const ReadOptions& options,
                           UnsignedColumns decimals)
    : m_impl(std::make_unique<Impl>())
{
    if (!options.types.empty())
        throw base::Error(
            base::ErrorCode::InvalidArgument,
            "A Parquet file states the types of its columns itself; other ones cannot be chosen.");
    guarded([&] {
        m_impl->open(file);
        m_impl->planColumns(decimals);
    });
}

ParquetInput::~ParquetInput() = default;

const Schema& ParquetInput::schema() const noexcept
{
    return m_impl->schema;
}

const std::vector<Notice>& ParquetInput::notices() const noexcept
{
    return m_impl->notices;
}

std::int64_t ParquetInput::rowCount() const noexcept
{
    return m_impl->rows;
}

std::optional<std::vector<std::shared_ptr<arrow::Array>>> ParquetInput::nextColumns(std::int64_t most)
{
    Impl& impl = *m_impl;
    return guarded([&]() -> std::optional<std::vector<std::shared_ptr<arrow::Array>>> {
        while (!impl.current || impl.taken == impl.current->num_rows()) {
            impl.current = readOr(impl.batches->Next());
            impl.taken = 0;
            if (!impl.current)
                return std::nullopt;
            // What the file says of itself is not to be trusted.
            if (const auto status = impl.current->Validate(); !status.ok())
                throw damaged(status.ToString());
        }
        const std::int64_t count = std::min(most, impl.current->num_rows() - impl.taken);
        std::vector<std::shared_ptr<arrow::Array>> columns;
        for (std::size_t i = 0; i < impl.schema.size(); ++i) {
            const auto array = impl.current->column(static_cast<int>(i))->Slice(impl.taken, count);
            columns.push_back(convertToColumn(array, impl.schema.columns[i], i, impl.given + 1));
        }
        impl.taken += count;
        impl.given += count;
        return columns;
    });
}

void readParquet(const std::filesystem::path& file, const ReadOptions& options,
                 const std::function<void(ParquetInput&)>& read)
{
    UnsignedColumns decimals;
    while (true) {
        try {
            ParquetInput input(file, options, decimals);
            return read(input);
        } catch (const UnsignedOverflow& overflow) {
            decimals.insert(overflow.column);
        }
    }
}

} // namespace lepton::data
