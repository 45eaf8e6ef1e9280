// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>
#include <QString>

class QApplication;

namespace lepton::ui::theme {

/// Sizes of type, relative to the system's UI font.
enum class Step
{
    Caption,
    Small,
    Body,
    Strong,
    CardTitle,
    Section,
    PageTitle,
    Stat,
    Welcome,
    Code
};

/// Light, dark, or what the desktop says.
enum class Mode
{
    System,
    Light,
    Dark
};

/// Palette, style sheet, style and base font of the application. Make one after the QApplication, in main;
/// it registers itself with the application, where color(), font() and icon() find it.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication& application);
    ~Theme() override;

    Mode mode() const noexcept { return m_mode; }
    /// Switches live; every widget repaints.
    void setMode(Mode mode);
    bool isDark() const noexcept { return m_tokens->isDark(); }
    const Tokens& tokens() const noexcept { return *m_tokens; }
    const QFont& baseFont() const noexcept { return m_base; }

Q_SIGNALS:
    /// The colours are others now. Widgets painted by hand get QEvent::StyleChange as well.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    const Tokens* m_tokens;
    Mode m_mode = Mode::System;
    QFont m_base;
    bool m_applying = false;
};

/// The colour of @p role now.
QColor color(Role role);
/// The font of @p step now.
QFont font(Step step);
/// 400, 500 or 600 at the size of @p step.
QFont font(Step step, QFont::Weight weight);
bool isDark();

/// The icon resources/icons/@p name.svg in the colour of @p role. The icon follows the theme by itself.
QIcon icon(const QString& name, Role role = Role::Text2);
/// With another colour while checked or selected.
QIcon icon(const QString& name, Role role, Role onRole);
/// The same as a picture of @p size logical pixels, for painting by hand. Cached.
QPixmap pixmap(const QString& name, Role role, int size, qreal devicePixelRatio);

/// Space in pixels: the only gaps there are.
inline constexpr int gap4 = 4, gap8 = 8, gap12 = 12, gap16 = 16, gap20 = 20, gap24 = 24, gap32 = 32;
/// Radii in pixels.
inline constexpr int radiusTag = 4, radiusControl = 6, radiusCard = 8, radiusDialog = 10;
/// Heights in pixels.
inline constexpr int headerHeight = 48, pageHeaderHeight = 56, tabHeight = 36, cardHeaderHeight = 40,
                     stripHeight = 36, fieldHeight = 30, smallFieldHeight = 26, filterHeight = 28,
                     chipHeight = 20, navHeight = 32, rowDense = 28, rowNormal = 32, rowTwoLines = 44,
                     tableHeaderHeight = 32, iconSide = 16, smallIconSide = 12;
/// Widths in pixels: of a field for a name; and of a window below which the rail shows its icons alone and
/// panes lie over lists.
inline constexpr int fieldWidth = 264, narrowWindow = 1360;

} // namespace lepton::ui::theme
