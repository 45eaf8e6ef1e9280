// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/mlflow_keys.h"

#include "base/sha256.h"
#include "base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace lepton::train {
namespace {

constexpr std::size_t mostCharacters = 250;  // MAX_ENTITY_KEY_LENGTH of mlflow/utils/validation.py
constexpr std::size_t mostBytesOfPart = 255; // of a file name
constexpr std::size_t digits = 8;

/// Whether Python's re counts it to \w, or MLflow names it.
bool isTaken(UChar32 c)
{
    if (c < 0)
        return false;
    return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0 ||
           (c < 0x80 && std::string_view("_-. :/").find(static_cast<char>(c)) != std::string_view::npos);
}

std::string withTakenCharacters(const std::string& key)
{
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(key.data());
    const auto length = static_cast<std::int32_t>(key.size());
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (isTaken(c))
            out.append(key, static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
        else
            out += '_';
    }
    return out;
}

std::string mark(const std::string& key)
{
    return "-" + base::toHex(base::sha256(key)).substr(0, digits);
}

/// The longest beginning of at most @p characters and @p bytes.
std::string_view beginning(std::string_view text, std::size_t characters, std::size_t bytes)
{
    text = base::firstCodePoints(text, characters);
    while (text.size() > bytes)
        text = base::firstCodePoints(text, base::codePointCount(text) - 1);
    return text;
}

std::string withShortParts(const std::string& name, const std::string& suffix)
{
    std::string out;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        std::string part = name.substr(at, end - at);
        if (part.empty() || part == "." || part == "..")
            part = std::string(std::max<std::size_t>(part.size(), 1), '_');
        if (at == 0 && part.starts_with(".."))
            part[0] = '_';
        if (part.size() > mostBytesOfPart)
            part = std::string(beginning(part, part.size(), mostBytesOfPart - suffix.size())) + suffix;
        out += (at == 0 ? "" : "/") + part;
        at = end + 1;
    }
    return out;
}

std::string mlflowKey(const std::string& key)
{
    const std::string suffix = mark(key);
    std::string name = withShortParts(withTakenCharacters(key), suffix);
    if (base::codePointCount(name) > mostCharacters)
        name = withShortParts(
            std::string(beginning(name, mostCharacters - suffix.size(), name.size())) + suffix, suffix);
    return name;
}

/// The names given so far, and the folders that they make.
class Tree
{
public:
    bool fits(const std::string& name) const
    {
        if (m_names.contains(name) || m_folders.contains(name))
            return false;
        return std::ranges::none_of(foldersOf(name),
                                    [this](const std::string& folder) { return m_names.contains(folder); });
    }
    void add(const std::string& name)
    {
        m_names.insert(name);
        m_folders.merge(foldersOf(name));
    }

private:
    static std::set<std::string> foldersOf(const std::string& name)
    {
        std::set<std::string> folders;
        for (std::size_t at = name.find('/'); at != std::string::npos; at = name.find('/', at + 1))
            folders.insert(name.substr(0, at));
        return folders;
    }

    std::set<std::string> m_names, m_folders;
};

} // namespace

std::map<std::string, std::string> mlflowKeys(std::vector<std::string> keys)
{
    // Names that can stay as they are come first, so that they do.
    std::ranges::sort(keys);
    std::ranges::stable_partition(keys, [](const std::string& key) { return mlflowKey(key) == key; });
    std::map<std::string, std::string> names;
    Tree tree;
    for (const std::string& key : keys) {
        std::string name = mlflowKey(key);
        if (!tree.fits(name)) {
            std::ranges::replace(name, '/', '_');
            const std::string suffix = mark(key);
            name = std::string(
                       beginning(name, mostCharacters - suffix.size(), mostBytesOfPart - suffix.size())) +
                   suffix;
        }
        tree.add(name);
        names[key] = name;
    }
    return names;
}

} // namespace lepton::train
