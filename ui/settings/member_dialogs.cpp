// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/member_dialogs.h"

#include "ui/settings/fact_grid.h"
#include "ui/settings/member_list_model.h"
#include "ui/settings/role_choice.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/role_text.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int dialogWidth = 520;

identity::Roles without(const identity::Roles& all, const identity::Roles& some)
{
    identity::Roles left;
    std::ranges::set_difference(all, some, std::inserter(left, left.end()));
    return left;
}

} // namespace

MemberDialog::MemberDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, const QString& name,
                           ButtonKind kind)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_act(new Button(kind))
    , m_banner(new InlineBanner(BannerKind::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(name);
    m_banner->setObjectName(name + QStringLiteral(".banner"));
    m_banner->hide();
    m_act->setObjectName(name + QStringLiteral(".act.button"));
    m_act->setDefault(true);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(name + QStringLiteral(".cancel.button"));
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_banner);
    addButton(cancel);
    addButton(m_act);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, [this] { act(); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_act,
            &QPushButton::click);
}

void MemberDialog::validate()
{
    const QString why = isBusy() ? tr("The change is being signed.") : problem();
    m_act->setDisabledReason(why);
    setFooterText(why);
}

void MemberDialog::perform(std::function<identity::Member()> work,
                           std::function<QString(const identity::Member&)> sentence)
{
    m_banner->hide();
    m_run.run(
        std::move(work),
        [this, sentence = std::move(sentence)](const identity::Member& member) {
            Q_EMIT done(sentence(member));
            accept();
        },
        [this](const base::Error& error) {
            m_banner->setKind(BannerKind::Error);
            m_banner->setError(tr("Nothing was changed."), error);
            m_banner->show();
            validate();
        });
    validate();
}

RequestDialog::RequestDialog(QWidget* over, std::shared_ptr<MembersBackend> backend,
                             const std::filesystem::path& file, std::optional<identity::Member> replaces)
    : MemberDialog(over, std::move(backend),
                   replaces ? QStringLiteral("replaceKey") : QStringLiteral("enrol"), ButtonKind::Primary)
    , m_replaces(std::move(replaces))
    , m_facts(new FactGrid)
{
    setHeader(QStringLiteral("key"),
              m_replaces ? tr("Another key for %1", "name of a member").arg(fromUtf8(m_replaces->name))
                         : tr("Enrol a member"));
    actButton()->setText(m_replaces ? tr("Replace the key") : tr("Enrol"));
    m_facts->setObjectName(objectName() + QStringLiteral(".facts"));
    auto* compare = new TextLabel(
        tr("Compare the fingerprint with the one that the person tells you in another way, by telephone for "
           "example: whoever could change the file on its way to you could have put a key of their own in "
           "it."),
        theme::Step::Small, theme::Role::Text2);
    compare->setWordWrap(true);
    body()->addWidget(m_facts);
    body()->addWidget(compare);
    if (m_replaces) {
        m_reason = new QLineEdit;
        m_reason->setObjectName(QStringLiteral("replaceKey.reason.edit"));
        auto* field = new FormField(tr("Reason"), m_reason);
        field->setHint(tr("Stands in the log for everyone to read. The old key signs nothing more."));
        body()->addWidget(field);
        connect(m_reason, &QLineEdit::textChanged, this, [this] { validate(); });
    } else {
        auto* title = new TextLabel(tr("Roles"), theme::Step::CardTitle);
        m_roles = new RoleChoice(QStringLiteral("enrol.role"), {identity::Role::Analyst});
        body()->addWidget(title);
        body()->addWidget(m_roles);
        connect(m_roles, &RoleChoice::changed, this, [this] { validate(); });
    }
    body()->addStretch();
    setWantedSize({dialogWidth, m_replaces ? 480 : 600});
    m_read.run([backend = this->backend(), file] { return backend->readRequest(file); },
               [this](identity::MemberRequest request) {
                   m_request = std::move(request);
                   show(*m_request);
                   validate();
               },
               [this](const base::Error& error) {
                   m_isRefused = true;
                   banner()->setError(tr("This file cannot be used."), error);
                   banner()->show();
                   validate();
               });
    validate();
}

void RequestDialog::show(const identity::MemberRequest& request)
{
    m_facts->clear();
    m_facts->add(tr("Who asks"), fromUtf8(request.name));
    m_facts->add(tr("Department"), fromUtf8(request.department));
    m_facts->add(tr("Asked"), fullTime(QDateTime::fromMSecsSinceEpoch(request.time.milliseconds)));
    m_facts->add(tr("For"), request.workspace.empty() ? tr("any workspace") : tr("this workspace"));
    m_facts->add(tr("Fingerprint"), fromUtf8(request.key), true);
    if (m_replaces) {
        m_facts->add(tr("Key until now"), fromUtf8(m_replaces->key), true);
    } else {
        actButton()->setText(tr("Enrol %1", "name of a newcomer").arg(fromUtf8(request.name)));
    }
}

