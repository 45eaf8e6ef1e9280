// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/role_choice.h"

#include "ui/settings/member_list_model.h"
#include "ui/widgets/role_text.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QStyle>
#include <QVBoxLayout>

namespace lepton::ui {

RoleChoice::RoleChoice(const QString& name, const identity::Roles& roles, QWidget* parent)
    : QWidget(parent)
{
    using identity::Role;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    for (const Role role : {Role::Analyst, Role::Engineer, Role::Reviewer, Role::Admin}) {
        const QString word = roleWords({role}).front();
        QString title = RoleText::name(word);
        title[0] = title[0].toUpper();
        auto* box = new QCheckBox(title);
        box->setObjectName(name + QLatin1Char('.') + word);
        box->setChecked(roles.contains(role));
        box->setAccessibleDescription(RoleText::meaning(word));
        auto* meaning = new TextLabel(RoleText::meaning(word), theme::Step::Small, theme::Role::Text2);
        meaning->setWordWrap(true);
        const int indent = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box) + theme::gap8;
        meaning->setContentsMargins(indent, 0, 0, 0);
        auto* one = new QVBoxLayout;
        one->setSpacing(0);
        one->addWidget(box);
        one->addWidget(meaning);
        layout->addLayout(one);
        connect(box, &QCheckBox::toggled, this, &RoleChoice::changed);
        m_boxes.emplace_back(role, box);
    }
}

identity::Roles RoleChoice::roles() const
{
    identity::Roles roles;
    for (const auto& [role, box] : m_boxes) {
        if (box->isChecked())
            roles.insert(role);
    }
    return roles;
}

} // namespace lepton::ui
