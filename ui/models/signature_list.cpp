// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/signature_list.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/person_row.h"

#include <QVBoxLayout>

#include <array>

namespace lepton::ui {
namespace {

using State = Signature::State;

/// Of a person's roles those that let them sign: the others say nothing here.
Person signer(Person person)
{
    identity::Roles signing;
    for (const identity::Role role : person.roles) {
        if (identity::mayDo({role}, identity::Right::Review))
            signing.insert(role);
    }
    if (!signing.empty())
        person.roles = std::move(signing);
    return person;
}

QString secondLine(const Signature& one)
{
    if (one.isRequester)
        return SignatureList::tr("asked for this");
    const QString who = ModelText::person(signer(one.person));
    return one.time == base::UtcTime{}
               ? who
               : SignatureList::tr("%1, %2", "person, when").arg(who, DatasetText::whenInside(one.time));
}

void showState(PersonRow& row, const Signature& one)
{
    switch (one.state) {
    case State::Approved:
        row.setState(QStringLiteral("check"), theme::Role::Good, SignatureList::tr("Approved"));
        return;
    case State::Rejected:
        row.setState(QStringLiteral("close"), theme::Role::Bad, SignatureList::tr("Rejected"));
        return;
    case State::MaySign:
        if (one.person.isMe)
            row.setState(QStringLiteral("edit"), theme::Role::Accent, SignatureList::tr("Your turn"));
        else
            row.setState(QStringLiteral("clock"), theme::Role::Text2, SignatureList::tr("May sign"));
        return;
    case State::MayNot:
        row.setState(QStringLiteral("lock"), theme::Role::Text2, SignatureList::tr("May not sign"));
        return;
    }
}

} // namespace

SignatureList::SignatureList(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
}

void SignatureList::setReview(const ReviewDetails& review)
{
    QString shown = QString::number(int(review.state));
    for (const Signature& one : review.signatures)
        shown += DatasetText::from(one.person.id) + QString::number(int(one.state)) + secondLine(one) +
                 DatasetText::from(one.person.name);
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (auto* item = layout()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Signature& one : review.signatures) {
        auto* row = new PersonRow(one.person, secondLine(one));
        row->setObjectName(QStringLiteral("review.signature.%1").arg(DatasetText::from(one.person.name)));
        showState(*row, one);
        layout()->addWidget(row);
    }
}

} // namespace lepton::ui
