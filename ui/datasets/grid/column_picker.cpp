// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/column_picker.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace lepton::ui {

ColumnNamesModel::ColumnNamesModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void ColumnNamesModel::setNames(QStringList names)
{
    beginResetModel();
    m_names = std::move(names);
    m_ticked.clear();
    endResetModel();
}

void ColumnNamesModel::setTicked(std::vector<bool> ticked)
{
    m_ticked = std::move(ticked);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

int ColumnNamesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant ColumnNamesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_names[index.row()];
    if (role == Qt::SizeHintRole)
        return QSize(0, theme::rowDense);
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::CheckStateRole && row < m_ticked.size())
        return static_cast<int>(m_ticked[row] ? Qt::Checked : Qt::Unchecked);
    return {};
}

bool ColumnNamesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto row = static_cast<std::size_t>(index.row());
    if (role != Qt::CheckStateRole || row >= m_ticked.size())
        return false;
    m_ticked[row] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags ColumnNamesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = QAbstractListModel::flags(index);
    return static_cast<std::size_t>(index.row()) < m_ticked.size() ? plain | Qt::ItemIsUserCheckable : plain;
}

ColumnPicker::ColumnPicker(Mode mode, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_mode(mode)
    , m_names(new ColumnNamesModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_layout(new QVBoxLayout(this))
    , m_search(new FilterField(QStringLiteral("search"), this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("card", true);
    m_found->setSourceModel(m_names);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_search->setObjectName(QStringLiteral("table.columns.search"));
    m_list->setObjectName(QStringLiteral("table.columns.list"));
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_layout->setContentsMargins(theme::gap8, theme::gap8, theme::gap8, theme::gap8);
    m_layout->setSpacing(theme::gap8);
    m_layout->addWidget(m_search);
    m_layout->addWidget(m_list, 1);
    if (mode != Mode::Choose) {
        m_all = new Button(ButtonKind::Secondary, this);
        m_only = new Button(ButtonKind::Secondary, this);
        auto* buttons = new QHBoxLayout;
        buttons->setSpacing(theme::gap8);
        for (Button* button : {m_all, m_only}) {
            button->setSmall(true);
            buttons->addWidget(button);
        }
        m_layout->addLayout(buttons);
        connect(m_all, &QPushButton::clicked, this,
                mode == Mode::Tick ? &ColumnPicker::showAll : &ColumnPicker::showUsual);
        connect(m_only, &QPushButton::clicked, this, [this] {
            std::vector<int> indexes;
            for (int row = 0; row < m_found->rowCount(); ++row)
                indexes.push_back(m_found->mapToSource(m_found->index(row, 0)).row());
            if (!indexes.empty())
                Q_EMIT showOnly(indexes);
        });
    }
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found->setFilterFixedString(text);
        m_list->setCurrentIndex(m_found->index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (m_mode == Mode::Choose)
            activate(index);
    });
    resize(280, 360);
    retranslate();
}

void ColumnPicker::addOption(QWidget* widget)
{
    m_layout->insertWidget(1, widget);
}

void ColumnPicker::openBelow(QWidget* button)
{
    m_search->clear();
    const QPoint corner =
        button->mapToGlobal(QPoint(button->width() - width(), button->height() + theme::gap4));
    move(corner);
    show();
    m_list->setCurrentIndex(m_found->index(0, 0));
    m_search->setFocus(Qt::PopupFocusReason);
}

bool ColumnPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        activate(m_list->currentIndex());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ColumnPicker::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ColumnPicker::retranslate()
{
    setAccessibleName(m_mode == Mode::Choose ? tr("Sort by") : tr("Columns"));
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(tr("Find a column"));
    m_list->setAccessibleName(accessibleName());
    if (m_mode != Mode::Choose) {
        m_all->setText(m_mode == Mode::Tick ? tr("Show all") : tr("Show the usual"));
        m_only->setText(tr("Show only these"));
    }
}

void ColumnPicker::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const QModelIndex source = m_found->mapToSource(index);
    if (m_mode == Mode::Choose) {
        hide();
        Q_EMIT chosen(source.row());
        return;
    }
    const bool ticked = m_names->data(source, Qt::CheckStateRole).toInt() == Qt::Checked;
    m_names->setData(source, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace lepton::ui
