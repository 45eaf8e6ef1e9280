// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

/// The icon on its square of 36.
class IconSquare final : public QWidget
{
public:
    IconSquare(QString name, bool chosen, QWidget* parent)
        : QWidget(parent)
        , m_name(std::move(name))
        , m_chosen(chosen)
    {
        setFixedSize(36, 36);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(m_chosen ? theme::Role::AccentSoft : theme::Role::NeutralBg));
        painter.drawRoundedRect(rect(), theme::radiusCard, theme::radiusCard);
        painter.drawPixmap(8, 8,
                           theme::pixmap(m_name, m_chosen ? theme::Role::AccentText : theme::Role::Neutral,
                                         20, devicePixelRatioF()));
    }

private:
    QString m_name;
    bool m_chosen;
};

} // namespace

WelcomeCard::WelcomeCard(const QString& iconName, bool chosen, QWidget* parent)
    : QFrame(parent)
    , m_title(new TextLabel(theme::Step::Section, theme::Role::Text, this))
    , m_sentence(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_button(new Button(chosen ? ButtonKind::Primary : ButtonKind::Secondary, this))
    , m_hint(new TextLabel(theme::Step::Caption, theme::Role::Text2, this))
{
    setProperty("card", chosen ? QStringLiteral("chosen") : QStringLiteral("true"));
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    const int margin = theme::gap20 - (chosen ? 1 : 0); // its border is 2 wide
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme::gap8);
    layout->addWidget(new IconSquare(iconName, chosen, this));
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence, 1);
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_hint);
}

void WelcomeCard::setText(const QString& title, const QString& sentence, const QString& button,
                          const QString& hint)
{
    m_title->setText(title);
    m_sentence->setText(QStringLiteral("<p style='line-height:135%'>%1</p>").arg(sentence.toHtmlEscaped()));
    m_button->setText(button);
    m_hint->setText(hint);
}

} // namespace lepton::ui
