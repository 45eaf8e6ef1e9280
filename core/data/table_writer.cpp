// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_writer.h"

#include "base/error.h"
#include "base/file.h"
#include "data/arrow_support.h"
#include "data/bounded_queue.h"
#include "data/column_memory_arrow.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <arrow/io/interfaces.h>
#include <arrow/type.h>
#include <parquet/arrow/writer.h>
#include <parquet/properties.h>

#include <atomic>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace lepton::data {

namespace {

/// A file as Arrow writes to it. Keeps the first Error, since a Status loses what a person needs to know.
class FileSink final : public arrow::io::OutputStream
{
public:
    explicit FileSink(const std::filesystem::path& path)
        : m_file(base::File::create(path))
    {
        set_mode(arrow::io::FileMode::WRITE);
        m_buffer.reserve(bufferBytes);
    }

    arrow::Status Write(const void* data, std::int64_t size) override
    {
        const std::string_view bytes(static_cast<const char*>(data), static_cast<std::size_t>(size));
        m_position += size;
        if (m_buffer.size() + bytes.size() <= bufferBytes) {
            m_buffer += bytes;
            return arrow::Status::OK();
        }
        ARROW_RETURN_NOT_OK(Flush());
        if (bytes.size() > bufferBytes)
            return guarded([&] { m_file.write(bytes); });
        m_buffer += bytes;
        return arrow::Status::OK();
    }
    arrow::Status Flush() override
    {
        return guarded([&] {
            m_file.write(std::string_view(m_buffer));
            m_buffer.clear();
        });
    }
    arrow::Status Close() override
    {
        if (m_closed)
            return arrow::Status::OK();
        m_closed = true;
        ARROW_RETURN_NOT_OK(Flush());
        return guarded([&] { m_file.close(); });
    }
    bool closed() const override { return m_closed; }
    arrow::Result<std::int64_t> Tell() const override { return m_position; }

    void throwFailure() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    static constexpr std::size_t bufferBytes = std::size_t{1} << 20;

    template <class Work>
    arrow::Status guarded(Work work)
    {
        try {
            work();
            return arrow::Status::OK();
        } catch (const std::exception& error) {
            if (!m_failure)
                m_failure = std::current_exception();
            return arrow::Status::IOError(error.what());
        }
    }

    base::File m_file;
    std::string m_buffer;
    std::int64_t m_position = 0;
    bool m_closed = false;
    std::exception_ptr m_failure;
};

std::shared_ptr<parquet::WriterProperties> writerProperties(const Schema& schema,
                                                            const std::vector<bool>& dictionary)
{
    parquet::WriterProperties::Builder builder;
    builder.memory_pool(columnMemory());
    builder.compression(parquet::Compression::ZSTD);
    builder.max_row_group_length(rowGroupRows);
    builder.enable_write_page_index();
    builder.enable_page_checksum(); // damage on the disk is noticed where it is read
    builder.created_by("Lepton Workbench");
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (!dictionary[i])
            builder.disable_dictionary(std::make_shared<parquet::schema::ColumnPath>(
                std::vector<std::string>{schema.columns[i].name}));
    }
    return builder.build();
}

} // namespace

struct TableWriter::Impl
{
    using Columns = std::vector<std::shared_ptr<arrow::Array>>;

    Impl(const std::filesystem::path& path, const Schema& schema, const std::vector<bool>& dictionary)
        : target(path)
        , sink(std::make_shared<FileSink>(path))
        , queue(2)
    {
        const auto arrowProperties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
        writer =
            checked(parquet::arrow::FileWriter::Open(*arrowSchema(schema), columnMemory(), sink,
                                                     writerProperties(schema, dictionary), arrowProperties));
        thread = std::thread([this] { writeAll(); });
    }

    ~Impl()
    {
        queue.close();
        if (thread.joinable()) {
            abandoned = true;
            thread.join();
        }
        if (finished)
            return;
        writer.reset();
        sink.reset();
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
    }

    void writeAll()
    {
        try {
            while (auto columns = queue.pop()) {
                if (abandoned)
                    break;
                require(writer->NewRowGroup());
                for (const auto& column : *columns)
                    require(writer->WriteColumnChunk(*column));
            }
        } catch (...) {
            failure = std::current_exception();
        }
        queue.close();
    }

    void require(const arrow::Status& status) const
    {
        if (status.ok())
            return;
        sink->throwFailure();
        throw errorFromArrow(status, base::ErrorCode::Io,
                             "The table cannot be written to " + target.string() + ".");
    }

    void joinAndThrow()
    {
        if (thread.joinable())
            thread.join();
        if (failure)
            std::rethrow_exception(failure);
    }

    std::filesystem::path target;
    std::shared_ptr<FileSink> sink;
    std::unique_ptr<parquet::arrow::FileWriter> writer;
    BoundedQueue<Columns> queue;
    std::atomic<bool> abandoned = false;
    bool finished = false;
    std::exception_ptr failure; ///< written before the queue is closed by the thread
    std::thread thread;
};

TableWriter::TableWriter(const std::filesystem::path& target, const Schema& schema,
                         const std::vector<bool>& dictionary)
    : m_impl(std::make_unique<Impl>(target, schema, dictionary))
{}

TableWriter::~TableWriter() = default;

void TableWriter::write(std::vector<std::shared_ptr<arrow::Array>> columns)
{
    if (!m_impl->queue.push(std::move(columns)))
        m_impl->joinAndThrow();
}

void TableWriter::finish()
{
    m_impl->queue.close();
    m_impl->joinAndThrow();
    m_impl->require(m_impl->writer->Close());
    m_impl->require(m_impl->sink->Close());
    m_impl->finished = true;
}

} // namespace lepton::data
