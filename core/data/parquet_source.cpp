// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file.h"
#include "data/column_memory_arrow.h"
#include "data/parquet_source_arrow.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <arrow/array/concatenate.h>
#include <arrow/chunked_array.h>
#include <arrow/io/file.h>
#include <arrow/result.h>
#include <parquet/arrow/reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>
#include <parquet/size_statistics.h>
#include <parquet/statistics.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>

namespace lepton::data {
namespace {

parquet::ReaderProperties readerProperties()
{
    parquet::ReaderProperties properties(columnMemory());
    properties.set_page_checksum_verification(true);
    return properties;
}

std::shared_ptr<arrow::io::RandomAccessFile> openFile(const std::filesystem::path& path)
{
    const base::File file = base::File::openForReading(path);
    const int descriptor = ::fcntl(file.descriptor(), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        throw base::errorFromErrno(errno, "open", path.string());
    auto opened = arrow::io::ReadableFile::Open(descriptor);
    if (!opened.ok())
        throw base::Error(base::ErrorCode::Io, "Cannot read " + path.string() + ".",
                          opened.status().ToString());
    return *opened;
}

template <class T>
const T& parsed(const arrow::Result<T>& result)
{
    if (!result.ok())
        throw parquet::ParquetException(result.status().ToString());
    return *result;
}

void requireParsed(const arrow::Status& status)
{
    if (!status.ok())
        throw parquet::ParquetException(status.ToString());
}

template <class ParquetType>
void takeRange(const parquet::Statistics& statistics, SegmentStatistics& result)
{
    const auto& typed = static_cast<const parquet::TypedStatistics<ParquetType>&>(statistics);
    if constexpr (std::is_same_v<typename ParquetType::c_type, double>) {
        result.smallest = typed.min();
        result.largest = typed.max();
    } else {
        result.smallest = std::int64_t{typed.min()};
        result.largest = std::int64_t{typed.max()};
    }
}

} // namespace

ParquetSource::ParquetSource(const std::filesystem::path& path)
    : m_path(path)
    , m_file(openFile(path))
{
    try {
        m_metadata = parquet::ParquetFileReader::Open(m_file, readerProperties())->metadata();
        auto reader = makeReader();
        std::shared_ptr<arrow::Schema> schema;
        requireParsed(reader->GetSchema(&schema));
        m_schema = schemaFromArrow(*schema);
        m_starts.push_back(0);
        for (int group = 0; group < m_metadata->num_row_groups(); ++group) {
            const std::int64_t rows = m_metadata->RowGroup(group)->num_rows();
            if (rows < 0 || rows > m_metadata->num_rows() - m_starts.back())
                refuse("the row groups hold more rows than the table");
            m_starts.push_back(m_starts.back() + rows);
        }
        if (m_starts.back() != m_metadata->num_rows())
            refuse("the row groups hold fewer rows than the table");
        m_decodedBytes = std::vector<std::atomic<std::int64_t>>(m_schema.size());
        m_idle.push_back(std::move(reader));
    } catch (const base::Error&) {
        throw;
    } catch (const std::exception& error) {
        refuse(error.what());
    }
}

ParquetSource::~ParquetSource() = default;

void ParquetSource::refuse(const std::string& why) const
{
    throw base::Error(
        base::ErrorCode::BadParquet,
        "The table in " + m_path.string() +
            " cannot be read: the file is damaged or is no Parquet file. Restore it from a backup, "
            "or import the data again.",
        why);
}

std::unique_ptr<parquet::arrow::FileReader> ParquetSource::makeReader() const
{
    auto made = parquet::arrow::FileReader::Make(
        columnMemory(), parquet::ParquetFileReader::Open(m_file, readerProperties(), m_metadata));
    requireParsed(made.status());
    return std::move(made).ValueUnsafe();
}

std::unique_ptr<parquet::arrow::FileReader> ParquetSource::borrowReader()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto reader = std::move(m_idle.back());
            m_idle.pop_back();
            return reader;
        }
    }
    return makeReader();
}

int ParquetSource::rowGroupOf(std::int64_t row) const
{
    return static_cast<int>(std::upper_bound(m_starts.begin(), m_starts.end(), row) - m_starts.begin()) - 1;
}

std::shared_ptr<arrow::Array> ParquetSource::read(int group, std::size_t column)
{
    try {
        auto reader = borrowReader();
        std::shared_ptr<arrow::ChunkedArray> chunks;
        requireParsed(reader->RowGroup(group)->Column(static_cast<int>(column))->Read(&chunks));
        if (chunks->length() != rowGroupRows(group))
            refuse("row group " + std::to_string(group) + ", column " + std::to_string(column) + ": " +
                   std::to_string(chunks->length()) + " values");
        std::shared_ptr<arrow::Array> array;
        if (chunks->num_chunks() == 1)
            array = chunks->chunk(0);
        else if (chunks->num_chunks() == 0)
            array = parsed(arrow::MakeEmptyArray(chunks->type()));
        else
            array = parsed(arrow::Concatenate(chunks->chunks(), columnMemory()));
        // A reader that threw is in an unknown state and is not given back.
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(reader));
        return array;
    } catch (const base::Error&) {
        throw;
    } catch (const std::exception& error) {
        refuse(error.what());
    }
}

SegmentStatistics ParquetSource::statistics(int group, std::size_t column) const
{
    SegmentStatistics result;
    try {
        const auto chunk = m_metadata->RowGroup(group)->ColumnChunk(static_cast<int>(column));
        if (!chunk->is_stats_set())
            return result;
        const auto statistics = chunk->statistics();
        if (statistics->HasNullCount())
            result.missing = statistics->null_count();
        if (!statistics->HasMinMax())
            return result;
        switch (m_schema.columns[column].type) {
        case ColumnType::Int64:
        case ColumnType::Time:
        case ColumnType::Timestamp:
            if (statistics->physical_type() == parquet::Type::INT64)
                takeRange<parquet::Int64Type>(*statistics, result);
            break;
        case ColumnType::Date:
            if (statistics->physical_type() == parquet::Type::INT32)
                takeRange<parquet::Int32Type>(*statistics, result);
            break;
        case ColumnType::Float64:
            if (statistics->physical_type() == parquet::Type::DOUBLE)
                takeRange<parquet::DoubleType>(*statistics, result);
            break;
        default:
            break;
        }
    } catch (const std::exception&) {
        // Statistics only save work; what is wrong with the file shows when it is decoded.
        result = {};
    }
    return result;
}

std::int64_t ParquetSource::decodedBytes(std::size_t column) const
{
    std::atomic<std::int64_t>& known = m_decodedBytes[column];
    if (known.load(std::memory_order_relaxed) != 0)
        return known.load(std::memory_order_relaxed);
    const ColumnType type = m_schema.columns[column].type;
    std::int64_t bytes = rowCount() * (type == ColumnType::Text ? 4 : type == ColumnType::Decimal ? 16 : 8);
    for (int group = 0; type == ColumnType::Text && group < rowGroupCount(); ++group) {
        const auto chunk = m_metadata->RowGroup(group)->ColumnChunk(static_cast<int>(column));
        // Older writers do not say how long the texts are; their pages are as long where no dictionary was
        // used.
        const auto sizes = chunk->size_statistics();
        bytes += sizes && sizes->unencoded_byte_array_data_bytes ? *sizes->unencoded_byte_array_data_bytes
                                                                 : 4 * chunk->total_uncompressed_size();
    }
    known.store(std::max<std::int64_t>(bytes, 1), std::memory_order_relaxed);
    return bytes;
}

} // namespace lepton::data
