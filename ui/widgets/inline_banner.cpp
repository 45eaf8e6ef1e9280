// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_banner.h"

#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace lepton::ui {
namespace {

struct Look
{
    const char* name;
    const char* icon;
    theme::Role color;
    theme::Role text;
};

Look lookOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Error:
        return {"bad", "error", theme::Role::Bad, theme::Role::BadText};
    case BannerKind::Caution:
        return {"warn", "warning", theme::Role::Warn, theme::Role::WarnText};
    case BannerKind::Fits:
        return {"good", "check", theme::Role::Good, theme::Role::Good};
    case BannerKind::Fact:
        break;
    }
    return {"neutral", "info", theme::Role::Neutral, theme::Role::Text};
}

} // namespace

InlineBanner::InlineBanner(BannerKind kind, QWidget* parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_icon(new IconLabel(QStringLiteral("info"), theme::Role::Text2, 16, this))
    , m_text(new TextLabel(theme::Step::Small, theme::Role::Text, this))
    , m_actions(new QHBoxLayout)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap12, theme::gap8, theme::gap12, theme::gap8);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    m_actions->setSpacing(theme::gap8);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMinimumHeight(theme::stripHeight);
    setKind(kind);
}

void InlineBanner::setKind(BannerKind kind)
{
    m_kind = kind;
    const Look look = lookOf(kind);
    setStyleProperty(this, "banner", QLatin1String(look.name));
    m_icon->setIcon(QLatin1String(look.icon), look.color);
    m_text->setTone(look.text);
}

void InlineBanner::setGapBelow()
{
    setProperty("gapBelow", true);
}

void InlineBanner::setText(const QString& title, const QString& sentence)
{
    const QLatin1String lineBreak("<br>");
    const bool isList = sentence.contains(QLatin1Char('\n')); // a line each, below the title
    QString text = sentence.toHtmlEscaped().replace(QLatin1Char('\n'), lineBreak);
    if (!title.isEmpty())
        text = QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()) +
               (isList ? lineBreak : QLatin1String(" ")) + text;
    m_text->setText(text);
    const QString plain = title.isEmpty() ? sentence : title + QLatin1Char(' ') + sentence;
    setAccessibleName(plain.trimmed());
    m_text->setAccessibleName(plain.trimmed());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void InlineBanner::setError(const QString& title, const base::Error& error)
{
    setText(title, CoreText::error(error));
}

Button* InlineBanner::addAction(const QString& text, std::function<void()> action)
{
    auto* button = new Button(text, ButtonKind::Secondary, this);
    button->setSmall(true);
    m_actions->addWidget(button);
    connect(button, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
    return button;
}

void InlineBanner::clearActions()
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QString InlineBanner::sentence() const
{
    return accessibleName();
}

} // namespace lepton::ui
