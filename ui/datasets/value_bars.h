// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace lepton::ui {

/// Values with a bar and their number of rows, one a line: the most frequent values of a column.
class ValueBars final : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QString label;
        std::int64_t count = 0;
    };

    explicit ValueBars(QWidget* parent = nullptr);

    /// @p whole is what a full bar stands for; 0: the largest of @p items.
    void setItems(std::vector<Item> items, std::int64_t whole = 0);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;

    std::vector<Item> m_items;
    std::int64_t m_whole = 0;
};

} // namespace lepton::ui
