// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_header(new QWidget(this))
    , m_left(new QHBoxLayout)
    , m_beside(new QHBoxLayout)
    , m_title(new TextLabel(theme::Step::CardTitle, theme::Role::Text, m_header))
    , m_note(new TextLabel(theme::Step::Small, theme::Role::Text2, m_header))
    , m_right(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setProperty("card", QStringLiteral("true"));
    m_header->setFixedHeight(theme::cardHeaderHeight);
    m_note->setElided(true);
    m_note->hide();
    auto* top = new QHBoxLayout(m_header);
    top->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    top->setSpacing(theme::gap8);
    top->addLayout(m_left);
    top->addWidget(m_title);
    top->addLayout(m_beside);
    top->addWidget(m_note);
    top->addStretch();
    top->addLayout(m_right);
    m_right->setSpacing(theme::gap16);
    m_body->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap16);
    m_body->setSpacing(theme::gap8);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_header->setVisible(!title.isEmpty());
    if (title.isEmpty())
        m_body->setContentsMargins(theme::gap16, theme::gap16, theme::gap16, theme::gap16);
}

void Card::setIcon(const QString& name)
{
    m_left->addWidget(new IconLabel(name));
}

void Card::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty()); // an empty one takes room from what stands at the right
}

void Card::addBesideTitle(QWidget* widget)
{
    m_beside->addWidget(widget);
}

void Card::addToHeader(QWidget* widget)
{
    m_right->addWidget(widget);
}

} // namespace lepton::ui
