// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/words_edit.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int padding = 4;
constexpr int editWidth = 64;

} // namespace

WordsEdit::WordsEdit(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusProxy(m_edit);
    m_edit->setProperty("bare", true);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::editingFinished, this, &WordsEdit::commit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.contains(QLatin1Char(',')) || text.contains(QChar(0xFF0C)))
            commit();
    });
}

void WordsEdit::setWords(const QStringList& words)
{
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

void WordsEdit::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void WordsEdit::setEditName(const QString& objectName, const QString& accessibleName)
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(accessibleName);
}

void WordsEdit::rebuild()
{
    for (auto* chip : m_chips)
        chip->deleteLater();
    m_chips.clear();
    for (const auto& word : m_words) {
        auto* chip = new WordChip(word, this);
        connect(chip, &QAbstractButton::clicked, this, [this, word] { remove(word); });
        chip->show();
        m_chips << chip;
        setTabOrder(m_chips.size() > 1 ? static_cast<QWidget*>(m_chips[m_chips.size() - 2]) : this, chip);
    }
    updateGeometry();
    arrange(width(), true);
    update();
}

void WordsEdit::commit()
{
    auto text = m_edit->text();
    text.replace(QChar(0xFF0C), QLatin1Char(','));
    bool added = false;
    for (const auto& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto word = part.trimmed();
        if (word.isEmpty() || m_words.contains(word))
            continue;
        m_words << word;
        added = true;
    }
    if (!m_edit->text().isEmpty())
        m_edit->clear();
    if (!added)
        return;
    rebuild();
    Q_EMIT edited();
}

void WordsEdit::remove(const QString& word)
{
    if (!m_words.removeOne(word))
        return;
    rebuild();
    m_edit->setFocus();
    Q_EMIT edited();
}

int WordsEdit::arrange(int width, bool apply) const
{
    const int inner = std::max(editWidth, width - 2 * padding);
    int x = 0;
    int y = padding;
    const int line = theme::fieldHeight - 2 * padding;
    for (auto* chip : m_chips) {
        const int chipWidth = std::min(chip->sizeHint().width(), inner);
        if (x > 0 && x + chipWidth > inner) {
            x = 0;
            y += line + padding;
        }
        if (apply)
            chip->setGeometry(padding + x, y + (line - theme::chipHeight) / 2, chipWidth, theme::chipHeight);
        x += chipWidth + padding;
    }
    if (x > 0 && x + editWidth > inner) {
        x = 0;
        y += line + padding;
    }
    if (apply)
        m_edit->setGeometry(padding + x + padding, y - 3, std::max(editWidth, inner - x - padding), line + 6);
    return y + line + padding;
}

QSize WordsEdit::sizeHint() const
{
    return {200, arrange(std::max(width(), 120), false)};
}

int WordsEdit::heightForWidth(int width) const
{
    return arrange(width, false);
}

void WordsEdit::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    painter.setBrush(theme::color(isEnabled() ? theme::Role::Surface : theme::Role::Sunken));
    painter.setPen(QPen(theme::color(focused ? theme::Role::Accent : theme::Role::Line2), focused ? 2 : 1));
    const double inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme::radiusControl,
                            theme::radiusControl);
}

void WordsEdit::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
    updateGeometry();
}

bool WordsEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_words.isEmpty()) {
            remove(m_words.last());
            return true;
        }
        // Enter adds the word; only an empty field lets it through to the form.
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_edit->text().isEmpty()) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WordsEdit::mousePressEvent(QMouseEvent* event)
{
    m_edit->setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

WordChip::WordChip(const QString& word, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(word);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(WordsEdit::tr("Remove %1").arg(word));
    setToolTip(WordsEdit::tr("Remove %1").arg(word));
}

QSize WordChip::sizeHint() const
{
    return chipSize({.text = text(), .kind = ChipKind::Neutral, .icon = QStringLiteral("close")});
}

void WordChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto kind = underMouse() || hasFocus() ? ChipKind::Accent : ChipKind::Neutral;
    paintChip(painter, rect(), {.text = text(), .kind = kind, .icon = QStringLiteral("close")});
}

} // namespace lepton::ui
