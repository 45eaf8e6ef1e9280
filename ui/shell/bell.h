// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/standing.h"
#include "ui/widgets/button.h"

class QMenu;

namespace lepton::ui {

/// The bell of the header: how much waits for this person and is new, and a menu of it.
class Bell final : public IconButton
{
    Q_OBJECT

public:
    explicit Bell(QWidget* parent = nullptr);

    /// @p seen: news up to then have been looked at. Null @p notices: there are none.
    void setNotices(std::function<std::vector<Notice>()> notices, base::UtcTime seen);
    /// What the pill says.
    int count() const noexcept { return m_count; }
    void retranslate();
    /// As a click does, and does not wait until the menu is closed.
    void showNotices();

Q_SIGNALS:
    void routeChosen(const lepton::ui::Route& route);
    /// The menu was opened: its news are known now.
    void looked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void addHeading(const QString& title);

    QMenu* m_menu;
    std::function<std::vector<Notice>()> m_notices;
    base::UtcTime m_seen;
    int m_count = 0;
};

} // namespace lepton::ui
