// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header_bar.h"

#include "ui/shell/bell.h"
#include "ui/shell/search_button.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int searchWidth = 400;
constexpr int smallestSearch = 180;

} // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent)
    , m_back(new IconButton(QStringLiteral("chevron-left"), 28, this))
    , m_forward(new IconButton(QStringLiteral("chevron-right"), 28, this))
    , m_pathBox(new QWidget(this))
    , m_path(new QHBoxLayout(m_pathBox))
    , m_search(new SearchButton(this))
    , m_bell(new Bell(this))
    , m_help(new IconButton(QStringLiteral("help"), 28, this))
    , m_theme(new IconButton(QStringLiteral("moon"), 28, this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    setFixedHeight(theme::headerHeight);
    m_back->setObjectName(QStringLiteral("header.back.button"));
    m_forward->setObjectName(QStringLiteral("header.forward.button"));
    m_search->setObjectName(QStringLiteral("header.search.button"));
    m_help->setObjectName(QStringLiteral("header.help.button"));
    m_theme->setObjectName(QStringLiteral("header.theme.button"));
    m_path->setContentsMargins(0, 0, 0, 0);
    m_path->setSpacing(0);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap16, 0, theme::gap16, 0);
    layout->setSpacing(theme::gap4);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addWidget(m_pathBox);
    layout->addStretch();
    layout->addWidget(m_bell);
    layout->addWidget(m_help);
    layout->addWidget(m_theme);

    connect(m_back, &QToolButton::clicked, this, &HeaderBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &HeaderBar::forwardRequested);
    connect(m_search, &QPushButton::clicked, this, &HeaderBar::paletteRequested);
    connect(m_bell, &Bell::routeChosen, this, &HeaderBar::goRequested);
    connect(m_help, &QToolButton::clicked, this, &HeaderBar::helpRequested);
    connect(m_theme, &QToolButton::clicked, this, &HeaderBar::themeSwitchRequested);
    setHistory(false, false);
    retranslate();
}

void HeaderBar::setPath(const std::vector<Crumb>& path)
{
    while (QLayoutItem* item = m_path->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool last = i + 1 == path.size();
        if (last) {
            auto* label = new TextLabel(path[i].text, theme::Step::Strong, theme::Role::Text, m_pathBox);
            label->setContentsMargins(theme::gap4, 0, theme::gap4, 0);
            label->setElided(true);
            m_path->addWidget(label);
            continue;
        }
        auto* button = new QToolButton(m_pathBox);
        button->setText(path[i].text);
        button->setProperty("crumb", QStringLiteral("true"));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(24);
        connect(button, &QToolButton::clicked, this,
                [this, route = path[i].route] { Q_EMIT goRequested(route); });
        m_path->addWidget(button);
        m_path->addWidget(new IconLabel(QStringLiteral("chevron-right"), theme::Role::Text3, 12, m_pathBox));
    }
    const auto steps = m_pathBox->findChildren<QWidget*>();
    for (QWidget* step : steps)
        step->show(); // at once: one that is to be shown yet has no width for the layout
    m_path->activate();
    placeSearch();
}

void HeaderBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void HeaderBar::focusFirst()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void HeaderBar::retranslate()
{
    m_back->setLabel(tr("Back"), QStringLiteral("Alt+Left"));
    m_forward->setLabel(tr("Forward"), QStringLiteral("Alt+Right"));
    m_search->setText(tr("Search or run a command"));
    m_search->setAccessibleName(tr("Search or run a command"));
    m_bell->retranslate();
    m_help->setLabel(tr("Help on this page"), QStringLiteral("F1"));
    setThemeIcon();
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSearch();
}

void HeaderBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setThemeIcon();
    QWidget::changeEvent(event);
}

void HeaderBar::placeSearch()
{
    // in the middle of the window where the path leaves the room
    const int middle = window()->width() / 2 - mapTo(window(), QPoint(0, 0)).x();
    const int pathEnd = m_pathBox->x() + m_pathBox->sizeHint().width() + theme::gap16;
    const int rightEnd = m_bell->x() - theme::gap16;
    const int left =
        std::clamp(middle - searchWidth / 2, theme::gap16, std::max(theme::gap16, width() - searchWidth));
    const int x = std::max(left, std::min(pathEnd, rightEnd - smallestSearch));
    m_search->setGeometry(x, (height() - theme::fieldHeight) / 2, std::min(searchWidth, rightEnd - x),
                          theme::fieldHeight);
    m_pathBox->setMaximumWidth(std::max(80, x - m_pathBox->x() - theme::gap8));
}

void HeaderBar::setThemeIcon()
{
    m_theme->setIconName(theme::isDark() ? QStringLiteral("sun") : QStringLiteral("moon"));
    m_theme->setLabel(theme::isDark() ? tr("Light theme") : tr("Dark theme"));
}

} // namespace lepton::ui
