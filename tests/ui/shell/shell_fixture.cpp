// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_fixture.h"

#include "ui/activity/activity_page.h"
#include "ui/activity/service_activity.h"

#include <QVBoxLayout>

namespace lepton::testing {

NotePage::NotePage(QString id, ui::Navigator& navigator, QWidget* parent)
    : Page(navigator, parent)
    , filter(new QLineEdit(this))
    , m_id(std::move(id))
{
    filter->setAccessibleName(QStringLiteral("Filter"));
    filter->setObjectName(m_id + QStringLiteral(".filter.edit"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(filter);
    layout->addStretch();
}

bool NotePage::focusFilter()
{
    filter->setFocus(Qt::ShortcutFocusReason);
    return true;
}

FixtureSession::FixtureSession(identity::LocalWorkspace local)
    : m_local(std::move(local))
    , m_jobs(std::make_unique<jobs::JobQueue>(*m_local.workspace, jobs::JobQueue::Options{}))
{
    m_facts.workspaceName = QString::fromStdString(m_local.workspace->info().name);
    m_facts.folder = m_local.workspace->info().folder;
    m_facts.memberName = QStringLiteral("Mei");
    m_facts.memberId = QStringLiteral("1");
    m_facts.department = QStringLiteral("Risk");
    m_facts.roles = {QStringLiteral("admin")};
}

std::vector<ui::PageEntry> FixtureSession::pages()
{
    std::vector<ui::PageEntry> pages;
    for (const char* id : {"first", "second"}) {
        const QString name = QLatin1String(id);
        pages.push_back({name,
                         ui::RailPlace::Main,
                         {},
                         QStringLiteral("table"),
                         [name] { return name; },
                         [name](ui::Navigator& navigator, QWidget* parent) -> ui::Page* {
                             return new NotePage(name, navigator, parent);
                         }});
    }
    pages.push_back({QStringLiteral("activity"),
                     ui::RailPlace::Foot,
                     {},
                     QStringLiteral("activity"),
                     [] { return QStringLiteral("activity"); },
                     [self = shared_from_this()](ui::Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ActivityPage(
                             navigator,
                             std::make_shared<ui::ServiceActivity>(self, self->workspace(),
                                                                   identity::PinStore::ofUser(),
                                                                   identity::SealStore::ofUser()),
                             parent);
                     }});
    return pages;
}

ui::Standing FixtureSession::standing()
{
    return {m_facts.roles, false, false, {}, [notices = notices] { return notices; }};
}

std::vector<ui::FoundObject> FixtureSession::find(const QString& text, int, const base::Cancellation&)
{
    const QString name = QStringLiteral("german_credit");
    if (!name.contains(text))
        return {};
    return {{name, QStringLiteral("Risk"), QStringLiteral("table"),
             ui::Route{QStringLiteral("second"), {}, 0, {}, {}}}};
}

FixtureOpener::FixtureOpener(std::filesystem::path folder)
    : m_folder(std::move(folder))
{}

identity::UserStores FixtureOpener::user() const
{
    return {identity::KeyStore(m_folder / "keys"), identity::PinStore(m_folder / "pins.json")};
}

std::shared_ptr<ui::ShellSession> FixtureOpener::open(const std::filesystem::path& folder)
{
    identity::UserStores stores = user();
    return std::make_shared<FixtureSession>(identity::openWorkspace(folder, stores));
}

std::shared_ptr<ui::ShellSession> FixtureOpener::create(const ui::NewWorkspace& wanted)
{
    identity::UserStores stores = user();
    store::Workspace::CreateOptions options;
    options.name = wanted.name.toStdString();
    identity::FirstMember first;
    first.name = wanted.memberName.toStdString();
    first.department = wanted.department.toStdString();
    return std::make_shared<FixtureSession>(identity::createWorkspace(wanted.folder, options, first, stores));
}

std::shared_ptr<ui::ShellSession> FixtureOpener::openSample()
{
    return create({m_folder / "sample", QStringLiteral("Sample"), QStringLiteral("Mei"),
                   QStringLiteral("Risk"), store::JournalMode::Local});
}

} // namespace lepton::testing
