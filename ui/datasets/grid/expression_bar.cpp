// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/expression_bar.h"

#include "ui/datasets/grid/chip_strip.h"
#include "ui/datasets/grid/expression_field.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>

namespace lepton::ui {
namespace {

constexpr int patience = 1'000;

} // namespace

ExpressionBar::ExpressionBar(TableViewModel& table, QWidget* parent)
    : QWidget(parent)
    , m_table(table)
    , m_field(new ExpressionField(this))
    , m_chips(new ChipStrip(this))
    , m_clear(new Button(ButtonKind::Link, this))
    , m_line(new QWidget)
    , m_lineIcon(new IconLabel(QStringLiteral("error"), theme::Role::Bad, 14, m_line))
    , m_lineText(new TextLabel(theme::Step::Small, theme::Role::Bad, m_line))
    , m_cancel(new Button(ButtonKind::Link, m_line))
{
    m_field->setObjectName(QStringLiteral("table.filter.edit"));
    m_clear->setObjectName(QStringLiteral("table.filter.clear"));
    m_clear->setSmall(true);
    m_field->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_field);
    layout->addWidget(m_chips);
    layout->addWidget(m_clear);
    layout->addStretch();
    buildLine();

    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ExpressionBar::showLine);
    connect(m_field, &QLineEdit::textChanged, &m_table, &TableViewModel::setFilterText);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        m_table.applyFilter();
        Q_EMIT leaveRequested();
    });
    connect(m_chips, &ChipStrip::removed, this, [this](int index) {
        m_table.removeFilterPart(index);
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_table.clearFilter();
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(m_cancel, &QPushButton::clicked, &m_table, &TableViewModel::cancel);
    connect(&m_table, &TableViewModel::filterTextChanged, this, [this] {
        if (m_field->text() != m_table.filterText()) {
            m_field->setText(m_table.filterText());
            if (!m_field->hasFocus())
                m_field->setCursorPosition(0); // a long one reads from its beginning
        }
        m_field->setErrorPosition(-1);
        showState();
    });
    connect(&m_table, &TableViewModel::stateChanged, this, &ExpressionBar::showState);
    connect(&m_table, &TableViewModel::orderChanged, this, &ExpressionBar::showState);
    connect(&m_table, &TableViewModel::progressChanged, this, [this] {
        if (m_line->isVisible())
            showLine();
    });
    retranslate();
}

void ExpressionBar::buildLine()
{
    m_line->setParent(this->parentWidget());
    m_line->setObjectName(QStringLiteral("table.filter.message"));
    m_cancel->setObjectName(QStringLiteral("table.filter.cancel"));
    m_cancel->setSmall(true);
    m_lineText->setElided(true);
    auto* layout = new QHBoxLayout(m_line);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap8);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_lineIcon);
    layout->addWidget(m_lineText);
    layout->addWidget(m_cancel);
    layout->addStretch();
    m_line->hide();
}

void ExpressionBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ExpressionBar::typeText(const QString& text)
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
    m_field->insert(text);
}

void ExpressionBar::beginCondition(const QString& column)
{
    const QString before = m_field->text().trimmed();
    const QString name = quotedName(column) + u' ';
    m_field->setText(before.isEmpty() ? name : before + QStringLiteral(" and ") + name);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->setCursorPosition(static_cast<int>(m_field->text().size()));
}

void ExpressionBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool ExpressionBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            Q_EMIT leaveRequested();
            return true;
        }
        if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_table.clearFilter();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExpressionBar::retranslate()
{
    m_field->setLabel(tr("Filter, such as age >= 30 and city = 'Oslo'"));
    m_field->setAccessibleName(tr("Filter"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_cancel->setText(tr("Cancel"));
    showState();
}

void ExpressionBar::showState()
{
    const auto& error = m_table.error();
    const bool failed = m_table.state() == TableViewModel::State::Failed && error;
    setStyleProperty(m_field, "state", failed ? QStringLiteral("bad") : QString());
    m_field->setErrorPosition(failed ? error->position : -1);
    m_clear->setVisible(!m_table.filterText().isEmpty());
    showCount();
    showChips();
    if (m_table.isBusy()) {
        // What is quick needs no words; an error of the text before stays until there is an answer.
        if (!m_patience.isActive())
            m_patience.start();
        return;
    }
    m_patience.stop();
    showLine();
}

void ExpressionBar::showCount()
{
    const bool answer = m_table.isFiltered() && m_table.state() == TableViewModel::State::Ready &&
                        m_table.filterText().trimmed() == m_table.appliedFilter();
    m_field->setCount(m_table.isFiltered() ? rowsText(m_table.order().size()) : QString(), answer);
}

void ExpressionBar::showLine()
{
    const bool busy = m_table.isBusy();
    const auto& error = m_table.error();
    m_cancel->setVisible(busy);
    if (busy) {
        const bool sorting = m_table.state() == TableViewModel::State::Sorting;
        const QString rows = QLocale().toString(static_cast<qlonglong>(m_table.rowCount()));
        const std::optional<double> share = m_table.progress();
        const QString percent = QLocale().toString(static_cast<int>(share.value_or(0) * 100));
        m_lineIcon->setIcon(QStringLiteral("clock"), theme::Role::Text2);
        m_lineText->setTone(theme::Role::Text2);
        if (share)
            m_lineText->setText(sorting ? tr("Sorting, %1 % done").arg(percent)
                                        : tr("Looking through %1 rows, %2 % done").arg(rows, percent));
        else
            m_lineText->setText(sorting ? tr("Sorting") : tr("Looking through %1 rows").arg(rows));
    } else if (error) {
        m_lineIcon->setIcon(QStringLiteral("error"), theme::Role::Bad);
        m_lineText->setTone(theme::Role::Bad);
        m_lineText->setText(error->message);
        QAccessibleEvent event(m_lineText, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_line->setVisible(busy || error);
}

void ExpressionBar::showChips()
{
    QStringList texts;
    for (const FilterPart& part : m_table.filterParts())
        texts << chipText(part.text);
    m_chips->setChips(texts);
}

} // namespace lepton::ui
