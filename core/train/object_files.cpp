// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/object_files.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/sha256.h"

#include <system_error>
#include <vector>

namespace lepton::train {

std::filesystem::path verifiedObject(const store::ObjectStore& objects, const store::ObjectRef& object,
                                     const base::Cancellation& cancellation)
{
    std::filesystem::path file = objects.path(object.hash);
    if (base::toHex(base::sha256OfFile(file, cancellation)) != object.hash)
        throw base::Error(
            base::ErrorCode::Damaged,
            "A file of the workspace is damaged: " + file.string() +
                " is not what was kept. Put it back from a copy of the workspace; lepton doctor "
                "names all that are damaged.");
    return file;
}

void copyFile(const std::filesystem::path& source, const std::filesystem::path& target,
              const base::Cancellation& cancellation, base::Progress& progress)
{
    constexpr std::size_t blockBytes = std::size_t{1} << 20;
    base::File in = base::File::openForReading(source);
    base::File out = base::File::create(target);
    try {
        std::vector<std::byte> block(blockBytes);
        while (const std::size_t count = in.read(block)) {
            cancellation.throwIfRequested();
            out.write(std::span(block).first(count));
            progress.advance(static_cast<std::int64_t>(count));
        }
        out.close();
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
        throw;
    }
}

store::ObjectRef keepCopy(store::ObjectStore& objects, const std::filesystem::path& file,
                          const base::Cancellation& cancellation, base::Progress& progress)
{
    store::ObjectDraft draft = objects.newDraft();
    copyFile(file, draft.path(), cancellation, progress);
    return objects.keep(std::move(draft), cancellation);
}

} // namespace lepton::train
