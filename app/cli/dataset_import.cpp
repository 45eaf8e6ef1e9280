// SPDX-License-Identifier: GPL-3.0-or-later
#include "column_types.h"
#include "dataset.h"
#include "dataset_json.h"
#include "job_wait.h"
#include "left_out_rows.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/on_exit.h"
#include "base/text.h"
#include "data/taken_over.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace lepton::cli {
namespace {

struct ImportOptions
{
    std::string file, name, department, sensitivity, encoding, delimiter, quote, badRows, description, note;
    std::vector<std::string> types, tags;
    std::optional<std::string> nulls;
    bool newVersion = false;
    bool readAfresh = false;
};

data::ImportRequest requestOf(const ImportOptions& options)
{
    data::ImportRequest request;
    request.file = options.file;
    request.name = options.name;
    request.department = options.department;
    if (!options.sensitivity.empty())
        request.sensitivity = data::sensitivityFromName(options.sensitivity);
    request.description = options.description;
    request.tags = options.tags;
    request.note = options.note;
    request.newVersion = options.newVersion;
    if (!options.encoding.empty())
        request.options.encoding = options.encoding;
    if (!options.delimiter.empty())
        request.options.delimiter = parseDelimiter(options.delimiter);
    if (!options.quote.empty())
        request.options.quote = options.quote == "single" ? '\'' : options.quote == "none" ? '\0' : '"';
    request.options.types = parseColumnTypes(options.types);
    if (options.nulls)
        request.options.nulls = splitList(*options.nulls);
    if (options.badRows == "skip")
        request.options.badRows = data::BadRows::Skip;
    return request;
}

std::string delimiterWord(char delimiter)
{
    switch (delimiter) {
    case '\t':
        return "tab";
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    default:
        return {'\'', delimiter, '\''};
    }
}

std::string sourceWords(const data::Detected& detected)
{
    std::string words;
    switch (detected.format) {
    case data::FileFormat::Csv:
        words = detected.encoding + ", " + delimiterWord(detected.delimiter);
        break;
    case data::FileFormat::JsonLines:
        words = "JSON Lines, " + detected.encoding;
        break;
    case data::FileFormat::Parquet:
        return "Parquet";
    }
    return detected.compression.empty() ? words : words + ", " + detected.compression;
}

std::string listOf(const std::vector<std::string>& words)
{
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// What of the options of the version before holds for this one, in words.
std::vector<std::string> takenWords(const data::TakenOver& taken)
{
    std::vector<std::string> words;
    for (const data::ReadOption option : taken.taken) {
        switch (option) {
        case data::ReadOption::Encoding:
            words.push_back("encoding " + *taken.options.encoding);
            break;
        case data::ReadOption::Delimiter:
            words.push_back("delimiter " + delimiterWord(*taken.options.delimiter));
            break;
        case data::ReadOption::Quote:
            words.push_back("quotes");
            break;
        case data::ReadOption::DecimalMark:
            words.push_back("decimal mark");
            break;
        case data::ReadOption::Header:
            words.push_back("no header");
            break;
        case data::ReadOption::Nulls:
            words.push_back(taken.options.nulls->empty() ? "no words for missing values"
                                                         : "missing words " + listOf(*taken.options.nulls));
            break;
        case data::ReadOption::Types:
            words.push_back((taken.types.size() == 1 ? "type of " : "types of ") + listOf(taken.types));
            break;
        }
    }
    return words;
}

void printTaken(const data::TakenOver& taken)
{
    const std::string version = "version " + std::to_string(taken.version);
    if (!taken.taken.empty())
        print("  read as " + version + " was: " + listOf(takenWords(taken)) +
              " (--read-afresh takes nothing over)\n");
    std::vector<std::string> left;
    for (const data::ReadOption option : taken.left)
        left.push_back(option == data::ReadOption::DecimalMark ? "decimal mark"
                                                               : std::string(data::optionName(option)));
    if (!left.empty())
        print("  found anew, since what " + version +
              " was read with does not fit this file: " + listOf(left) + "\n");
}

nlohmann::json takenJson(const data::TakenOver& taken)
{
    nlohmann::json options = nlohmann::json::array();
    for (const data::ReadOption option : taken.taken)
        options.push_back(data::optionName(option));
    return {{"version", taken.version}, {"options", std::move(options)}, {"types", taken.types}};
}

void printOutcome(const data::ImportOutcome& outcome)
{
    const data::DatasetVersion& version = outcome.version;
    const std::string which = outcome.dataset.name + "@" + std::to_string(version.number);
    print(outcome.unchanged ? "Unchanged: " + which + " holds the same content already.\n"
                            : "Imported " + which + ".\n");
    print("  " + counted(version.rows, "row") + ", " + counted(std::ssize(version.schema.columns), "column") +
          ", " + byteSize(version.bytes) + " (" + sourceWords(version.provenance.detected) + ")\n");
    print("  content " + version.contentHash + "\n");
    for (const data::Notice& notice : version.provenance.notices)
        print("  notice: " + notice.message + "\n");
    if (version.provenance.skippedRowCount > 0)
        printLeftOutRows(version.provenance);
}

/// Whether @p error is about rows that can be left out.
bool isOfRows(const base::Error& error)
{
    using base::ErrorCode;
    constexpr ErrorCode codes[] = {ErrorCode::RaggedRow,       ErrorCode::BadEncoding, ErrorCode::NulByte,
                                   ErrorCode::TextAfterQuote,  ErrorCode::BadJson,     ErrorCode::BadValue,
                                   ErrorCode::NumberOutOfRange};
    return std::ranges::find(codes, error.code()) != std::end(codes);
}

/// The option that helps against @p error.
std::string remedyFor(const base::Error& error, const ImportOptions& options,
                      const std::optional<data::TakenOver>& taken)
{
    if (error.code() == base::ErrorCode::Exists)
        return " (--new-version)";
    if (error.code() == base::ErrorCode::UnclosedQuote)
        return " (--quote none)";
    if (taken && error.place().column &&
        std::ranges::find(taken->types, *error.place().column) != taken->types.end())
        return " Its type was taken over from version " + std::to_string(taken->version) +
               " (--types, --read-afresh).";
    return isOfRows(error) && options.badRows != "skip" ? " (--bad-rows skip)" : "";
}

/// What a job came to; an error names the option that helps.
data::ImportOutcome outcomeOf(app::Session& session, const jobs::JobInfo& job, const ImportOptions& options,
                              const std::optional<data::TakenOver>& taken)
{
    try {
        return session.outcomeOf(job);
    } catch (const base::Error& error) {
        const std::string remedy = remedyFor(error, options, taken);
        throw base::Error(error.code(), error.message() + remedy, error.place(), error.detail());
    }
}

int importDataset(const Context& context, const ImportOptions& options)
{
    data::ImportRequest request = requestOf(options);
    const auto session = context.openSession();
    std::optional<data::TakenOver> taken;
    if (request.newVersion && !options.readAfresh)
        taken = data::takeOver(session->datasets().store(), request.name, request.file, request.options,
                               context.interrupted());
    if (taken)
        request.options = taken->options;
    ProgressLine line;
    jobs::JobQueue& queue = session->jobs();
    queue.setListener([&line](const jobs::JobInfo& job) {
        if (job.state == jobs::JobState::Running)
            line.show(job.progress);
    });
    const jobs::JobInfo job = [&] {
        const base::OnExit quiet([&queue] { queue.setListener({}); });
        const base::JobId id = session->submitImport(request);
        return waitForJob(queue, id, {context.interrupted()}, OnInterrupt::Cancel);
    }();
    line.clear();
    const data::ImportOutcome outcome = outcomeOf(*session, job, options, taken);
    if (context.json) {
        nlohmann::json document =
            importDocument(outcome, session->datasets().store().profile(outcome.version.id));
        if (taken && !taken->taken.empty())
            document["taken_over"] = takenJson(*taken);
        printJson(document);
        return 0;
    }
    printOutcome(outcome);
    if (taken)
        printTaken(*taken);
    return 0;
}

} // namespace

void addDatasetImport(CLI::App& dataset, Context& context)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App* verb = dataset.add_subcommand("import", "Import a CSV, TSV, JSON Lines or Parquet file");
    verb->add_option("FILE", options->file, "The file, plain or compressed with gzip or zstd")->required();
    verb->add_option("--name", options->name, "Name of the data set")->required();
    verb->add_option("--department", options->department, "Who it belongs to (default: your department)");
    verb->add_option("--sensitivity", options->sensitivity,
                     "public, internal (default), confidential or restricted")
        ->check(CLI::IsMember({"public", "internal", "confidential", "restricted"}));
    verb->add_option("--description", options->description, "What it holds");
    verb->add_option("--tag", options->tags, "A tag; may be given several times")->allow_extra_args(false);
    verb->add_option("--note", options->note, "What is new in this version");
    verb->add_option("--encoding", options->encoding,
                     "Such as utf-8, gb18030, windows-1252 (default: found)");
    verb->add_option("--delimiter", options->delimiter, "One character, or tab (default: found)");
    verb->add_option("--quote", options->quote, "Marks around fields: double (default), single or none")
        ->check(CLI::IsMember({"double", "single", "none"}));
    verb->add_option("--types", options->types,
                     "Types by column: name=type,... such as id=text,price=decimal(10,2)")
        ->allow_extra_args(false);
    verb->add_option("--nulls", options->nulls, "Words that are missing values: NA,none,...");
    verb->add_option("--bad-rows", options->badRows,
                     "What to do with rows that cannot be read: fail (default) or skip")
        ->check(CLI::IsMember({"fail", "skip"}));
    verb->add_flag("--new-version", options->newVersion,
                   "Add other content under an existing name as a new version; it is read as the newest one "
                   "was, as far as that fits and nothing else is said");
    verb->add_flag("--read-afresh", options->readAfresh,
                   "Take over nothing of how the version before was read")
        ->needs("--new-version");
    verb->footer("Example:\n  lepton dataset import loans.csv --name loans --types id=text --workspace team");
    context.whenChosen(*verb, [&context, options] { return importDataset(context, *options); });
}

} // namespace lepton::cli
