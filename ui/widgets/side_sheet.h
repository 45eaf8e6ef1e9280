// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace lepton::ui {

class IconLabel;
class TextLabel;

/// A sheet at the right of a splitter, 304 to 420 wide, with title and Close; its body scrolls. Esc closes
/// it.
class SideSheet : public QWidget
{
    Q_OBJECT

public:
    explicit SideSheet(QWidget* parent = nullptr);

    void setTitle(const QString& iconName, const QString& title, const QString& suffix = {});
    /// Margins of 16; spacing of 12.
    QVBoxLayout* body() const noexcept { return m_body; }
    void retranslate();

    QSize sizeHint() const override { return {304, 400}; }

Q_SIGNALS:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_suffix;
    class IconButton* m_close;
    QVBoxLayout* m_body;
};

} // namespace lepton::ui
