// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_workspace.h"

#include "jobs/job_store.h"
#include "train/run_records.h"

namespace lepton::bench {
namespace {

/// Nobody verifies these.
class NoSigner final : public store::Signer
{
public:
    base::MemberId member() const override { return m_member; }
    std::string key() const override { return std::string(64, '0'); }
    store::Signature sign(const base::Sha256Digest&) const override { return {}; }

private:
    base::MemberId m_member = base::MemberId::generate();
};

} // namespace

BenchWorkspace::BenchWorkspace(store::JournalMode mode)
{
    const auto signer = std::make_shared<NoSigner>();
    m_workspace = store::Workspace::create(m_folder.path() / "workspace", {"bench", mode}, signer,
                                           [](store::Transaction& transaction) {
                                               transaction.append({"workspace.created", "bench", {}});
                                           });
    m_workspace->setSigner(signer);
    train::RunRecords records(*m_workspace);
    jobs::JobStore jobs(*m_workspace);
    m_workspace->write([&](store::Transaction& transaction) {
        train::NewRun draft;
        jobs::JobInfo job;
        job.id = base::JobId::generate();
        job.kind = "train";
        job.title = "bench";
        job.subject = draft.id.toString();
        job.member = signer->member();
        job.queued = transaction.now();
        jobs.insert(transaction, job, {"bench", "bench", 1, 1, 1});
        records.start(transaction, draft, job.id);
    });
}

} // namespace lepton::bench
