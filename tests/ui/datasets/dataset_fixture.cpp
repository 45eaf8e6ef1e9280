// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_fixture.h"

#include "support/test_signer.h"

#include "identity/member_store.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>

namespace lepton::testing {

DatasetFixture::DatasetFixture()
{
    const auto signer = std::make_shared<TestSigner>();
    m_workspace = store::Workspace::create(m_folder.filePath(QStringLiteral("workspace")).toStdString(),
                                           {"Test", store::JournalMode::Local}, signer,
                                           [&](store::Transaction& transaction) {
                                               identity::NewMember member;
                                               member.id = signer->member();
                                               member.name = "Mei";
                                               member.department = "Risk";
                                               member.key = signer->key();
                                               identity::MemberStore::add(transaction, member);
                                           });
    m_service = std::make_unique<data::DatasetService>(*m_workspace, "Risk", [](data::DatasetAction) {});
    m_jobs = std::make_unique<jobs::JobQueue>(*m_workspace, jobs::JobQueue::Options{});
    m_jobs->registerKind("import", [service = m_service.get()](jobs::JobContext& job) {
        const auto outcome =
            service->import(job.params().get<data::ImportRequest>(), job.cancellation(), job.progress());
        return nlohmann::json{{"dataset", outcome.dataset.name}, {"version", outcome.version.number}};
    });
}

DatasetFixture::~DatasetFixture()
{
    QThreadPool::globalInstance()->waitForDone();
}

ui::DatasetContext DatasetFixture::context()
{
    return {*m_workspace,
            *m_service,
            *m_jobs,
            "Risk",
            [this](data::DatasetAction action) {
                const auto found = refusals.find(action);
                return found == refusals.end() ? std::nullopt : std::optional(found->second);
            },
            [this] { return trainRefusal; }};
}

QString DatasetFixture::write(const QString& name, const QByteArray& bytes)
{
    const QDir folder(m_folder.filePath(QStringLiteral("files/%1").arg(++m_files)));
    folder.mkpath(QStringLiteral("."));
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's own file cannot be written");
    return file.fileName();
}

data::Dataset DatasetFixture::import(const QString& file, const std::string& name,
                                     data::ImportRequest request)
{
    request.file = file.toStdString();
    request.name = name;
    base::Progress progress;
    return m_service->import(request, {}, progress).dataset;
}

data::Dataset DatasetFixture::add(const std::string& name, const QByteArray& csv, data::ImportRequest request)
{
    return import(write(QString::fromStdString(name) + QStringLiteral(".csv"), csv), name,
                  std::move(request));
}

jobs::JobInfo DatasetFixture::waitForJobs()
{
    for (const auto& job : m_jobs->active())
        m_jobs->wait(job.id);
    const auto ended = m_jobs->recent(1);
    return ended.empty() ? jobs::JobInfo{} : ended.front();
}

} // namespace lepton::testing
