// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include <QEvent>

namespace lepton::ui {

Page::Page(Navigator& navigator, QWidget* parent)
    : QWidget(parent)
    , m_navigator(navigator)
{}

std::vector<Crumb> Page::path() const
{
    return {{title(), {}}};
}

bool Page::changeTab(int)
{
    return false;
}

std::vector<Scene> Page::scenes()
{
    return {{route().page, [] {}, {}}};
}

void Page::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
