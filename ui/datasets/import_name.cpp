// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_name.h"

namespace lepton::ui {

QString datasetNameFor(const QString& fileName)
{
    auto name = fileName;
    // Compression stands behind the format: reviews.csv.gz.
    for (const auto* ending :
         {".gz", ".zst", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json", ".parquet"}) {
        const auto length = qsizetype(qstrlen(ending));
        if (name.size() > length && name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            name.chop(length);
    }
    for (auto& character : name) {
        if (character == QLatin1Char('/') || character == QLatin1Char('@') || character.unicode() < 0x20)
            character = QLatin1Char('_');
    }
    return name.left(120).trimmed();
}

} // namespace lepton::ui
