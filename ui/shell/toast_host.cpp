// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast_host.h"

#include "ui/theme/theme.h"
#include "ui/theme/wishes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QPropertyAnimation>

#include <chrono>
#include <utility>

namespace lepton::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto timeWithUndo = 8s;
constexpr auto timeAlone = 5s;
constexpr int fadeTime = 120; // ms
constexpr int widest = 520;
constexpr int besideText = 60; ///< margins and the cross

} // namespace

ToastHost::ToastHost(QWidget* window)
    : QFrame(window)
    , m_text(new TextLabel(theme::Step::Body, theme::Role::Text, this))
    , m_undoButton(new Button(ButtonKind::Link, this))
    , m_close(new IconButton(QStringLiteral("close"), 24, this))
    , m_effect(new QGraphicsOpacityEffect(this))
    , m_animation(new QPropertyAnimation(m_effect, "opacity", this))
{
    setProperty("card", QStringLiteral("true"));
    setObjectName(QStringLiteral("toast"));
    m_text->setElided(true);
    m_undoButton->setObjectName(QStringLiteral("toast.undo.button"));
    m_undoButton->setSmall(true);
    m_close->setObjectName(QStringLiteral("toast.close.button"));
    m_close->setIconSize(QSize(12, 12));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap16, theme::gap8, theme::gap8, theme::gap8);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undoButton);
    layout->addWidget(m_close);

    setGraphicsEffect(m_effect);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastHost::hideToast);
    connect(m_undoButton, &QPushButton::clicked, this, [this] { undo(); });
    connect(m_close, &QToolButton::clicked, this, &ToastHost::hideToast);
    connect(m_animation, &QPropertyAnimation::finished, this, [this] {
        if (m_effect->opacity() < 0.5)
            hide();
    });
    window->installEventFilter(this);
    hide();
    retranslate();
}

void ToastHost::showToast(const QString& text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    // Nothing waits for the time of one without an undo, so it says all that it has to.
    const bool wraps = !m_undo && m_text->fontMetrics().horizontalAdvance(text) > widest - besideText;
    m_text->setElided(!wraps);
    m_text->setWordWrap(wraps);
    m_text->setText(text);
    m_text->setToolTip({});
    m_undoButton->setVisible(static_cast<bool>(m_undo));
    setAccessibleName(text);
    place();
    show();
    raise();
    fade(true);
    m_timer.start(m_undo || wraps ? timeWithUndo : timeAlone);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ToastHost::hideToast()
{
    m_timer.stop();
    m_undo = {};
    if (isVisible())
        fade(false);
}

bool ToastHost::undo()
{
    if (!m_undo)
        return false;
    const auto undo = std::exchange(m_undo, {});
    hideToast();
    undo();
    return true;
}

QString ToastHost::text() const
{
    return isVisible() ? m_text->text() : QString();
}

void ToastHost::retranslate()
{
    m_undoButton->setText(tr("Undo"));
    m_close->setLabel(tr("Dismiss"));
    if (!m_undo)
        hideToast(); // it speaks the language before
}

bool ToastHost::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

void ToastHost::enterEvent(QEnterEvent* event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void ToastHost::leaveEvent(QEvent* event)
{
    if (isVisible())
        m_timer.start(m_undo ? timeWithUndo : timeAlone);
    QFrame::leaveEvent(event);
}

void ToastHost::place()
{
    int footHeight = 0;
    for (const QWidget* part : parentWidget()->findChildren<QWidget*>()) {
        if (part->isVisible() && part->property("pageFoot").toBool())
            footHeight = part->height();
    }
    layout()->activate();
    const QSize size = m_text->wordWrap()
                           ? QSize(widest, layout()->totalHeightForWidth(widest))
                           : sizeHint().boundedTo(QSize(widest, 48)).expandedTo(QSize(200, 44));
    const QWidget* window = parentWidget();
    move(window->width() - size.width() - theme::gap24,
         window->height() - theme::stripHeight - footHeight - size.height() - theme::gap16);
    resize(size);
}

void ToastHost::fade(bool in)
{
    m_animation->stop();
    m_animation->setDuration(theme::fadeTime(fadeTime));
    m_animation->setStartValue(m_effect->opacity());
    m_animation->setEndValue(in ? 1.0 : 0.0);
    if (in && !isVisible())
        m_animation->setStartValue(0.0);
    m_animation->start();
}

} // namespace lepton::ui
