// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPushButton>

class QMenu;

namespace lepton::ui {

/// A field with a funnel or lens in front and a cross behind, 28 high.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(const QString& iconName = QStringLiteral("filter"), QWidget* parent = nullptr);
    /// Placeholder and accessible name.
    void setLabel(const QString& text);
};

/// A button with a menu, such as "Department"; active with its value: "Department: Risk".
class FilterButton : public QPushButton
{
    Q_OBJECT

public:
    explicit FilterButton(QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// The whole text while active ("Department: Risk"); empty when nothing is filtered by it.
    void setActiveText(const QString& text);
    bool isActive() const noexcept { return !m_activeText.isEmpty(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show();

    QString m_label;
    QString m_activeText;
};

/// A part of an active filter that a click removes.
class FilterChip : public QPushButton
{
    Q_OBJECT

public:
    /// @p removeName is the accessible name ("Remove department: Risk").
    FilterChip(const QString& text, const QString& removeName, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace lepton::ui
