// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <set>

class QWidget;

namespace lepton::ui {

/// What is wrong with what a window shows, found by walking it. Each line says where and what.

/// Its class and the nearest name: "QLabel in settings.members".
QString whereIs(const QWidget& widget);
/// Labels and buttons whose text does not fit, other than labels that are cut on purpose with a tooltip.
QStringList clippedTexts(const QWidget& window);
/// Widgets that take the focus and have no name in the tree of QAccessible.
QStringList namelessWidgets(QWidget& window);
/// Texts of buttons, tabs and empty fields.
QStringList fixedTexts(const QWidget& window);
/// @p window with the dialogs that stand over it, as a person sees it.
QPixmap pictureOf(QWidget& window);

/// Stands behind the program's translators and writes down what none of them knew. Install it before them.
class MissingTranslations final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* note, int n) const override;
    /// "context: source", of the program's own contexts.
    QStringList missing() const;
    void clear();

private:
    struct Found;
    static std::shared_ptr<Found> makeFound();

    std::shared_ptr<Found> m_found = makeFound();
};

} // namespace lepton::ui
