// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;

namespace lepton::ui {

/// A list with a pane at its right: beside it in a wide window, over it in a narrow one, so that the list
/// keeps its columns.
class ListWithPane final : public QWidget
{
    Q_OBJECT

public:
    /// Takes both over.
    ListWithPane(QWidget* list, QWidget* pane, QWidget* parent = nullptr);

    void setPaneShown(bool shown);
    bool isPaneShown() const { return m_shown; }
    /// True where the pane lies over the list.
    bool isNarrow() const;

Q_SIGNALS:
    void narrowChanged(bool narrow);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget* m_list;
    QWidget* m_pane;
    QFrame* m_rule;
    bool m_shown = false;
    bool m_narrow = false;
};

} // namespace lepton::ui
