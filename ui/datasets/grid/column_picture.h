// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace lepton::ui {

/// The distribution of a column, large, with its ends below. The accessible name is the caption.
class ColumnPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnPicture(QWidget* parent = nullptr);

    void setProfile(const data::Column& column, const std::optional<data::ColumnProfile>& profile,
                    bool stale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int chartHeight() const;

    data::Column m_column;
    std::optional<data::ColumnProfile> m_profile;
    bool m_stale = false;
};

/// The most frequent values, each with a bar and its number of rows.
class TopValues final : public QWidget
{
    Q_OBJECT

public:
    explicit TopValues(QWidget* parent = nullptr);

    void setProfile(const std::optional<data::ColumnProfile>& profile, bool stale);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<std::pair<QString, std::int64_t>> m_values;
    std::int64_t m_rows = 0;
    bool m_stale = false;
};

} // namespace lepton::ui
