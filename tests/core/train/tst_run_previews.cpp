// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_training.h"
#include "run_fixture.h"
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "train/base_model_service.h"
#include "train/run_previews.h"

#include <QTest>

#include <optional>

using namespace lepton;
using testing::FakeTraining;
using testing::kindOf;
using testing::RunFixture;

namespace {

/// A workspace with a base model that knows "play" and "number", and no other word.
class Previews
{
public:
    Previews()
        : m_datasets(m_fixture.workspace(), "test", [](data::DatasetAction) {})
        , m_models(
              m_fixture.workspace(), [](train::TrainAction) {}, engine())
        , m_previews(m_datasets, m_models, engine())
    {
        const auto folder = outside("model");
        std::filesystem::create_directories(folder);
        base::writeFileAtomically(folder / "config.json", "{}");
        base::writeFileAtomically(folder / "model.safetensors", "weights");
        base::writeFileAtomically(folder / "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\nnumber\n");
        base::Progress progress;
        model = m_models.import(folder, "model", base::Cancellation(), progress).model.id;
    }

    /// A data set of the columns text and label with these texts.
    base::DatasetVersionId import(const std::vector<std::string>& texts)
    {
        std::string csv = "text,label\n";
        for (const std::string& text : texts)
            csv += text + ",good\n";
        const auto file = outside("rows.csv");
        base::writeFileAtomically(file, csv);
        data::ImportRequest request;
        request.file = file;
        request.name = "rows";
        base::Progress progress;
        return m_datasets.import(request, base::Cancellation(), progress).version.id;
    }
    std::optional<double> unknownShare(const base::DatasetVersionId& version,
                                       const std::string& column = "text")
    {
        return m_previews.unknownShare(version, column, model, base::Cancellation());
    }

    train::BaseModelId model;

private:
    std::function<train::Engine&()> engine()
    {
        return [this]() -> train::Engine& { return m_engine; };
    }
    std::filesystem::path outside(const std::string& name) const
    {
        return m_fixture.folder().parent_path() / name;
    }

    FakeTraining m_engine;
    RunFixture m_fixture;
    data::DatasetService m_datasets;
    train::BaseModelService m_models;
    train::RunPreviews m_previews;
};

} // namespace

/// What is told of a run before it starts, beside what previewData() computes.
class TestRunPreviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownTokensAreAShareOfAllTokensOfTexts()
    {
        Previews previews;
        // of eight tokens two are unknown; those at the ends of a text are not of the text
        const auto version = previews.import({"play number", "number play", "play piano", "number ten"});
        QCOMPARE(previews.unknownShare(version), std::optional(0.25));
    }

    void theFirstTextsTell()
    {
        Previews previews;
        std::vector<std::string> texts(256, "play number");
        texts.resize(1'000, "piano");
        QCOMPARE(previews.unknownShare(previews.import(texts)), std::optional(0.0));
    }

    void nothingIsSaidOfNoTexts()
    {
        Previews previews;
        const auto version = previews.import({"", ""});
        QCOMPARE(previews.unknownShare(version), std::optional<double>());
    }

    void whatIsNotThereIsRefused()
    {
        Previews previews;
        const auto version = previews.import({"play number"});
        QCOMPARE(kindOf([&] { previews.unknownShare(version, "review"); }), "unknown_column");
        QCOMPARE(kindOf([&] { previews.unknownShare(base::DatasetVersionId::generate()); }), "not_found");
        previews.model = train::BaseModelId::generate();
        QCOMPARE(kindOf([&] { previews.unknownShare(version); }), "not_found");
    }
};

QTEST_GUILESS_MAIN(TestRunPreviews)
#include "tst_run_previews.moc"
