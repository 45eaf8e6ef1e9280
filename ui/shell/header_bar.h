// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace lepton::ui {

class Bell;
class IconButton;

/// 48 high: back, forward and the path at the left, the search in the middle of the window, icons at the
/// right.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setPath(const std::vector<Crumb>& path);
    void setHistory(bool canGoBack, bool canGoForward);
    Bell& bell() const noexcept { return *m_bell; }
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void goRequested(const lepton::ui::Route& route);
    void paletteRequested();
    void helpRequested();
    void themeSwitchRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeSearch();
    void setThemeIcon();

    IconButton* m_back;
    IconButton* m_forward;
    QWidget* m_pathBox;
    QHBoxLayout* m_path;
    QPushButton* m_search;
    Bell* m_bell;
    IconButton* m_help;
    IconButton* m_theme;
};

} // namespace lepton::ui
