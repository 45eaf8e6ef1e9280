// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/diff.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// How the columns of a file about to be imported go with those of the version before.
struct SchemaFit
{
    Q_DECLARE_TR_FUNCTIONS(SchemaFit)

public:
    std::vector<std::string> added, removed;
    std::vector<data::TypeChange> changed;
    bool reordered = false;
    std::size_t columns = 0; ///< of the file

    bool fits() const { return added.empty() && removed.empty() && changed.empty(); }
    /// One sentence; @p version is the number of the version before, @p rowChange the difference in rows
    /// (unset while the file was not read to its end).
    QString sentence(int version, std::optional<std::int64_t> rowChange) const;
};

SchemaFit compareSchemas(const data::Schema& before, const data::Schema& after);

} // namespace lepton::ui
