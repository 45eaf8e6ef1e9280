// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/sort_button.h"

#include "ui/datasets/grid/column_picker.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QEvent>

namespace lepton::ui {
namespace {

enum Direction
{
    Ascending,
    Descending
};
constexpr int longestName = 160;

} // namespace

SortButton::SortButton(TableViewModel& table, QWidget* parent)
    : Button(ButtonKind::Secondary, parent)
    , m_table(table)
    , m_picker(new ColumnPicker(ColumnPicker::Mode::Choose, this))
    , m_direction(new Segment(m_picker))
{
    setObjectName(QStringLiteral("table.sort.button"));
    setStyleProperty(this, "filter", true);
    m_direction->add(Ascending, QString());
    m_direction->add(Descending, QString());
    m_direction->setCurrent(Ascending);
    m_picker->addOption(m_direction);
    connect(this, &QPushButton::clicked, this, &SortButton::open);
    connect(&m_table, &TableViewModel::sortChanged, this, &SortButton::showSort);
    // The first name is the order of the table itself.
    connect(m_picker, &ColumnPicker::chosen, this, [this](int index) {
        if (index == 0)
            m_table.setSort(std::nullopt);
        else
            m_table.setSort(
                data::SortKey{static_cast<std::size_t>(index - 1), m_direction->current() == Descending});
    });
    connect(m_direction, &Segment::chosen, this, [this](int direction) {
        if (const auto& key = m_table.sortKey())
            m_table.setSort(data::SortKey{key->column, direction == Descending});
    });
    retranslate();
}

void SortButton::changeEvent(QEvent* event)
{
    Button::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SortButton::open()
{
    QStringList names{tr("Row number")};
    for (std::size_t column = 0; column < m_table.columnCount(); ++column)
        names << QString::fromStdString(m_table.column(column).name);
    m_picker->names().setNames(std::move(names));
    m_direction->setCurrent(m_table.sortKey() && m_table.sortKey()->descending ? Descending : Ascending);
    m_picker->openBelow(this);
}

void SortButton::retranslate()
{
    m_direction->setText(Ascending, tr("Ascending"));
    m_direction->setText(Descending, tr("Descending"));
    showSort();
}

void SortButton::showSort()
{
    const auto& key = m_table.sortKey();
    if (!key) {
        setText(tr("Sort: row number"));
        setAccessibleName(text());
        setIconName(QStringLiteral("chevron-up-down"));
        return;
    }
    const QString name = QString::fromStdString(m_table.column(key->column).name);
    setText(tr("Sort: %1").arg(fontMetrics().elidedText(name, Qt::ElideMiddle, longestName)));
    setAccessibleName(key->descending ? tr("Sorted by %1, descending").arg(name)
                                      : tr("Sorted by %1, ascending").arg(name));
    setIconName(key->descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"));
}

} // namespace lepton::ui
