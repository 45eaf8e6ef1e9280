// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "identity/audit.h"
#include "identity/local_workspace.h"
#include "identity/member_service.h"
#include "registry/registry_audit.h"
#include "registry/registry_service.h"
#include "registry/registry_store.h"
#include "train/run_store.h"

#include <QTemporaryDir>
#include <QtGlobal>
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <limits>
#include <list>
#include <memory>
#include <string>

namespace lepton::testing {

/// Knows "positive" and "negative" by the first word of a text. What its model's file says decides how well.
class FakePredictor final : public train::Predictor
{
public:
    explicit FakePredictor(std::string weights)
        : m_weights(std::move(weights))
    {}

    const std::vector<std::string>& labels() const override { return m_labels; }
    std::vector<float> predict(std::span<const std::string_view> texts) override
    {
        std::vector<float> given;
        for (const std::string_view text : texts) {
            float positive = text.starts_with("good") ? 0.99F : 0.01F;
            if (m_weights.starts_with("nan"))
                positive = std::numeric_limits<float>::quiet_NaN();
            if (m_weights.starts_with("poor") && text.find("7") != std::string_view::npos)
                positive = 1 - positive;
            given.insert(given.end(), {1 - positive, positive});
        }
        return given;
    }

private:
    std::string m_weights;
    std::vector<std::string> m_labels{"negative", "positive"};
};

class FakeEngine final : public train::Engine
{
public:
    train::DeviceFacts device(train::DeviceChoice, train::Precision, int) override { return {}; }
    double productPeak(train::DeviceChoice, train::Precision, int) override { return 0; }
    train::ModelFacts inspect(const std::filesystem::path&) override { return {}; }
    std::unique_ptr<train::Trainer> newTrainer(const train::TrainerRequest&) override { return nullptr; }
    std::unique_ptr<train::Predictor> newPredictor(const std::filesystem::path& model,
                                                   const train::PredictorOptions&) override
    {
        ++predictors;
        return std::make_unique<FakePredictor>(base::readTextFile(model / "model.safetensors"));
    }

    std::atomic<int> predictors{0}; ///< made so far
};

/// A member at a computer of their own.
struct Person
{
    Person(std::string name_, identity::UserStores user_)
        : name(std::move(name_))
        , user(std::move(user_))
    {}

    std::string name;
    identity::UserStores user;
    std::shared_ptr<FakeEngine> engine = std::make_shared<FakeEngine>();
    identity::LocalWorkspace local;
    std::unique_ptr<registry::RegistryService> service;

    store::Workspace& workspace() { return *local.workspace; }
    void open(const std::filesystem::path& folder, const base::Clock& clock = base::systemClock())
    {
        service.reset();
        local = identity::openWorkspace(folder, user, identity::passphraseFromEnvironment, clock);
        serve();
    }
    void serve()
    {
        service = std::make_unique<registry::RegistryService>(
            registry::RegistryService::Parts{*local.workspace,
                                             [engine = engine]() -> train::Engine& { return *engine; },
                                             local.member ? local.member->department : "",
                                             {}});
    }
    registry::PromotionRecord promote(const registry::ModelVersion& version,
                                      registry::Stage target = registry::Stage::Production)
    {
        return service->promote(version.version.id, target, "because", {}, progress);
    }
    registry::PromotionRecord approve(const registry::PromotionRecord& promotion)
    {
        return service->approve(promotion.id, "looked at it", {}, progress);
    }

    base::Progress progress;
};

/// A workspace with an engineer and admin Ada (Risk), a reviewer Bo (Service), a data set, and runs.
class RegistryFixture
{
public:
    RegistryFixture()
        : m_root(m_temporary.path().toStdString())
        , folder(m_root / "workspace")
    {
        qputenv("XDG_CACHE_HOME", (m_root / "cache").c_str());
        ada = &person("Ada");
        ada->local = identity::createWorkspace(folder, {"Test", store::JournalMode::Local},
                                               {"Ada", "Risk", {identity::Role::Engineer}, {}}, ada->user);
        ada->serve();
        bo = &enrol("Bo", "Service", {identity::Role::Reviewer});
        m_datasets = std::make_unique<data::DatasetService>(ada->workspace(), "Risk", [](auto) {});
        importData("reviews");
    }

    Person& enrol(const std::string& name, const std::string& department, const identity::Roles& roles)
    {
        Person& made = person(name);
        const auto request = identity::makeRequest(name, department, "", made.user.keys, std::nullopt);
        identity::MemberService(ada->workspace()).enrol(request, roles);
        made.open(folder);
        return made;
    }

    void importData(const std::string& name, int rows = 400) { importText(name, table(rows)); }
    void importText(const std::string& name, const std::string& csv)
    {
        const auto file = m_root / (name + ".csv");
        base::writeFileAtomically(file, csv);
        data::ImportRequest request;
        request.file = file;
        request.name = name;
        base::Progress progress;
        dataset = m_datasets->import(request, {}, progress).version;
    }
    static std::string table(int rows)
    {
        std::string csv = "text,label\n";
        for (int i = 0; i < rows; ++i)
            csv += i % 2 == 0 ? "good film " + std::to_string(i) + ",positive\n"
                              : "bad film " + std::to_string(i) + ",negative\n";
        return csv;
    }

