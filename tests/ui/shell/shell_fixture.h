// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/local_workspace.h"
#include "ui/shell/shell_session.h"
#include "ui/widgets/page.h"

#include <QLabel>
#include <QLineEdit>

#include <filesystem>

namespace lepton::testing {

/// A page with a filter, as small as a page can be.
class NotePage final : public ui::Page
{
    Q_OBJECT

public:
    NotePage(QString id, ui::Navigator& navigator, QWidget* parent);

    QString title() const override { return m_id; }
    ui::Route route() const override { return {m_id, {}, 0, {}, {}}; }
    void open(const ui::Route&) override {}
    void refresh() override { ++refreshed; }
    bool focusFilter() override;
    void retranslate() override {}

    int refreshed = 0;
    QLineEdit* filter;

private:
    QString m_id;
};

/// A session on a real workspace, with the pages "first", "second" and the real activity page.
class FixtureSession final : public ui::ShellSession, public std::enable_shared_from_this<FixtureSession>
{
public:
    explicit FixtureSession(identity::LocalWorkspace local);

    const ui::SessionFacts& facts() const override { return m_facts; }
    store::Workspace& workspace() override { return *m_local.workspace; }
    jobs::JobQueue& jobs() override { return *m_jobs; }
    std::vector<ui::PageEntry> pages() override;
    std::vector<ui::ActionEntry> actions(ui::Navigator&, QWidget*) override { return {}; }
    void dropFiles(const QStringList& files, ui::Navigator&, QWidget*) override { dropped = files; }
    ui::Route routeOf(const jobs::JobInfo&) const override { return {}; }
    std::vector<ui::FoundObject> find(const QString& text, int, const base::Cancellation&) override;

    ui::Standing standing() override;

    QStringList dropped;
    /// What the window is told of the person, beside the roles. Set it while nothing is being read.
    std::vector<ui::Notice> notices;

private:
    identity::LocalWorkspace m_local;
    std::unique_ptr<jobs::JobQueue> m_jobs;
    ui::SessionFacts m_facts;
};

/// Opens and makes workspaces with keys and pins in a folder of the test.
class FixtureOpener final : public ui::SessionOpener
{
public:
    explicit FixtureOpener(std::filesystem::path folder);

    std::shared_ptr<ui::ShellSession> open(const std::filesystem::path& folder) override;
    std::shared_ptr<ui::ShellSession> create(const ui::NewWorkspace& wanted) override;
    std::shared_ptr<ui::ShellSession> openSample() override;

private:
    identity::UserStores user() const;

    std::filesystem::path m_folder;
};

} // namespace lepton::testing
