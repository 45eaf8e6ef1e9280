// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes to read the registry and to decide something in it, where the log is long.
//   bench_decisions [versions] [events]        200 and 100,000
#include "core/registry/registry_fixture.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace lepton;

namespace {

constexpr int defaultVersions = 200;
constexpr int defaultEvents = 100'000;
constexpr int eventsAtOnce = 1'000;
constexpr int promotionEvery = 4; ///< versions

double millisecondsOf(const auto& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Median and longest of several; nothing of none.
void measure(const char* what, int times, const auto& work)
{
    if (times < 1)
        return;
    std::vector<double> taken;
    for (int i = 0; i < times; ++i)
        taken.push_back(millisecondsOf([&] { work(i); }));
    std::ranges::sort(taken);
    std::printf("%-58s %9.3f ms, longest %9.3f\n", what, taken[taken.size() / 2], taken.back());
}

} // namespace

int main(int count, char** arguments)
{
    const int versions = count > 1 ? std::atoi(arguments[1]) : defaultVersions;
    const int events = count > 2 ? std::atoi(arguments[2]) : defaultEvents;
    testing::RegistryFixture fixture;
    testing::Person& ada = *fixture.ada;
    testing::Person& bo = *fixture.bo;
    std::vector<registry::ModelVersion> made;
    for (int i = 0; i < versions; ++i) {
        made.push_back(fixture.addVersion("good " + std::to_string(i)));
        if (i % promotionEvery == 0)
            fixture.bringToProduction(made.back());
    }
    const auto predictions = [&](int number) {
        ada.workspace().write([&](store::Transaction& transaction) {
            for (int i = 0; i < number; ++i)
                transaction.append({"prediction.made",
                                    made.front().version.id.toString(),
                                    {{"model", "sentiment"},
                                     {"version", 1},
                                     {"object_hash", made.front().version.hash},
                                     {"asked", "production"},
                                     {"stage", "production"},
                                     {"rows", 64}}});
        });
    };
    while (ada.workspace().eventCount() < events)
        predictions(eventsAtOnce);
    std::printf("%zu versions, %zu promotions, %lld events\n", made.size(),
                ada.service->state()->promotions().size(),
                static_cast<long long>(ada.workspace().eventCount()));

    identity::SealStore seals(fixture.folder.parent_path() / "seals.json");
    const auto open = [&](bool sealed) {
        registry::RegistryService service({ada.workspace(),
                                           [&]() -> train::Engine& { return *ada.engine; },
                                           "Risk",
                                           {},
                                           sealed ? std::optional(seals) : std::nullopt});
        service.state();
    };
    measure("first walk, every signature checked", 3, [&](int) { open(false); });
    open(true);
    measure("first walk, signatures checked by an earlier program", 3, [&](int) { open(true); });
    measure("read, nothing new", 1'000, [&](int) { ada.service->state(); });
    measure("read, one new event of no interest", 50, [&](int) {
        predictions(1);
        ada.service->state();
    });
    measure("record a batch of predictions", 50,
            [&](int) { ada.service->recordPredictions(made.front(), "production", 64); });
    measure("give a model an alias", 50, [&](int i) {
        ada.service->setAlias(made.front().model.id, "a" + std::to_string(i), 1 + i % versions);
    });
    std::vector<registry::PromotionRecord> asked;
    measure("ask for a promotion, scored on 40 rows", std::min(20, versions / promotionEvery),
            [&](int i) { asked.push_back(ada.promote(made[std::size_t(i * promotionEvery + 1)])); });
    measure("reject a promotion", static_cast<int>(asked.size()) / 2,
            [&](int i) { bo.service->reject(asked[std::size_t(i)].id, "no"); });
    measure("approve a promotion", static_cast<int>(asked.size()) / 2,
            [&](int i) { bo.approve(asked[asked.size() - 1 - std::size_t(i)]); });
    identity::MemberService members(ada.workspace());
    const auto id = bo.local.member->id;
    measure("change a role, the first time in a program", 1,
            [&](int) { members.changeRoles(id, {identity::Role::Engineer}, {}); });
    measure("change a role", 20, [&](int i) {
        const identity::Roles analyst{identity::Role::Analyst};
        members.changeRoles(id, i % 2 == 0 ? analyst : identity::Roles{},
                            i % 2 == 0 ? identity::Roles{} : analyst);
    });
    return 0;
}
