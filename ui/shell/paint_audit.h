// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QImage;
class QWidget;

namespace lepton::ui {

/// What is wrong with how a window is painted. Each line says where and what.

/// Texts of labels, buttons and cells that stand out too little from what is really behind them on
/// @p picture, which shows @p window.
QStringList faintTexts(const QWidget& window, const QImage& picture);
/// What can be pressed or typed into and looks the same under the pointer; and what is disabled and does not.
QStringList wrongHovers(QWidget& window);

} // namespace lepton::ui
