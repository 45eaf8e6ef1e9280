// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/data_preview.h"

#include <QWidget>

#include <array>

namespace lepton::ui {

/// How the rows are parted into train, validation and test: a bar, and under it a word and the rows of each.
class SplitBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(QWidget* parent = nullptr);

    void setCounts(const train::PartCounts& counts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QString name;
        QString rows;
    };
    std::array<Entry, train::partCount> entries() const;

    train::PartCounts m_counts{};
};

} // namespace lepton::ui
