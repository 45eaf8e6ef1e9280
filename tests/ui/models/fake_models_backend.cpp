// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_models_backend.h"

#include <algorithm>
#include <thread>

namespace lepton::testing {

using base::Error;
using base::ErrorCode;
using registry::Stage;

FakeModelsBackend::FakeModelsBackend()
{
    mei = {.id = "0192-mei",
           .name = "Mei",
           .department = "Risk",
           .roles = {identity::Role::Reviewer},
           .key = "9c41aa00",
           .isMe = true};
    jonas = {.id = "0192-jonas",
             .name = "Jonas",
             .department = "Risk",
             .roles = {identity::Role::Engineer},
             .key = "4f2abb00",
             .isMe = false};
    details.model.id = registry::ModelId::generate();
    details.model.name = "news-topics";
    details.model.department = "Risk";
    details.model.task = "text-classification";
    details.model.owner = jonas;
    registrable = {{"R-3", "reuters v2", "MiniLM", 0.91, ""},
                   {"R-2", "reuters v2", "MiniLM", 0.9, "news-topics v2"}};
    makeVersions(2);
    details.versions.back().stage = Stage::Production;
    details.model.production = 1;
}

void FakeModelsBackend::makeVersions(int count)
{
    while (int(details.versions.size()) < count) {
        const int number = int(details.versions.size()) + 1;
        details.versions.insert(details.versions.begin(),
                                {.id = registry::ModelVersionId::generate(),
                                 .number = number,
                                 .run = "R-" + std::to_string(number),
                                 .source = "R-" + std::to_string(number),
                                 .macroF1 = 0.5 + 0.4 * number / count,
                                 .stage = Stage::None,
                                 .isTrashed = false,
                                 .author = jonas,
                                 .created = base::UtcTime{1'700'000'000'000 + number},
                                 .hash = "c80f6e21c80f6e21",
                                 .bytes = 91'000'000,
                                 .aliases = {},
                                 .pending = {}});
    }
    details.model.versions = count;
    details.model.newest = count;
}

void FakeModelsBackend::makeRequest()
{
    using registry::MetricGate;
    ui::ReviewDetails review;
    review.id = registry::PromotionId::generate();
    review.request = {.name = "P-" + std::to_string(requests.size() + 1),
                      .model = "news-topics",
                      .version = 2,
                      .from = Stage::Staging,
                      .target = Stage::Production,
                      .requester = jonas,
                      .time = base::UtcTime{1'700'000'100'000},
                      .approvals = 0,
                      .needed = 1,
                      .turn = ui::Turn::Mine,
                      .why = {}};
    review.version = details.versions.front().id;
    review.modelId = details.model.id;
    review.reason = "Macro F1 is up <b>4</b> points.";
    review.standard = "risk-text";
    review.standardVersion = 3;
    review.gatesPassed = true;
    review.run = "R-2";
    review.incumbent = 1;
    review.incumbentRun = "R-1";
    review.isScored = true;
    review.testDataset = "reuters";
    review.testVersion = 2;
    review.testRows = 2189;
    review.metrics = {{"macro_f1",
                       0.885,
                       0.925,
                       {},
                       {},
                       {{MetricGate{"macro_f1", MetricGate::Bound::AtLeast, 0.9}, true, "It is 0.9250."}}},
                      {"accuracy", 0.966, 0.961, {}, {}, {}},
                      {"ece",
                       0.015,
                       0.011,
                       {},
                       {},
                       {{MetricGate{"ece", MetricGate::Bound::AtMost, 0.05}, true, "It is 0.0110."}}}};
    review.classes = {{"grain", 10, 0.91, 0.80}, {"ship", 36, 0.85, 0.877}};
    review.cautions = {"The class grain falls from F1 0.9100 to 0.8000 (10 test rows)."};
    review.otherGates = {
        {registry::LeakageGate{0}, true, "0 test rows have a text that stands in the training part, too."}};
    review.recipe = {{"learning_rate", "2e-05", "5e-05"}};
    review.lineage = {
        {.kind = ui::LineageStep::Kind::Dataset, .name = "reuters", .number = 2, .hash = "7b1e90c4aa"},
        {.kind = ui::LineageStep::Kind::Run, .name = "R-2", .detail = "MiniLM", .hash = "3d52aa17aa"},
        {.kind = ui::LineageStep::Kind::Version,
         .name = "news-topics",
         .number = 2,
         .amount = 91'000'000,
         .hash = "c80f6e21aa"},
        {.kind = ui::LineageStep::Kind::Production,
         .name = "news-topics",
         .number = 1,
         .hash = "aa0f6e21aa"}};
    review.signatures = {{.person = mei, .state = ui::Signature::State::MaySign},
                         {.person = jonas, .state = ui::Signature::State::MayNot, .isRequester = true}};
    review.timeline = {
        {ui::TimelineEntry::Kind::Asked, jonas, Stage::Production, 0, {}, review.request.time}};
    review.card.model.name = "news-topics";
    review.card.version.number = 2;
    details.versions.front().pending = review.request.name;
    details.versions.front().stage = Stage::Staging;
    requests.push_back(std::move(review));
}

void FakeModelsBackend::makeOwnRequest()
{
    makeRequest();
    ui::ReviewDetails& review = requests.back();
    review.request.requester = mei;
    review.request.turn = ui::Turn::Own;
    review.whyNotApprove =
        Error(ErrorCode::OwnRequest, "You asked for P-1 yourself, and nobody decides on an "
                                     "own request. Another reviewer has to.");
    review.whyNotReject = review.whyNotApprove;
    review.canWithdraw = true;
    review.signatures = {{.person = mei, .state = ui::Signature::State::MayNot, .isRequester = true}};
}

void FakeModelsBackend::decideElsewhere()
{
    const std::lock_guard lock(m_mutex);
    ui::ReviewDetails& review = requests.front();
    review.state = registry::PromotionState::Approved;
    review.decided = base::UtcTime{1'700'000'200'000};
    review.request.approvals = 1;
    review.whyNotApprove = Error(ErrorCode::AlreadyDecided, "P-1 is approved already.");
    review.whyNotReject = review.whyNotApprove;
    details.versions.front().stage = Stage::Production;
    details.versions.front().pending.clear();
    details.versions.back().stage = Stage::Archived;
}

ui::ModelsOverview FakeModelsBackend::overview()
{
    if (mayRead.valid())
        mayRead.wait();
    const std::lock_guard lock(m_mutex);
    if (readError)
        throw *readError;
    ui::ModelsOverview overview;
    overview.models = {details.model};
    if (details.versions.empty())
        overview.models.clear();
    overview.whyNotRegister = whyNotRegister;
    for (const auto& review : requests) {
        if (review.state == registry::PromotionState::Waiting)
            overview.pending.push_back(review.request);
    }
    return overview;
}

ui::ModelDetails FakeModelsBackend::model(const std::string&)
{
    const std::lock_guard lock(m_mutex);
    if (readError)
        throw *readError;
    return details;
}

ui::ReviewDetails FakeModelsBackend::review(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    if (readError)
        throw *readError;
    for (const auto& review : requests) {
        if (review.request.name == name)
            return review;
    }
    throw Error(ErrorCode::NotFound, "There is no promotion \"" + name + "\".");
}

registry::CardFacts FakeModelsBackend::card(const std::string& model, int version)
{
    registry::CardFacts facts;
    facts.model.name = model;
    facts.model.limits = "None known.";
    facts.version.number = version;
    facts.version.hash = std::string(64, 'a');
    facts.author = "Jonas";
    return facts;
}

std::optional<int> FakeModelsBackend::productionAt(const std::string&, base::UtcTime)
{
    return details.model.production;
}

void FakeModelsBackend::note(const QString& call)
{
    const std::lock_guard lock(m_mutex);
    if (commandError)
        throw *commandError;
    calls << call;
}

void FakeModelsBackend::hold(const base::Cancellation& cancellation)
{
    while (holdsWork && !cancellation.requested())
        std::this_thread::yield();
    cancellation.throwIfRequested();
}

ui::VersionName FakeModelsBackend::registerRun(const std::string& run, const std::string& model)
{
    note(QString::fromStdString("register " + run + " as " + model));
    return {model, 3};
}

ui::VersionName FakeModelsBackend::registerFolder(const std::filesystem::path& folder,
                                                  const std::string& model,
                                                  const base::Cancellation& cancellation, base::Progress&)
{
    hold(cancellation);
    note(QString::fromStdString("register " + folder.string() + " as " + model));
    return {model, 3};
}

void FakeModelsBackend::describe(const registry::ModelId&, const std::string& intendedUse,
                                 const std::string& limits)
{
    note(QString::fromStdString("describe " + intendedUse + " / " + limits));
}

void FakeModelsBackend::setAlias(const registry::ModelId&, const std::string& alias, int version)
{
    note(QString::fromStdString("alias " + alias + " " + std::to_string(version)));
}

void FakeModelsBackend::removeAlias(const registry::ModelId&, const std::string& alias)
{
    note(QString::fromStdString("no alias " + alias));
}

void FakeModelsBackend::setTrashed(const registry::ModelVersionId& version, bool trashed)
{
    note(trashed ? QStringLiteral("trash") : QStringLiteral("restore"));
    const std::lock_guard lock(m_mutex);
    for (auto& one : details.versions) {
        if (one.id == version)
            one.isTrashed = trashed;
    }
}

std::string FakeModelsBackend::promote(const registry::ModelVersionId&, Stage target,
                                       const std::string& reason, const base::Cancellation& cancellation,
                                       base::Progress&)
{
    hold(cancellation);
    note(QString::fromStdString("promote to " + std::string(registry::stageName(target)) + ": " + reason));
    return "P-1";
}

std::string FakeModelsBackend::rollBack(const registry::ModelId&, const std::string& reason,
                                        const base::Cancellation& cancellation, base::Progress&)
{
    hold(cancellation);
    note(QString::fromStdString("roll back: " + reason));
    return "P-2";
}

ui::ReviewDetails& FakeModelsBackend::requestOf(const registry::PromotionId& id)
{
    return *std::ranges::find(requests, id, &ui::ReviewDetails::id);
}

void FakeModelsBackend::approve(const registry::PromotionId& id, const std::string& comment,
                                const base::Cancellation& cancellation, base::Progress&)
{
    hold(cancellation);
    note(QString::fromStdString("approve " + requestOf(id).request.name + ": " + comment));
    decideElsewhere();
}

void FakeModelsBackend::reject(const registry::PromotionId& id, const std::string& comment)
{
    note(QString::fromStdString("reject " + requestOf(id).request.name + ": " + comment));
    const std::lock_guard lock(m_mutex);
    requestOf(id).state = registry::PromotionState::Rejected;
}

void FakeModelsBackend::withdraw(const registry::PromotionId& id)
{
    note(QString::fromStdString("withdraw " + requestOf(id).request.name));
    const std::lock_guard lock(m_mutex);
    requestOf(id).state = registry::PromotionState::Withdrawn;
}

std::vector<ui::ScoreSource> FakeModelsBackend::scoreSources(const registry::ModelVersionId&)
{
    return {{"reuters", 2, "text", "topic", 100}, {"tweets", 1, "text", "topic", 200}};
}

void FakeModelsBackend::score(const registry::ModelVersionId&, const std::vector<ui::ScoreSource>& sources,
                              const base::Cancellation& cancellation, base::Progress&)
{
    hold(cancellation);
    QString call = QStringLiteral("score");
    for (const auto& source : sources)
        call += QLatin1Char(' ') + QString::fromStdString(source.dataset);
    note(call);
}

} // namespace lepton::testing
