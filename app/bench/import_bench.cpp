// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/peer.h"
#include "base/progress.h"
#include "base/scratch_folder.h"
#include "data/importer.h"

#include <fmt/format.h>

namespace lepton::bench {

Result benchImport(const Setup& setup, const std::filesystem::path& file)
{
    const base::ScratchFolder folder;
    const auto target = folder.path() / "table.parquet";
    setup.tell("import");
    const double seconds = bestSeconds(setup, [&] {
        std::filesystem::remove(target);
        base::Progress progress;
        data::importFile(file, {}, target, setup.cancellation, progress);
    });
    const nlohmann::json peer = askPeer(setup, "import", {std::to_string(setup.rounds), file.string()});
    const double megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    Row row{"table into Parquet, with types, statistics and hash",
            "MB/s",
            megabytes / seconds,
            "pyarrow, which reads and writes alone",
            {}};
    if (peer.is_object())
        row.peer = megabytes / peer.at("seconds").get<double>();
    return {{row},
            {fmt::format("{:.1f} MB in, {:.1f} MB out", megabytes,
                         static_cast<double>(std::filesystem::file_size(target)) / 1e6)}};
}

} // namespace lepton::bench
