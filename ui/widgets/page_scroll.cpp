// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_scroll.h"

#include "ui/theme/theme.h"

#include <QLayout>
#include <QScrollBar>

namespace lepton::ui {

PageScroll::PageScroll(QLayout* content, QWidget* parent, Below below)
    : QScrollArea(parent)
{
    const int top = below == Below::Rule ? theme::gap12 : 0;
    content->setContentsMargins(theme::gap24, top, theme::gap24, theme::gap24);
    content->setSpacing(theme::gap12);
    auto* page = new QWidget;
    page->setProperty("plain", true);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    // A page that is full already is asked for its size, which styles all of it, and all of it again when the
    // area gets its place.
    setWidget(page);
    page->setLayout(content);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, content, [this, content, top](int, int maximum) {
        const int bar = maximum > 0 ? verticalScrollBar()->sizeHint().width() : 0;
        content->setContentsMargins(theme::gap24, top, theme::gap24 - bar, theme::gap24);
    });
}

} // namespace lepton::ui
