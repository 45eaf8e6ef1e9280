// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/person_row.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace lepton::ui {
namespace {

constexpr int rowAvatar = 20;

} // namespace

PersonRow::PersonRow(const Person& person, const QString& second, QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("clock"), theme::Role::Text2, lineIconSide))
    , m_state(new TextLabel(theme::Step::Body, theme::Role::Text2))
{
    auto* avatar = new Avatar(rowAvatar);
    avatar->setMember(DatasetText::from(person.name), DatasetText::from(person.id));
    auto* name = new TextLabel(DatasetText::from(person.name), theme::Step::Strong);
    auto* below = new TextLabel(second, theme::Step::Small, theme::Role::Text2);
    for (TextLabel* text : {name, below}) {
        text->setElided(true);
        text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::gap4);
    first->addWidget(name, 1);
    first->addWidget(m_icon);
    first->addWidget(m_state);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addLayout(first);
    texts->addWidget(below); // under both: a role, a key and a time take the width
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(avatar);
    layout->addLayout(texts, 1);
}

void PersonRow::setState(const QString& icon, theme::Role tone, const QString& text)
{
    m_icon->setIcon(icon, tone);
    m_state->setTone(tone);
    m_state->setText(text);
}

QWidget* makeIconLine(const QString& icon, theme::Role tone, const QString& text, theme::Step step,
                      const QString& right)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    auto* mark = new IconLabel(icon, tone, lineIconSide);
    mark->setBesideLine(step);
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto* label = new TextLabel(text, step);
    label->setWordWrap(true);
    layout->addWidget(label, right.isEmpty() ? 1 : 0, Qt::AlignTop);
    if (!right.isEmpty()) {
        auto* beside = new TextLabel(right, theme::Step::Small, theme::Role::Text2);
        beside->setWordWrap(true);
        beside->setAlignment(Qt::AlignRight | Qt::AlignTop);
        layout->addWidget(beside, 1, Qt::AlignTop);
    }
    return line;
}

} // namespace lepton::ui
