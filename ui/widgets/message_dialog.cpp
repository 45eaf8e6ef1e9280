// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int dialogWidth = 520;

} // namespace

MessageDialog::MessageDialog(QWidget* over, const QString& iconName, const QString& title,
                             const QString& text)
    : Dialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("message"));
    setHeader(iconName, title);
    auto* label = new TextLabel(text, theme::Step::Body, theme::Role::Text, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* box = new QVBoxLayout;
    box->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap20);
    box->addWidget(label);
    body()->addLayout(box);
    label->setFixedWidth(dialogWidth - 2 * theme::gap20 - 2);
}

void MessageDialog::showEvent(QShowEvent* event)
{
    setWantedSize({dialogWidth, layout()->totalHeightForWidth(dialogWidth)});
    Dialog::showEvent(event);
}

void MessageDialog::addChoice(const QString& text, ButtonKind kind, const QString& objectName,
                              std::function<void()> action)
{
    auto* button = new Button(text, kind, this);
    button->setObjectName(objectName);
    addButton(button);
    button->setDefault(kind == ButtonKind::Primary);
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action)] {
        accept();
        if (action)
            action();
    });
}

} // namespace lepton::ui
