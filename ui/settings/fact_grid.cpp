// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fact_grid.h"

#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace lepton::ui {
namespace {

constexpr int nameWidth = 160;
constexpr int longestLine = 36;
constexpr int halfKey = 32;

} // namespace

FactGrid::FactGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::gap16);
    m_grid->setVerticalSpacing(theme::gap8);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

void FactGrid::add(const QString& name, const QString& value, bool code)
{
    auto* shown = new TextLabel(value, theme::Step::Body, theme::Role::Text, this);
    shown->setWordWrap(true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (code) {
        // no blanks in a key: let it break in its middle; an id has a line of its own
        QString broken = value;
        if (value.size() > longestLine)
            for (qsizetype at = halfKey; at < broken.size(); at += halfKey + 1)
                broken.insert(at, QLatin1Char('\n'));
        shown->setText(broken);
        shown->setWordWrap(false); // nothing cuts a line of it off
        shown->setFont(theme::font(theme::Step::Code));
    }
    addRow(name, shown);
}

void FactGrid::addPath(const QString& name, const QString& path)
{
    auto* shown = new TextLabel(path, theme::Step::Body, theme::Role::Text, this);
    shown->setElided(true, Qt::ElideMiddle);
    addRow(name, shown);
}

void FactGrid::addRow(const QString& name, TextLabel* value)
{
    auto* label = new TextLabel(name, theme::Step::Body, theme::Role::Text2, this);
    label->setWordWrap(true);
    const int row = m_rows++;
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1, value->isElided() ? Qt::Alignment() : Qt::AlignTop);
}

} // namespace lepton::ui
