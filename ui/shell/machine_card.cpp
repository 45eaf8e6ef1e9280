// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/machine_card.h"

#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace lepton::ui {

MachineCard::MachineCard(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
{
    auto* card = new QFrame(this);
    card->setProperty("card", QStringLiteral("true"));
    m_lines = new QVBoxLayout(card);
    m_lines->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    m_lines->setSpacing(theme::gap8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_title);
    layout->addWidget(card);
    layout->addStretch();
    retranslate();
}

void MachineCard::setMachine(const MachineFacts& facts)
{
    m_machine = facts;
    fill();
}

void MachineCard::retranslate()
{
    m_title->setText(tr("This computer"));
    fill();
}

void MachineCard::fill()
{
    while (QLayoutItem* line = m_lines->takeAt(0)) {
        delete line->widget();
        delete line;
    }
    if (!m_machine) {
        addLine(false, tr("Processor"), tr("being looked at"));
        addLine(false, tr("Graphics card"), tr("being looked at"));
        return;
    }
    const QString memory =
        locale().formattedDataSize(m_machine->memory, 1, QLocale::DataSizeTraditionalFormat);
    addLine(true, tr("Processor"),
            m_machine->memory > 0 ? tr("%Ln thread(s), %1 memory", nullptr, m_machine->threads).arg(memory)
                                  : tr("%Ln thread(s)", nullptr, m_machine->threads));
    if (m_machine->graphicsCards.isEmpty())
        addLine(false, tr("Graphics card"), tr("None found; large models take longer"));
    else
        addLine(true, tr("Graphics card"), m_machine->graphicsCards.join(QStringLiteral(", ")));
}

void MachineCard::addLine(bool there, const QString& name, const QString& value)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::gap8);
    line->addWidget(new IconLabel(there ? QStringLiteral("check") : QStringLiteral("minus"),
                                  there ? theme::Role::Good : theme::Role::Text3, 14, row));
    auto* label = new TextLabel(name, theme::Step::Strong, theme::Role::Text, row);
    setTextStyle(label, theme::Step::Small, theme::Role::Text);
    label->setMinimumWidth(96);
    line->addWidget(label);
    auto* text = new TextLabel(value, theme::Step::Small, theme::Role::Text2, row);
    text->setElided(true);
    line->addWidget(text);
    line->addStretch();
    m_lines->addWidget(row);
}

} // namespace lepton::ui
