// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

#include <array>
#include <limits>
#include <optional>

namespace lepton::ui {

/// Gives @p widget the size and colour of text by properties that the style sheet knows, so that both follow
/// the theme. @p tone is one of Text, Text2, Text3, Accent, Good, Warn, Bad.
void setTextStyle(QWidget* widget, theme::Step step, theme::Role tone = theme::Role::Text);
/// Sets a dynamic property that the style sheet asks for, and has the widget styled anew.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

/// A label in one of the steps of type. May be told to cut its text with an ellipsis; the tooltip then has it
/// whole. Its lines are as high as the language asks, whatever letters stand in them: labels in one row share
/// a base line.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(theme::Step step = theme::Step::Body, theme::Role tone = theme::Role::Text,
                       QWidget* parent = nullptr);
    TextLabel(const QString& text, theme::Step step, theme::Role tone = theme::Role::Text,
              QWidget* parent = nullptr);

    /// Shown in one line, cut at the end (or in the middle) where there is no room for it.
    void setElided(bool on, Qt::TextElideMode mode = Qt::ElideRight);
    bool isElided() const noexcept { return m_elided; }
    void setTone(theme::Role tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Remembered for the last widths: layouts inside each other ask for the same ones again and again, and
    /// breaking the lines anew each time took a third of the time that a page needs to appear.
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// What heights depend on besides the width.
    struct Looks
    {
        QString text;
        QFont font;
        QMargins margins;
        bool isWrapped = false;
        friend bool operator==(const Looks&, const Looks&) = default;
    };
    struct Height
    {
        int width = std::numeric_limits<int>::min(); ///< of none
        int height = 0;
    };

    bool hasOwnLines() const;
    void evenLines() const;
    int layOutLines(int width, QPainter* painter) const;
    int heightOfLines(int width) const;
    void paintElided(QPainter& painter);

    mutable Looks m_measured;
    mutable std::array<Height, 4> m_heights{};
    mutable std::size_t m_nextHeight = 0;
    bool m_elided = false;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// A label that shows an icon of the set; follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(const QString& name, theme::Role role = theme::Role::Text2, int size = 16,
                       QWidget* parent = nullptr);

    void setIcon(const QString& name, theme::Role role);
    /// As high as a line of @p step: for an icon at the top of words that may take several lines.
    void setBesideLine(theme::Step step);
    QSize sizeHint() const override { return minimumSize(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitLine();

    QString m_name;
    std::optional<theme::Step> m_line;
    theme::Role m_role;
    int m_size;
};

/// A line of one pixel.
QFrame* makeRule(Qt::Orientation orientation, QWidget* parent = nullptr);

} // namespace lepton::ui
