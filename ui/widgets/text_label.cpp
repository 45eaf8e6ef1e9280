// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lepton::ui {
namespace {

const char* stepName(theme::Step step)
{
    switch (step) {
    case theme::Step::Caption:
        return "caption";
    case theme::Step::Small:
    case theme::Step::Code:
        return "small";
    case theme::Step::Strong:
        return "strong";
    case theme::Step::CardTitle:
        return "cardTitle";
    case theme::Step::Section:
        return "section";
    case theme::Step::PageTitle:
        return "page";
    case theme::Step::Stat:
        return "stat";
    case theme::Step::Welcome:
        return "welcome";
    case theme::Step::Body:
        break;
    }
    return "body";
}

const char* toneName(theme::Role role)
{
    // the style sheet writes the two text colours of the loud kinds by the kind's name
    switch (role) {
    case theme::Role::WarnText:
        return "warn";
    case theme::Role::BadText:
        return "bad";
    default:
        return theme::roleName(role);
    }
}

} // namespace

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
        widget->update();
    }
}

void setTextStyle(QWidget* widget, theme::Step step, theme::Role tone)
{
    setStyleProperty(widget, "step", QLatin1String(stepName(step)));
    setStyleProperty(widget, "tone", QLatin1String(toneName(tone)));
}

TextLabel::TextLabel(theme::Step step, theme::Role tone, QWidget* parent)
    : TextLabel(QString(), step, tone, parent)
{}

TextLabel::TextLabel(const QString& text, theme::Step step, theme::Role tone, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText); // names of data sets and files are text, whatever they hold
    setTextStyle(this, step, tone);
}

void TextLabel::setElided(bool on, Qt::TextElideMode mode)
{
    m_elided = on;
    m_mode = mode;
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(on ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

void TextLabel::setTone(theme::Role tone)
{
    setStyleProperty(this, "tone", QLatin1String(toneName(tone)));
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().averageCharWidth() * 3, size.height()) : size;
}

int TextLabel::heightForWidth(int width) const
{
    const Looks looks{text(), font(), contentsMargins(), wordWrap()};
    if (looks != m_measured) {
        m_measured = looks;
        m_heights.fill({});
    }
    const auto known = std::ranges::find(m_heights, width, &Height::width);
    if (known != m_heights.end())
        return known->height;
    const int height = QLabel::heightForWidth(width);
    m_heights[m_nextHeight++ % m_heights.size()] = {width, height};
    return height;
}

void TextLabel::changeEvent(QEvent* event)
{
    m_heights.fill({});
    QLabel::changeEvent(event);
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_mode, area.width());
    if (shown != text() && toolTip().isEmpty())
        setToolTip(text());
    style()->drawItemText(&painter, area, static_cast<int>(alignment()) | Qt::TextSingleLine, palette(),
                          isEnabled(), shown, foregroundRole());
}

void TextLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (m_elided)
        setToolTip(fontMetrics().horizontalAdvance(text()) > contentsRect().width() ? text() : QString());
}

IconLabel::IconLabel(const QString& name, theme::Role role, int size, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_role(role)
    , m_size(size)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString& name, theme::Role role)
{
    m_name = name;
    m_role = role;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, theme::pixmap(m_name, m_role, m_size, devicePixelRatioF()));
}

QFrame* makeRule(Qt::Orientation orientation, QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", orientation == Qt::Horizontal ? QStringLiteral("horizontal")
                                                            : QStringLiteral("vertical"));
    return rule;
}

} // namespace lepton::ui
