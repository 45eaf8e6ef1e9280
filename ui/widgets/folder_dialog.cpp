// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/folder_dialog.h"

#include <QDir>
#include <QFileDialog>

#include <utility>

namespace lepton::ui {

QFileDialog* askForFolder(QWidget* over, const QString& title, const QString& begin,
                          std::function<void(const QString& folder)> chosen)
{
    auto* dialog = new QFileDialog(over, title, begin.isEmpty() ? QDir::homePath() : begin);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, std::move(chosen));
    dialog->open();
    return dialog;
}

} // namespace lepton::ui
