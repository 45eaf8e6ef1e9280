// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace lepton::ui {

/// A confusion matrix as a heat map. Cells share the room there is while they are few; many keep a size at
/// which the figures can be read, and the view scrolls. Arrow keys move, Enter and a click choose a cell.
class ConfusionView final : public QTableView
{
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Rings @p index as the chosen cell; an invalid one rings none. Emits nothing.
    void setChosen(const QModelIndex& index);
    const QPersistentModelIndex& chosen() const { return m_chosen; }
    /// The names of row and column @p section stand out; -1: of none. Emits nothing.
    void setChosenClass(int section);
    int chosenClass() const noexcept { return m_class; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {220, 180}; }

Q_SIGNALS:
    void cellChosen(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    int widestLabel() const;

    QPersistentModelIndex m_chosen;
    int m_class = -1;
};

} // namespace lepton::ui