QString RequestDialog::problem() const
{
    if (m_isRefused)
        return tr("Choose another file.");
    if (!m_request)
        return tr("The request is being read.");
    if (m_roles && m_roles->roles().empty())
        return tr("Tick at least one role.");
    return m_reason && m_reason->text().trimmed().isEmpty() ? tr("Give a reason.") : QString();
}

void RequestDialog::act()
{
    if (!m_request || !problem().isEmpty())
        return;
    if (m_replaces) {
        perform(
            [backend = backend(), id = m_replaces->id, request = *m_request,
             reason = m_reason->text().trimmed().toStdString()] {
                return backend->replaceKey(id, request, reason);
            },
            [](const identity::Member& member) {
                return tr("%1 signs with another key now", "name of a member").arg(fromUtf8(member.name));
            });
        return;
    }
    perform([backend = backend(), request = *m_request,
             roles = m_roles->roles()] { return backend->enrol(request, roles); },
            [](const identity::Member& member) {
                return tr("%1 is a member now: %2", "name, roles")
                    .arg(fromUtf8(member.name), RoleText::list(roleWords(member.roles)));
            });
}

RolesDialog::RolesDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, identity::Member member)
    : MemberDialog(over, std::move(backend), QStringLiteral("memberRoles"), ButtonKind::Primary)
    , m_member(std::move(member))
    , m_roles(new RoleChoice(QStringLiteral("memberRoles.role"), m_member.roles))
{
    setHeader(QStringLiteral("shield"), tr("Roles of %1", "name of a member").arg(fromUtf8(m_member.name)));
    actButton()->setText(tr("Change roles"));
    body()->addWidget(m_roles);
    body()->addStretch();
    setWantedSize({dialogWidth, 360});
    connect(m_roles, &RoleChoice::changed, this, [this] { validate(); });
    validate();
}

QString RolesDialog::problem() const
{
    if (m_roles->roles().empty())
        return tr("A member has a role. To shut somebody out, revoke the key.");
    return m_roles->roles() == m_member.roles ? tr("These are the roles already.") : QString();
}

void RolesDialog::act()
{
    if (!problem().isEmpty())
        return;
    const identity::Roles wanted = m_roles->roles();
    perform([backend = backend(), id = m_member.id, add = without(wanted, m_member.roles),
             remove = without(m_member.roles, wanted)] { return backend->changeRoles(id, add, remove); },
            [](const identity::Member& member) {
                return tr("%1 is now: %2", "name, roles")
                    .arg(fromUtf8(member.name), RoleText::list(roleWords(member.roles)));
            });
}

RevokeDialog::RevokeDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, identity::Member member)
    : MemberDialog(over, std::move(backend), QStringLiteral("revokeKey"), ButtonKind::DangerFill)
    , m_member(std::move(member))
    , m_reason(new QLineEdit)
{
    const QString name = fromUtf8(m_member.name);
    setHeader(QStringLiteral("warning"), tr("Revoke the key of %1?", "name of a member").arg(name));
    actButton()->setText(tr("Revoke the key"));
    actButton()->setDefault(false);
    auto* what =
        new TextLabel(tr("%1 can sign nothing more from now on: no imports, no trainings, no reviews. What "
                         "was signed before stays valid. Another key can be given later.",
                         "name of a member")
                          .arg(name),
                      theme::Step::Body);
    what->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("revokeKey.reason.edit"));
    auto* field = new FormField(tr("Reason"), m_reason);
    field->setHint(tr("Stands in the log for everyone to read."));
    body()->addWidget(what);
    body()->addWidget(field);
    body()->addStretch();
    setWantedSize({dialogWidth, 320});
    connect(m_reason, &QLineEdit::textChanged, this, [this] { validate(); });
    m_reason->setFocus();
    validate();
}

QString RevokeDialog::problem() const
{
    return m_reason->text().trimmed().isEmpty() ? tr("Give a reason.") : QString();
}

void RevokeDialog::act()
{
    if (!problem().isEmpty())
        return;
    perform([backend = backend(), id = m_member.id,
             reason = m_reason->text().trimmed().toStdString()] { return backend->revoke(id, reason); },
            [](const identity::Member& member) {
                return tr("The key of %1 was revoked", "name of a member").arg(fromUtf8(member.name));
            });
}

} // namespace lepton::ui
