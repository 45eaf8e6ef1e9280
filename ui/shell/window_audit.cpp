// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_audit.h"

#include "ui/widgets/text_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QTabBar>

#include <mutex>

namespace lepton::ui {
namespace {

/// Shown, and not scrolled or folded away.
bool isSeen(const QWidget& widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

bool isClipped(const QLabel& label)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull())
        return false;
    if (const auto* text = qobject_cast<const TextLabel*>(&label); text && text->isElided())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 1;
    return label.sizeHint().width() > label.width() + 1;
}

bool isClipped(const QAbstractButton& button)
{
    return !button.text().isEmpty() && button.maximumWidth() > 1000 &&
           button.sizeHint().width() > button.width() + 1;
}

void walk(QAccessibleInterface* element, QStringList& found, std::set<QObject*>& seen, int depth)
{
    constexpr int deepest = 40;
    if (!element || !element->isValid() || depth > deepest)
        return;
    const QAccessible::State state = element->state();
    if (state.invisible)
        return;
    if (auto* widget = qobject_cast<QWidget*>(element->object()); widget && seen.insert(widget).second) {
        const bool takesFocus =
            widget->focusPolicy() != Qt::NoFocus && widget->isEnabled() && isSeen(*widget);
        if (takesFocus && state.focusable && element->text(QAccessible::Name).trimmed().isEmpty() &&
            !widget->inherits("QFocusFrame") && !widget->inherits("QMainWindow"))
            found << whereIs(*widget);
    }
    // cells and items are as many as there are rows; their texts come from the model
    const QAccessible::Role role = element->role();
    if (role == QAccessible::Table || role == QAccessible::List || role == QAccessible::Tree)
        return;
    for (int i = 0; i < element->childCount(); ++i)
        walk(element->child(i), found, seen, depth + 1);
}

} // namespace

QString whereIs(const QWidget& widget)
{
    const QWidget* named = &widget;
    while (named && named->objectName().isEmpty())
        named = named->parentWidget();
    const QString name = named ? named->objectName() : QString();
    return QStringLiteral("%1 in %2").arg(QLatin1String(widget.metaObject()->className()), name);
}

QStringList clippedTexts(const QWidget& window)
{
    QStringList found;
    const auto labels = window.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (isSeen(*label) && isClipped(*label))
            found << QStringLiteral("%1: “%2”").arg(whereIs(*label), label->text());
    }
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        if (isSeen(*button) && isClipped(*button))
            found << QStringLiteral("%1: “%2”").arg(whereIs(*button), button->text());
    }
    return found;
}

QStringList namelessWidgets(QWidget& window)
{
    QStringList found;
    std::set<QObject*> seen;
    walk(QAccessible::queryAccessibleInterface(&window), found, seen, 0);
    return found;
}

QStringList fixedTexts(const QWidget& window)
{
    QStringList texts;
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        if (isSeen(*button))
            texts << button->text();
    }
    const auto fields = window.findChildren<QLineEdit*>();
    for (const QLineEdit* field : fields) {
        if (isSeen(*field))
            texts << field->placeholderText();
    }
    const auto tabs = window.findChildren<QTabBar*>();
    for (const QTabBar* bar : tabs) {
        for (int i = 0; i < bar->count() && isSeen(*bar); ++i)
            texts << bar->tabText(i);
    }
    texts.removeAll(QString());
    return texts;
}

QPixmap pictureOf(QWidget& window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const auto topLevels = QApplication::topLevelWidgets();
    for (QWidget* top : topLevels) {
        const bool lies = qobject_cast<QDialog*>(top) || qobject_cast<QMenu*>(top);
        if (!lies || !top->isVisible() || !top->parentWidget() || top->parentWidget()->window() != &window)
            continue;
        const QPoint place = window.mapFromGlobal(top->mapToGlobal(QPoint(0, 0)));
        painter.setClipping(false);
        if (!top->mask().isEmpty()) // round corners, as on a screen
            painter.setClipRegion(top->mask().translated(place));
        painter.drawPixmap(place, top->grab());
    }
    return picture;
}

struct MissingTranslations::Found
{
    std::mutex mutex;
    std::set<QString> texts;
};

std::shared_ptr<MissingTranslations::Found> MissingTranslations::makeFound()
{
    return std::make_shared<Found>();
}

QString MissingTranslations::translate(const char* context, const char* source, const char*, int) const
{
    // Qt's own classes have their own translations
    if (context && *context && *context != 'Q' && source && *source) {
        const std::lock_guard lock(m_found->mutex);
        m_found->texts.insert(
            QStringLiteral("%1: %2").arg(QLatin1String(context), QString::fromUtf8(source)));
    }
    return {};
}

QStringList MissingTranslations::missing() const
{
    QStringList list;
    const std::lock_guard lock(m_found->mutex);
    for (const QString& text : m_found->texts)
        list << text;
    return list;
}

void MissingTranslations::clear()
{
    const std::lock_guard lock(m_found->mutex);
    m_found->texts.clear();
}

} // namespace lepton::ui
