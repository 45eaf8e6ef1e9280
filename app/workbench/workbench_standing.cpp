// SPDX-License-Identifier: GPL-3.0-or-later
// Roles as they are now, and what waits for the person at this computer.
#include "app/workbench/workbench_session.h"
#include "base/thread_priority.h"
#include "identity/key_store.h"
#include "identity/member_store.h"
#include "ui/home/dismissals.h"
#include "ui/home/failure_sources.h"
#include "ui/home/home_services.h"
#include "ui/home/review_source.h"
#include "ui/models/models_routes.h"
#include "ui/models/service_models_backend.h"
#include "ui/widgets/pool_break.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace lepton::app {
namespace {

/// What was found, in words of the moment.
std::vector<ui::Notice> noticesOf(const std::vector<std::shared_ptr<const ui::HomeFindings>>& findings,
                                  const std::vector<ui::HomePromotion>& answered,
                                  const ui::Dismissals& dismissals)
{
    std::vector<ui::Notice> notices;
    for (const auto& found : findings) {
        auto items = found->items();
        dismissals.apply(items);
        for (const ui::HomeItem& item : items) {
            ui::Notice notice{item.id, item.icon, item.tone, item.title, item.time, {}, true};
            if (!item.actions.empty() && !item.actions.front().route.page.isEmpty())
                notice.route = item.actions.front().route;
            else
                notice.route.page = QStringLiteral("home"); // what can be done stands there
            notices.push_back(std::move(notice));
        }
    }
    std::ranges::stable_sort(notices, std::ranges::greater(),
                             [](const ui::Notice& one) { return one.time.milliseconds; });
    for (const ui::HomePromotion& one : answered) {
        const bool isApproved = one.state == registry::PromotionState::Approved;
        const QString text =
            isApproved
                ? QCoreApplication::translate("Bell", "%1 was approved for %2", "version of a model, stage")
                : QCoreApplication::translate("Bell", "%1 was rejected for %2", "version of a model, stage");
        notices.push_back({QString::fromStdString(one.name),
                           isApproved ? QStringLiteral("check-circle") : QStringLiteral("close"),
                           isApproved ? ui::theme::Role::Good : ui::theme::Role::Bad,
                           text.arg(ui::promotedVersion(one), ui::stageWord(one.target)), one.decided,
                           ui::reviewRoute(QString::fromStdString(one.name)), false});
    }
    return notices;
}

} // namespace

std::optional<identity::Member> WorkbenchSession::selfNow(ui::Standing& standing)
{
    std::vector<identity::Member> members;
    workspace().read([&](SQLite::Database& database) { members = identity::MemberStore(database).all(); });
    const auto& opened = m_session->member();
    const auto self = std::ranges::find_if(
        members, [&](const identity::Member& one) { return opened && one.id == opened->id; });
    const auto signer = workspace().signer();
    const auto keys = identity::KeyStore::ofUser().keys();
    const auto isHere = [&keys](const identity::Member& one) {
        return !one.revoked && std::ranges::find(keys, one.key) != keys.end();
    };
    standing.mustReopen = self == members.end() ? std::ranges::any_of(members, isHere)
                                                : isHere(*self) && (!signer || signer->key() != self->key);
    return self == members.end() ? std::nullopt : std::optional(*self);
}

ui::Standing WorkbenchSession::standing()
{
    ui::Standing standing;
    if (const auto self = selfNow(standing)) {
        standing.isRevoked = self->revoked.has_value();
        standing.roles = roleNames(self->roles);
    }
    standing.waiting = {{QStringLiteral("models"), models()->overview().mine()}};
    const auto backend = homeBackend();
    const base::Cancellation cancellation;
    std::vector<std::shared_ptr<const ui::HomeFindings>> findings{
        ui::ReviewSource(backend).find(cancellation), ui::UnfinishedRunSource(backend).find(cancellation),
        ui::FailedJobSource(backend, {}).find(cancellation)};
    standing.notices = [findings = std::move(findings), answered = backend->promotions().answered,
                        dismissals = dismissals()] { return noticesOf(findings, answered, *dismissals); };
    return standing;
}

void WorkbenchSession::proveLog(const base::Cancellation& cancellation)
{
    const ui::PoolBreak pause;
    std::async(std::launch::async, [&] {
        base::yieldToOthers();
        m_registry->proveAgain(cancellation);
    }).get();
}

} // namespace lepton::app
