// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace lepton::ui {

/// What a chip means; decides its colours.
enum class ChipKind
{
    Neutral,
    Good,
    Warn,
    Bad,
    Accent,
    Outline
};

/// What a chip shows.
struct ChipContent
{
    QString text;
    ChipKind kind = ChipKind::Neutral;
    QString icon; ///< name of the set, or empty
};

/// The size of a chip, 20 high. @p content must have the text.
QSize chipSize(const ChipContent& content);
/// Paints the chip at the left of @p area, centred in its height; returns the width it took.
int paintChip(QPainter& painter, const QRect& area, const ChipContent& content);

/// A small word in a pill: a state or a label, never a button.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);
    explicit Chip(ChipContent content, QWidget* parent = nullptr);

    void setContent(ChipContent content);
    const ChipContent& content() const noexcept { return m_content; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    ChipContent m_content;
};

} // namespace lepton::ui

Q_DECLARE_METATYPE(lepton::ui::ChipKind)
