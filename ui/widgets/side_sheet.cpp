// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_sheet.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lepton::ui {

SideSheet::SideSheet(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("table"), theme::Role::Text2, 16, this))
    , m_title(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_suffix(new TextLabel(theme::Step::Small, theme::Role::Text3, this))
    , m_close(new IconButton(QStringLiteral("panel"), 28, this))
    , m_body(new QVBoxLayout)
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    setMinimumWidth(304);
    setMaximumWidth(420);
    m_title->setElided(true);
    connect(m_close, &QToolButton::clicked, this, &SideSheet::closeRequested);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(theme::gap16, theme::gap12, theme::gap12, theme::gap4);
    header->setSpacing(theme::gap8);
    header->addWidget(m_icon);
    header->addWidget(m_title);
    header->addWidget(m_suffix);
    header->addStretch();
    header->addWidget(m_close);

    auto* content = new QWidget;
    content->setProperty("plain", true);
    m_body->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap16);
    m_body->setSpacing(theme::gap12);
    content->setLayout(m_body);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(scroll, 1);
    retranslate();
}

void SideSheet::setTitle(const QString& iconName, const QString& title, const QString& suffix)
{
    m_icon->setIcon(iconName, theme::Role::Text2);
    m_title->setText(title);
    m_suffix->setText(suffix);
    setAccessibleName(title);
}

void SideSheet::retranslate()
{
    m_close->setLabel(tr("Close the side sheet"), QStringLiteral("Ctrl+."));
}

void SideSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace lepton::ui
