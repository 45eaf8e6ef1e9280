// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/members_view_model.h"

#include <utility>

namespace lepton::ui {

MembersViewModel::MembersViewModel(std::shared_ptr<MembersBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{}

void MembersViewModel::refresh()
{
    m_read.run([backend = m_backend] { return backend->facts(); },
               [this](MemberFacts facts) {
                   m_facts = std::move(facts);
                   m_state = State::Ready;
                   m_error.reset();
                   Q_EMIT changed();
               },
               [this](const base::Error& error) {
                   m_state = State::Failed; // what was read before stays to be seen
                   m_error = error;
                   Q_EMIT changed();
               });
}

QString MembersViewModel::whyNotManage() const
{
    if (m_state == State::Loading)
        return tr("The members are being read.");
    if (!m_facts.self)
        return tr("Only admins change members, and you are not a member here.");
    if (m_facts.self->revoked)
        return tr("Your key was revoked: it signs nothing more.");
    if (!identity::mayDo(m_facts.self->roles, identity::Right::ManageMembers))
        return tr("Only admins change members. Ask one of them.");
    return m_facts.key && m_facts.key->isLocked
               ? tr("Your key is locked. Give its passphrase under Identity first.")
               : QString();
}

} // namespace lepton::ui
