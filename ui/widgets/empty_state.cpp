// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int sentenceWidth = 420;

} // namespace

EmptyState::EmptyState(const QString& iconName, QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(iconName, theme::Role::Text3, 20, this))
    , m_title(new TextLabel(theme::Step::Section, theme::Role::Text, this))
    , m_sentence(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_primary(new Button(ButtonKind::Primary, this))
    , m_other(new Button(ButtonKind::Secondary, this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setFixedWidth(sentenceWidth);
    m_primary->hide();
    m_other->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap8);
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_other);
    buttons->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gap24, theme::gap24, theme::gap24, theme::gap24);
    layout->setSpacing(theme::gap8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::gap8);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyState::setText(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->ensurePolished();
    // centred in the layout, it would get the height of one line
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(sentenceWidth));
}

void EmptyState::setPrimary(const QString& text, const QString& iconName)
{
    m_primary->setText(text);
    m_primary->setIconName(iconName);
    m_primary->setVisible(!text.isEmpty());
}

void EmptyState::setOther(const QString& text)
{
    m_other->setText(text);
    m_other->setVisible(!text.isEmpty());
}

} // namespace lepton::ui
