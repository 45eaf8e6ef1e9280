// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace lepton::ui {

/// Looks like a field and opens the palette.
class SearchButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit SearchButton(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Paints @p keys as a key cap that ends at @p right, centred in the height of @p area; returns its width.
int paintKeycap(QPainter& painter, const QRect& area, int right, const QString& keys);

} // namespace lepton::ui
