// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace lepton::ui {

/// Asks for a folder over @p over, from @p begin on (empty: from the home folder), and returns at once. Where
/// the person chooses one, @p chosen is called with it. @return the dialog, to name it by
QFileDialog* askForFolder(QWidget* over, const QString& title, const QString& begin,
                          std::function<void(const QString& folder)> chosen);

} // namespace lepton::ui
