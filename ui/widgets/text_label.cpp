// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include "ui/theme/line_box.h"
#include "ui/widgets/paint.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

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

/// Not where Qt marks a letter, follows a link or lets a person select.
bool TextLabel::hasOwnLines() const
{
    return textFormat() == Qt::PlainText && !buddy() && !(textInteractionFlags() & Qt::TextSelectableByMouse);
}

/// Where Qt lays out a text that can be selected, its lines are made as high as all others.
void TextLabel::evenLines() const
{
    if (textFormat() != Qt::PlainText || !(textInteractionFlags() & Qt::TextSelectableByMouse))
        return;
    (void)QLabel::heightForWidth(width()); // fills the document, which is one of a child
    const auto* document = findChild<QTextDocument*>();
    const int line = theme::lineBox(font()).height();
    if (!document || document->firstBlock().blockFormat().lineHeight() == line)
        return;
    for (QTextBlock block = document->firstBlock(); block.isValid(); block = block.next())
        theme::setLineHeight(block, line);
}

/// How high the lines are that the text breaks into; painted where there is a @p painter.
int TextLabel::layOutLines(int width, QPainter* painter) const
{
    const theme::LineBox box = theme::lineBox(font());
    const Qt::Alignment across = QStyle::visualAlignment(layoutDirection(), alignment());
    QString lines = text();
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(lines, font(), this);
    QTextOption option;
    option.setWrapMode(wordWrap() ? QTextOption::WordWrap : QTextOption::ManualWrap);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    int height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        // the letters of a third script may be taller still
        const int ascent = std::max(box.ascent, qRound(line.ascent()));
        const qreal room = width - line.naturalTextWidth();
        const qreal left = across & Qt::AlignRight ? room : across & Qt::AlignHCenter ? room / 2 : 0;
        line.setPosition({left, height + ascent - line.ascent()});
        height += ascent + std::max(box.descent, qRound(line.descent()));
    }
    layout.endLayout();
    if (painter) {
        const QRect area = contentsRect();
        const int room = area.height() - height;
        const int top = alignment() & Qt::AlignBottom ? room : alignment() & Qt::AlignVCenter ? room / 2 : 0;
        layout.draw(painter, QPointF(area.left(), area.top() + top));
    }
    return height;
}

int TextLabel::heightOfLines(int width) const
{
    const QMargins margins = contentsMargins();
    return layOutLines(width - margins.left() - margins.right(), nullptr) + margins.top() + margins.bottom();
}

QSize TextLabel::sizeHint() const
{
    evenLines();
    const QSize size = QLabel::sizeHint();
    return hasOwnLines() ? QSize(size.width(), heightForWidth(size.width())) : size;
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    if (m_elided)
        return {fontMetrics().averageCharWidth() * 3, sizeHint().height()};
    if (!hasOwnLines())
        return size;
    return {size.width(),
            wordWrap() ? std::max(size.height(), heightForWidth(QWIDGETSIZE_MAX)) : sizeHint().height()};
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
    const int height = hasOwnLines() ? heightOfLines(width) : QLabel::heightForWidth(width);
    m_heights[m_nextHeight++ % m_heights.size()] = {width, height};
    return height;
}

void TextLabel::changeEvent(QEvent* event)
{
    m_heights.fill({});
    if (event->type() == QEvent::LanguageChange)
        updateGeometry(); // a name stays, and its line gets another height
    QLabel::changeEvent(event);
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (!m_elided && !hasOwnLines()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    drawFrame(&painter);
    painter.setPen(palette().color(foregroundRole()));
    if (m_elided)
        paintElided(painter);
    else
        layOutLines(contentsRect().width(), &painter);
}

void TextLabel::paintElided(QPainter& painter)
{
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_mode, area.width());
    if (shown != text() && toolTip().isEmpty())
        setToolTip(text());
    paintText(painter, area, QStyle::visualAlignment(layoutDirection(), alignment()), shown);
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

void IconLabel::setBesideLine(theme::Step step)
{
    m_line = step;
    fitLine();
}

void IconLabel::fitLine()
{
    const int line = m_line ? theme::lineBox(theme::font(*m_line)).height() : 0;
    setFixedSize(m_size, std::max(m_size, line));
}

void IconLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fitLine();
    QWidget::changeEvent(event);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, (height() - m_size) / 2,
                       theme::pixmap(m_name, m_role, m_size, devicePixelRatioF()));
}

QFrame* makeRule(Qt::Orientation orientation, QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", orientation == Qt::Horizontal ? QStringLiteral("horizontal")
                                                            : QStringLiteral("vertical"));
    return rule;
}

} // namespace lepton::ui
