// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int widestTitle = 420; // pixels before it is cut

} // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme::Step::PageTitle, theme::Role::Text, this))
    , m_beside(new QHBoxLayout)
    , m_facts(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_actions(new QHBoxLayout)
{
    setFixedHeight(theme::pageHeaderHeight);
    m_title->setElided(true);
    m_facts->setElided(true);
    m_beside->setSpacing(theme::gap8);
    m_actions->setSpacing(theme::gap8);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, 0);
    layout->setSpacing(theme::gap12);
    layout->addWidget(m_title);
    layout->addLayout(m_beside);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    layout->addLayout(m_actions);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->ensurePolished();   // its font comes from the style sheet
    m_title->setMinimumWidth(0); // its hint is no smaller than what was set for the title before
    // the facts give way first
    m_title->setMinimumWidth(std::min(m_title->sizeHint().width(), widestTitle));
}

void PageHeader::setFacts(const QString& facts)
{
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void PageHeader::addBesideTitle(QWidget* widget)
{
    m_beside->addWidget(widget);
}

void PageHeader::addAction(QWidget* widget)
{
    m_actions->addWidget(widget);
}

} // namespace lepton::ui
