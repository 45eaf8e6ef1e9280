// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;

namespace lepton::ui {

class TextLabel;

/// A row of a card, from edge to edge. One that leads somewhere is tinted under the pointer, takes the focus,
/// and is opened by a click, Enter or Space.
class HomeRow : public QWidget
{
    Q_OBJECT

public:
    explicit HomeRow(QWidget* parent = nullptr);

    /// @p sentence is the accessible name.
    void setOpens(bool opens, const QString& sentence);
    /// A line at the lower edge, as between the rows of a table.
    void setRuled(bool ruled);

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool m_opens = false;
    bool m_ruled = false;
};

/// An icon on a soft ground of its colour, 28 wide.
class IconTile : public QWidget
{
    Q_OBJECT

public:
    IconTile(const QString& icon, theme::Role tone, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    theme::Role m_tone;
};

/// @p label cut where there is no room; it takes all the room of its column.
void fillAndElide(TextLabel& label);
/// Adds @p row to @p layout and shows it at once, not with the next turn of the event loop.
void addRow(QBoxLayout& layout, QWidget* row);
/// Takes all that is in @p layout out of it; what is deleted later is hidden at once.
void clearLayout(class QLayout& layout);

} // namespace lepton::ui
