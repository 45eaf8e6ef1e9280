// SPDX-License-Identifier: GPL-3.0-or-later
// Build step: turns resources/unicode/bert_codepoints.tsv into the C++ source of codePointRows().
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using CodePoints = std::vector<std::uint32_t>;

/// Code points of all mappings one after the other; equal mappings share their place.
class Pool
{
public:
    std::size_t add(const CodePoints& sequence)
    {
        if (sequence.empty())
            return 0;
        const auto [entry, isNew] = m_offsets.try_emplace(sequence, m_codePoints.size());
        if (isNew)
            m_codePoints.insert(m_codePoints.end(), sequence.begin(), sequence.end());
        return entry->second;
    }

    const CodePoints& codePoints() const { return m_codePoints; }

private:
    CodePoints m_codePoints;
    std::map<CodePoints, std::size_t> m_offsets;
};

std::vector<std::string> fieldsOf(const std::string& line)
{
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');)
        fields.push_back(field);
    return fields;
}

CodePoints sequenceOf(const std::string& text)
{
    CodePoints sequence;
    if (text == "-")
        return sequence;
    std::istringstream stream(text);
    for (std::string word; stream >> word;)
        sequence.push_back(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
    return sequence;
}

std::string kindOf(const std::string& word)
{
    static const std::map<std::string, std::string> kinds = {
        {"keep", "Keep"},         {"control", "Control"}, {"space", "Space"},   {"cjk", "Cjk"},
        {"punct", "Punctuation"}, {"mark", "Mark"},       {"hangul", "Hangul"},
    };
    const auto kind = kinds.find(word);
    if (kind == kinds.end())
        throw std::runtime_error("unknown kind '" + word + "'");
    return kind->second;
}

void generate(std::istream& table, std::ostream& source)
{
    std::ostringstream rows;
    Pool pool;
    std::uint32_t next = 0;
    std::string line;
    std::getline(table, line); // the heading
    while (std::getline(table, line)) {
        const std::vector<std::string> fields = fieldsOf(line);
        if (fields.size() != 6)
            throw std::runtime_error("a row without 6 fields: " + line);
        const std::uint32_t first = sequenceOf(fields[0]).at(0);
        const std::uint32_t last = sequenceOf(fields[1]).at(0);
        if (first != next || last < first)
            throw std::runtime_error("a gap or an overlap at " + fields[0]);
        next = last + 1;
        const CodePoints lower = sequenceOf(fields[3]);
        const CodePoints bare = sequenceOf(fields[4]);
        rows << "    {0x" << fields[0] << ", 0x" << fields[1] << ", CodePointKind::" << kindOf(fields[2])
             << ", " << (fields[5] == "n" ? "someCombiningClass" : fields[5]) << ", " << lower.size() << ", "
             << bare.size() << ", " << pool.add(lower) << ", " << pool.add(bare) << "},\n";
    }
    if (next != 0x110000)
        throw std::runtime_error("the table does not reach U+10FFFF");
    if (pool.codePoints().size() > 0xFFFF)
        throw std::runtime_error("the mappings do not fit 16-bit indices");

    source << "// Generated from resources/unicode/bert_codepoints.tsv; edit that instead.\n"
              "#include \"text/code_point_rows.h\"\n\n"
              "namespace lepton::text {\nnamespace {\n\n"
              "constexpr CodePointRow rows[] = {\n"
           << rows.str() << "};\n\nconstexpr char32_t pool[] = {";
    for (std::size_t i = 0; i < pool.codePoints().size(); ++i)
        source << (i % 16 == 0 ? "\n    " : " ") << pool.codePoints()[i] << ',';
    source << "\n};\n\n} // namespace\n\n"
              "std::span<const CodePointRow> codePointRows() noexcept\n{\n    return rows;\n}\n\n"
              "std::span<const char32_t> codePointPool() noexcept\n{\n    return pool;\n}\n\n"
              "} // namespace lepton::text\n";
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: generate_code_point_rows TABLE SOURCE\n";
        return EXIT_FAILURE;
    }
    try {
        std::ifstream table(argv[1]);
        std::ofstream source(argv[2]);
        generate(table, source);
        source.close();
        if (!source)
            throw std::runtime_error("the source cannot be written");
    } catch (const std::exception& error) {
        std::cerr << argv[1] << ": " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
