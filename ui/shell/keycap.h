// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/text_label.h"

namespace lepton::ui {

/// A key or keys in a small frame.
inline QLabel* makeKeycap(const QString& keys, QWidget* parent)
{
    auto* label = new QLabel(keys, parent);
    label->setProperty("keycap", true);
    label->setTextFormat(Qt::PlainText);
    label->setFixedHeight(18);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

} // namespace lepton::ui
