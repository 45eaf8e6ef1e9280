// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

class QFrame;
class QHBoxLayout;
class QVBoxLayout;

namespace lepton::ui {

class IconButton;
class IconLabel;
class Scrim;
class TextLabel;

/// A sheet over the window, with the rest of the window under a scrim: header with icon, title and Close,
/// body, and a footer with a line of text at the left and buttons at the right, the primary one last. Show it
/// with open(); Esc and Close call reject(). The focus goes back to what had it.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    /// @p over is any widget of the window to be covered.
    explicit Dialog(QWidget* over);
    ~Dialog() override;

    void setHeader(const QString& iconName, const QString& title);
    /// Beside the title: the file's name, a link.
    void addToHeader(QWidget* widget);
    /// No margins, no spacing.
    QVBoxLayout* body() const noexcept { return m_body; }
    void setFooterText(const QString& text);
    /// At the right of the footer, in the order of calls.
    void addButton(QWidget* button);
    /// At most as large as the window allows.
    void setWantedSize(const QSize& size);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QPointer<QWidget> m_over;
    QPointer<Scrim> m_scrim;
    QPointer<QWidget> m_opener;
    QFrame* m_frame;
    IconLabel* m_icon;
    TextLabel* m_title;
    QHBoxLayout* m_headerExtras;
    IconButton* m_close;
    QVBoxLayout* m_body;
    QWidget* m_footer;
    TextLabel* m_footerText;
    QHBoxLayout* m_buttons;
    QSize m_wanted;
};

/// Closes the dialogs that are open over the window of @p page, as a scene is hidden.
void closeDialogs(const QWidget& page);

} // namespace lepton::ui