    /// A completed run of Ada's with a model of these weights, as training records it.
    train::Run addRun(const std::string& weights, const std::string& splitColumn = "")
    {
        auto& workspace = ada->workspace();
        store::ObjectDraft draft = workspace.objects().newDraft();
        base::File::create(draft.path()).write(weights);
        const auto object = workspace.objects().keep(std::move(draft), {});
        train::Run run;
        run.id = train::RunId::generate();
        run.number = ++m_runs;
        run.data = {{"classes", {"negative", "positive"}}};
        train::Recipe recipe;
        recipe.datasetVersion = dataset.id;
        recipe.textColumn = "text";
        recipe.labelColumn = "label";
        recipe.splitColumn = splitColumn;
        workspace.write([&](store::Transaction& transaction) {
            workspace.objects().link(transaction, object, run.id.toString());
            transaction.append({"run.started",
                                run.id.toString(),
                                {{"run", run.name()},
                                 {"dataset_version", dataset.id.toString()},
                                 {"dataset_name", "reviews"},
                                 {"version", dataset.number},
                                 {"dataset_hash", dataset.contentHash},
                                 {"base_model", train::BaseModelId::generate().toString()},
                                 {"base_model_name", "tiny"},
                                 {"base_model_hash", std::string(64, 'b')},
                                 {"recipe", recipe},
                                 {"recipe_hash", std::string(64, 'c')}}});
            transaction.append({"run.completed",
                                run.id.toString(),
                                {{"run", run.name()},
                                 {"metrics", {{"test/macro_f1", 0.9}}},
                                 {"artifacts",
                                  {{{"kind", "model"},
                                    {"name", "model.safetensors"},
                                    {"hash", object.hash},
                                    {"bytes", object.bytes}}}}}});
        });
        return run;
    }

    registry::ModelVersion addVersion(const std::string& weights, const std::string& model = "sentiment")
    {
        return ada->service->registerRun(addRun(weights), model, "");
    }

    /// Asked for by Ada and approved by Bo.
    registry::PromotionRecord bringToProduction(const registry::ModelVersion& version)
    {
        return bo->approve(ada->promote(version));
    }

    void publish(const std::string& gates, int approvals = 1, int version = 1, const std::string& more = "")
    {
        ada->service->publish(R"({"name":"risk","version":)" + std::to_string(version) +
                              R"(,"production":{"approvals":)" + std::to_string(approvals) + more +
                              R"(,"gates":[)" + gates + "]}}");
    }

    identity::AuditResult verify(bool full = false)
    {
        registry::RegistryAudit audit(ada->workspace().objects());
        identity::SealStore seals(m_root / "Ada" / "seals.json");
        base::Progress progress;
        return identity::verify(ada->workspace(), ada->user.pins,
                                {.full = full, .seals = &seals, .parts = {&audit}}, {}, progress);
    }

    /// Changes the catalog behind the program's back.
    void tamper(const std::string& sql)
    {
        SQLite::Database database((folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        database.exec(sql);
    }

    /// What a program that keeps no rules would write as @p author, with the rows of the tables that go with
    /// it where the event has a say.
    void forge(Person& author, const store::EventDraft& draft)
    {
        author.workspace().write([&](store::Transaction& transaction) {
            registry::Ledger ledger(author.workspace().info().id);
            ledger.catchUp(transaction.database());
            const registry::RegistryState before = ledger.state();
            transaction.append(draft);
            if (errorOf([&] { ledger.catchUpOwn(transaction.database()); }))
                return;
            registry::RegistryStore(transaction.database()).save(before, ledger.state());
        });
    }

private:
    Person& person(const std::string& name)
    {
        const auto home = m_root / name;
        std::filesystem::create_directories(home);
        return m_people.emplace_back(name, identity::UserStores{identity::KeyStore(home / "keys"),
                                                                identity::PinStore(home / "pins.json")});
    }

    QTemporaryDir m_temporary;
    std::filesystem::path m_root;
    std::list<Person> m_people;
    std::unique_ptr<data::DatasetService> m_datasets;
    int m_runs = 0;

public:
    std::filesystem::path folder;
    Person* ada = nullptr;
    Person* bo = nullptr;
    data::DatasetVersion dataset;
};

inline bool has(const identity::AuditResult& result, const std::string& kind)
{
    return std::ranges::any_of(result.problems, [&](const auto& problem) { return problem.kind == kind; });
}

inline std::string shown(const identity::AuditResult& result)
{
    std::string text;
    for (const auto& problem : result.problems)
        text += std::to_string(problem.event) + " " + problem.kind + ": " + problem.message + "\n";
    return text;
}

} // namespace lepton::testing
