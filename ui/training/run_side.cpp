// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_side.h"

#include "ui/datasets/fact_list.h"
#include "ui/training/run_facts.h"
#include "ui/training/run_note.h"
#include "ui/training/run_view_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {

namespace {

/// Fills @p list anew if it shows something else; a person may be selecting text in it.
void fill(FactList& list, QStringList& shown, const QList<RunFact>& facts)
{
    QStringList wanted;
    for (const auto& fact : facts)
        wanted << fact.label + QLatin1Char('\n') + fact.value + QLatin1Char('\n') + fact.whole;
    if (wanted == shown)
        return;
    shown = wanted;
    list.clear();
    for (const auto& fact : facts) {
        if (fact.copyName.isEmpty())
            list.add(fact.label, fact.value, fact.whole);
        else
            list.addCopyable(fact.label, fact.value, fact.whole, fact.copyName);
    }
}

} // namespace

RunSide::RunSide(RunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_factsCard(new Card(QStringLiteral(" ")))
    , m_nowCard(new Card(QStringLiteral(" ")))
    , m_note(new RunNoteCard(viewModel))
    , m_facts(new FactList)
    , m_now(new FactList)
    , m_reason(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    m_reason->setWordWrap(true);
    m_nowCard->setObjectName(QStringLiteral("run.now"));
    m_factsCard->setObjectName(QStringLiteral("run.facts"));
    m_factsCard->body()->addWidget(m_facts);
    m_factsCard->body()->addWidget(m_reason);
    m_nowCard->body()->addWidget(m_now);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    for (Card* card : std::initializer_list<Card*>{m_nowCard, m_note, m_factsCard}) {
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        layout->addWidget(card);
    }
    layout->addStretch();
    connect(&m_viewModel, &RunViewModel::changed, this, &RunSide::update);
    retranslate();
}

void RunSide::retranslate()
{
    m_factsCard->setTitle(tr("Facts"));
    m_nowCard->setTitle(tr("Now"));
    m_note->retranslate();
    m_shownFacts.clear();
    m_shownNow.clear();
    update();
}

void RunSide::update()
{
    m_reason->setText(deviceReason(m_viewModel));
    m_reason->setVisible(!m_reason->text().isEmpty());
    fill(*m_facts, m_shownFacts, factsOf(m_viewModel));
    const auto now = factsOfNow(m_viewModel);
    m_nowCard->setVisible(!now.isEmpty());
    fill(*m_now, m_shownNow, now);
}

} // namespace lepton::ui
