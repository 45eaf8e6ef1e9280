// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "data/importer.h"

#include <QTemporaryDir>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::testing {

/// Files made from bytes, imported in a folder that goes away with the object.
class ImportFixture
{
public:
    using Rows = std::vector<std::vector<std::string>>;

    /// The path of a new file with these bytes.
    std::filesystem::path write(std::string_view bytes, const std::string& name = "in.csv");
    std::filesystem::path folder() const { return std::filesystem::path(m_folder.path().toStdString()); }

    data::ImportedTable import(const std::filesystem::path& file, const data::ReadOptions& options = {});
    data::ImportedTable importBytes(std::string_view bytes, const data::ReadOptions& options = {})
    {
        return import(write(bytes), options);
    }
    /// The Error that importing the bytes ends in, or nothing.
    std::optional<base::Error> errorFor(std::string_view bytes, const data::ReadOptions& options = {});
    /// The cells of the last import as formatCell() writes them; "<missing>" for a missing one.
    Rows rows() const;
    std::filesystem::path target() const { return m_target; }

    /// "int64,text,...".
    static std::string types(const data::Schema& schema);

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_target;
    int m_files = 0;
};

} // namespace lepton::testing
