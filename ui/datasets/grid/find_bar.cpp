// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/find_bar.h"

#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/row_finder.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace lepton::ui {

FindBar::FindBar(DataGrid& grid, QWidget* parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_finder(new RowFinder(grid.table().table(), this))
    , m_label(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_field(new FilterField(QStringLiteral("search"), this))
    , m_scope(new Button(ButtonKind::Quiet, this))
    , m_previous(new IconButton(QStringLiteral("chevron-up"), 28, this))
    , m_next(new IconButton(QStringLiteral("chevron-down"), 28, this))
    , m_answer(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
    , m_close(new IconButton(QStringLiteral("close"), 28, this))
{
    m_field->setObjectName(QStringLiteral("table.find.edit"));
    m_scope->setObjectName(QStringLiteral("table.find.scope"));
    m_previous->setObjectName(QStringLiteral("table.find.previous"));
    m_next->setObjectName(QStringLiteral("table.find.next"));
    m_answer->setObjectName(QStringLiteral("table.find.answer"));
    m_close->setObjectName(QStringLiteral("table.find.close"));
    m_scope->setCheckable(true);
    m_scope->setSmall(true);
    m_field->setFixedWidth(240);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap8);
    layout->setSpacing(theme::gap8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_label, m_field, m_previous, m_next, m_scope, m_answer})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addWidget(m_close);

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_finder->cancel();
        say({}, false);
    });
    connect(m_next, &QToolButton::clicked, this, [this] { search(false); });
    connect(m_previous, &QToolButton::clicked, this, [this] { search(true); });
    connect(m_scope, &QPushButton::toggled, this, &FindBar::retranslate);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_finder, &RowFinder::found, this, [this](qint64 position, quint64 column, bool wrapped) {
        m_grid.setCursorCell({position, static_cast<int>(column)});
        say(wrapped ? tr("Went on at the other end") : QString(), false);
    });
    connect(m_finder, &RowFinder::notFound, this,
            [this] { say(tr("No cell contains “%1”").arg(m_field->text()), true); });
    connect(m_finder, &RowFinder::rowAt, this, [this](qint64 position) {
        m_grid.setCursorCell({position, std::max(0, m_grid.cursorCell().column)});
        close();
    });
    connect(m_finder, &RowFinder::rowNotShown, this,
            [this](qint64 row) { say(tr("The filter leaves out row %1").arg(countText(row)), true); });
    connect(m_finder, &RowFinder::failed, this, [this](const QString& message) { say(message, true); });
    retranslate();
    hide();
}

void FindBar::open(Purpose purpose)
{
    m_purpose = purpose;
    const bool text = purpose == Purpose::Text;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_scope, m_previous, m_next})
        widget->setVisible(text);
    m_field->clear();
    retranslate();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

bool FindBar::isSettled() const
{
    return !m_finder->isBusy();
}

void FindBar::close()
{
    m_finder->cancel();
    hide();
    m_grid.setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void FindBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && m_purpose == Purpose::Row)
        goToRow();
    else if (enter)
        search(event->modifiers() & Qt::ShiftModifier);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::retranslate()
{
    const bool text = m_purpose == Purpose::Text;
    m_label->setText(text ? tr("Find") : tr("Go to row"));
    m_field->setAccessibleName(m_label->text());
    m_field->setPlaceholderText(text ? tr("Text in a cell")
                                     : tr("1 to %1").arg(countText(m_grid.table().rowCount())));
    m_scope->setText(m_scope->isChecked() ? tr("In this column") : tr("In all columns"));
    m_next->setLabel(tr("Next"), QStringLiteral("Enter"));
    m_previous->setLabel(tr("Previous"), QStringLiteral("Shift+Enter"));
    m_close->setLabel(tr("Close"), QStringLiteral("Esc"));
}

void FindBar::search(bool backwards)
{
    if (m_field->text().isEmpty())
        return;
    const GridCursor& cursor = m_grid.cursorCell();
    const std::int64_t here = std::max<std::int64_t>(0, cursor.position);
    std::optional<std::size_t> column;
    if (m_scope->isChecked() && cursor.column >= 0)
        column = static_cast<std::size_t>(cursor.column);
    say(tr("Looking"), false);
    m_finder->find(m_grid.table().order(), m_field->text(), column, backwards ? here : here + 1, backwards);
}

void FindBar::goToRow()
{
    bool valid = false;
    const qlonglong row = QLocale().toLongLong(m_field->text().trimmed(), &valid);
    if (!valid || row < 1 || row > m_grid.table().rowCount()) {
        say(tr("Type a number from 1 to %1").arg(countText(m_grid.table().rowCount())), true);
        return;
    }
    m_finder->goTo(m_grid.table().order(), row);
}

void FindBar::say(const QString& text, bool bad)
{
    m_answer->setTone(bad ? theme::Role::Bad : theme::Role::Text2);
    m_answer->setText(text);
    if (text.isEmpty())
        return;
    QAccessibleEvent event(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace lepton::ui
