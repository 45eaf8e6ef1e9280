// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/cell_sheet.h"

#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace lepton::ui {

CellSheet::CellSheet(DataGrid& grid, SelectionReader& reader, QWidget* parent)
    : SideSheet(parent)
    , m_grid(grid)
    , m_reader(reader)
    , m_facts(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_cut(new InlineBanner(BannerKind::Fact, this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new Button(ButtonKind::Secondary, this))
{
    setObjectName(QStringLiteral("table.cell"));
    m_text->setObjectName(QStringLiteral("table.cell.text"));
    m_copy->setObjectName(QStringLiteral("table.cell.copy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_cut->hide();
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(160);
    body()->addWidget(m_facts);
    body()->addWidget(m_cut);
    body()->addWidget(m_text, 1);
    body()->addWidget(m_copy);
    connect(&m_reader, &SelectionReader::cellRead, this, &CellSheet::showCell);
    connect(&m_reader, &SelectionReader::cellFailed, this, [this](const QString& message) {
        m_cut->setKind(BannerKind::Error);
        m_cut->setText(tr("The cell cannot be read"), message);
        m_cut->show();
    });
    connect(&m_grid, &DataGrid::cursorMoved, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_cell.text)
            QGuiApplication::clipboard()->setText(
                QString::fromUtf8(m_cell.text->data(), static_cast<qsizetype>(m_cell.text->size())));
    });
    retranslate();
}

void CellSheet::refresh()
{
    const GridCursor& cursor = m_grid.cursorCell();
    if (cursor.isValid())
        m_reader.readCell(m_grid.table().order(), cursor.position, static_cast<std::size_t>(cursor.column));
}

void CellSheet::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void CellSheet::changeEvent(QEvent* event)
{
    SideSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CellSheet::retranslate()
{
    SideSheet::retranslate();
    m_copy->setText(tr("Copy the cell"));
    m_text->setAccessibleName(tr("Content of the cell"));
    if (m_cell.text)
        showCell(m_cell);
}

void CellSheet::showCell(const WholeCell& cell)
{
    m_cell = cell;
    const data::Column& column = m_grid.table().column(cell.column);
    setTitle(typeIcon(column, m_grid.table().profile(cell.column)), QString::fromStdString(column.name));
    const QString row = countText(cell.row + 1);
    m_facts->setText(cell.missing ? tr("Row %1. The value is missing.").arg(row)
                                  : tr("Row %1. Characters: %2.").arg(row, countText(cell.characters)));
    m_text->setPlainText(cell.shown);
    m_copy->setDisabledReason(cell.missing ? tr("There is nothing to copy: the value is missing.")
                                           : QString());
    const auto limit = static_cast<std::int64_t>(SelectionReader::maxShownCharacters());
    m_cut->setKind(BannerKind::Fact);
    m_cut->setText({}, tr("The first %1 of %2 characters are shown. Copying takes them all.")
                           .arg(countText(limit), countText(cell.characters)));
    m_cut->setVisible(cell.characters > limit);
}

} // namespace lepton::ui
