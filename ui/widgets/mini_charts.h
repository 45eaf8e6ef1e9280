// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace lepton::ui {

/// A small line of values. The accessible name is the sentence given with them.
class Spark : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    void setValues(std::vector<double> values, const QString& sentence);
    QSize sizeHint() const override { return {96, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_values;
};

/// A share as a bar 4 high.
class Bar : public QWidget
{
    Q_OBJECT

public:
    explicit Bar(QWidget* parent = nullptr);
    /// @p share 0 to 1. @p sentence is the accessible name ("59 %").
    void setShare(double share, const QString& sentence, theme::Role fill = theme::Role::Progress);
    double share() const noexcept { return m_share; }
    QSize sizeHint() const override { return {56, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
    theme::Role m_fill = theme::Role::Progress;
};

/// A small histogram.
class MiniHist : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    void setCounts(std::vector<double> counts, const QString& sentence);
    QSize sizeHint() const override { return {120, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_counts;
};

/// A person: a circle with an initial.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    /// @p side is 20 or 28.
    explicit Avatar(int side = 20, QWidget* parent = nullptr);
    void setMember(const QString& name, const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_id;
};

} // namespace lepton::ui
