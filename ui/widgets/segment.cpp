// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segment.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace lepton::ui {

Segment::Segment(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Segment::chosen);
}

QToolButton* Segment::add(int id, const QString& text, const QString& iconName)
{
    auto* button = new QToolButton(this);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("iconAlone", !iconName.isEmpty());
    button->setProperty("small", m_isSmall);
    if (!iconName.isEmpty()) {
        button->setIcon(theme::icon(iconName, theme::Role::Text2, theme::Role::AccentText));
        button->setIconSize(QSize(16, 16));
    }
    m_group->addButton(button, id);
    m_layout->addWidget(button);
    setText(id, text);
    if (m_group->buttons().size() == 1)
        button->setChecked(true);
    join();
    return button;
}

void Segment::setSmall(bool isSmall)
{
    m_isSmall = isSmall;
    for (QAbstractButton* button : m_group->buttons())
        setStyleProperty(button, "small", isSmall);
}

void Segment::setText(int id, const QString& text)
{
    auto* button = qobject_cast<QToolButton*>(m_group->button(id));
    if (!button)
        return;
    button->setAccessibleName(text);
    if (button->property("iconAlone").toBool())
        button->setToolTip(text);
    else
        button->setText(text);
}

int Segment::current() const
{
    return m_group->checkedId();
}

void Segment::setCurrent(int id)
{
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

void Segment::join()
{
    const auto buttons = m_group->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const char* place = buttons.size() == 1       ? "only"
                            : i == 0                  ? "first"
                            : i == buttons.size() - 1 ? "last"
                                                      : "middle";
        setStyleProperty(buttons.at(i), "segment", QLatin1String(place));
    }
}

} // namespace lepton::ui
