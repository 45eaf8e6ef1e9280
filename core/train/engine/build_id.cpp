// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/build_id.h"

#include "base/sha256.h"

#include <cstdint>
#include <cstring>
#include <span>

#include <elf.h>
#include <link.h>

namespace lepton::train::engine {

namespace {

struct Search
{
    std::uintptr_t address = 0; ///< in the object that is looked for
    std::string found;
};

bool holds(const dl_phdr_info& object, std::uintptr_t address)
{
    for (const auto& header : std::span(object.dlpi_phdr, object.dlpi_phnum)) {
        const std::uintptr_t begin = object.dlpi_addr + header.p_vaddr;
        if (header.p_type == PT_LOAD && address >= begin && address - begin < header.p_memsz)
            return true;
    }
    return false;
}

/// Notes follow one another, each padded to 4 bytes.
std::string buildIdIn(std::span<const std::uint8_t> notes)
{
    const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
    while (notes.size() >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        std::memcpy(&note, notes.data(), sizeof note);
        const std::size_t value = sizeof note + padded(note.n_namesz);
        const std::size_t next = value + padded(note.n_descsz);
        if (next > notes.size())
            break;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 &&
            std::memcmp(notes.data() + sizeof note, "GNU", 4) == 0)
            return base::toHex(notes.subspan(value, note.n_descsz));
        notes = notes.subspan(next);
    }
    return {};
}

int visit(dl_phdr_info* object, std::size_t, void* data)
{
    auto& search = *static_cast<Search*>(data);
    if (!holds(*object, search.address))
        return 0;
    for (const auto& header : std::span(object->dlpi_phdr, object->dlpi_phnum)) {
        if (header.p_type != PT_NOTE || !search.found.empty())
            continue;
        const auto* notes = reinterpret_cast<const std::uint8_t*>(object->dlpi_addr + header.p_vaddr);
        search.found = buildIdIn({notes, header.p_memsz});
    }
    return 1;
}

} // namespace

std::string buildId()
{
    Search search;
    search.address = reinterpret_cast<std::uintptr_t>(&buildId);
    dl_iterate_phdr(&visit, &search);
    return search.found.empty() ? "unknown" : search.found;
}

} // namespace lepton::train::engine
