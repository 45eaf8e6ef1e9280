// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QFrame>
#include <QStringList>

#include <vector>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace lepton::ui {

class Button;

/// Names of columns, each with a tick when @ref setTicked says so.
class ColumnNamesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ColumnNamesModel(QObject* parent = nullptr);

    void setNames(QStringList names);
    /// Makes the names tickable; @p ticked is parallel to them.
    void setTicked(std::vector<bool> ticked);
    const std::vector<bool>& ticked() const noexcept { return m_ticked; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    QStringList m_names;
    std::vector<bool> m_ticked;
};

/// A list of columns below a button, searched as one types: ticks say which columns are shown, or one is
/// chosen.
class ColumnPicker final : public QFrame
{
    Q_OBJECT

public:
    enum class Mode
    {
        Tick,
        TickOfMany, ///< far more than anyone shows: the way back is the usual ones, not all
        Choose
    };

    explicit ColumnPicker(Mode mode, QWidget* parent = nullptr);

    ColumnNamesModel& names() const noexcept { return *m_names; }
    /// Above the list, below the search field.
    void addOption(QWidget* widget);
    /// Below @p button, its right edge at the button's; the search field has the focus.
    void openBelow(QWidget* button);

Q_SIGNALS:
    void chosen(int index);
    void showAll();
    void showUsual();
    /// The ones that the search leaves in the list.
    void showOnly(const std::vector<int>& indexes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void activate(const QModelIndex& index);

    Mode m_mode;
    ColumnNamesModel* m_names;
    QSortFilterProxyModel* m_found;
    QVBoxLayout* m_layout;
    QLineEdit* m_search;
    QListView* m_list;
    Button* m_all = nullptr;
    Button* m_only = nullptr;
};

} // namespace lepton::ui
