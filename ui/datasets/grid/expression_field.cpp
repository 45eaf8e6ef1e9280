// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/expression_field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace lepton::ui {

ExpressionField::ExpressionField(QWidget* parent)
    : FilterField(QStringLiteral("filter"), parent)
    , m_badge(new QWidget(this))
    , m_tick(new IconLabel(QStringLiteral("check"), theme::Role::Good, 12, m_badge))
    , m_count(new TextLabel(theme::Step::Small, theme::Role::Text2, m_badge))
{
    setClearButtonEnabled(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFont(theme::font(theme::Step::Code));
    m_badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QHBoxLayout(m_badge);
    layout->setContentsMargins(theme::gap8, 0, theme::gap8, 0);
    layout->setSpacing(theme::gap4);
    layout->addWidget(m_tick);
    layout->addWidget(m_count);
}

QSize ExpressionField::sizeHint() const
{
    return {384, FilterField::sizeHint().height()};
}

QSize ExpressionField::minimumSizeHint() const
{
    return {260, FilterField::minimumSizeHint().height()};
}

void ExpressionField::setCount(const QString& text, bool answer)
{
    m_count->setText(text);
    m_count->setTone(answer ? theme::Role::Good : theme::Role::Text2);
    m_tick->setVisible(answer);
    m_badge->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
    placeCount();
}

void ExpressionField::setErrorPosition(int position)
{
    m_errorPosition = position;
    update();
}

void ExpressionField::placeCount()
{
    m_badge->adjustSize();
    const int width = m_badge->isHidden() ? 0 : m_badge->sizeHint().width();
    setTextMargins(0, 0, width, 0);
    m_badge->setGeometry(this->width() - width - 1, 1, width, height() - 2);
}

void ExpressionField::resizeEvent(QResizeEvent* event)
{
    FilterField::resizeEvent(event);
    placeCount();
}

void ExpressionField::changeEvent(QEvent* event)
{
    FilterField::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        placeCount();
}

/// Where the cursor would stand before the character at @p position.
int ExpressionField::xOf(int position) const
{
    auto* field = const_cast<ExpressionField*>(this);
    int low = 0;
    int high = width();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (field->cursorPositionAt(QPoint(middle, height() / 2)) < position)
            low = middle + 1;
        else
            high = middle;
    }
    // A click goes to the nearer side of a character: half a character further left than where it begins.
    return low + fontMetrics().averageCharWidth() / 2;
}

void ExpressionField::paintEvent(QPaintEvent* event)
{
    FilterField::paintEvent(event);
    if (m_errorPosition < 0)
        return;
    const QString shown = text();
    qsizetype end = m_errorPosition;
    while (end < shown.size() && !shown[end].isSpace())
        ++end;
    const int left = xOf(m_errorPosition);
    const int limit = m_badge->isHidden() ? width() - theme::gap8 : m_badge->x();
    const int right =
        std::min(limit, std::max(left + theme::gap8, end > m_errorPosition ? xOf(static_cast<int>(end)) : 0));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Bad), 1.5));
    QPainterPath wave;
    const double base = height() - 6;
    wave.moveTo(left, base);
    for (int x = left, up = 1; x < right; x += 3, up = -up)
        wave.lineTo(x + 3, base - (up > 0 ? 2 : 0));
    painter.drawPath(wave);
}

} // namespace lepton::ui
