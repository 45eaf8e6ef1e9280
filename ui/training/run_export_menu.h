// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/export/run_export.h"

#include <QMenu>

namespace lepton::ui {

/// In which form a run leaves the workspace, and then where to: run.export.model, .mlflow, .tensorboard.
class RunExportMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit RunExportMenu(QWidget* parent = nullptr);

    /// @p name is "R-12". Without a model there is none to export, and its entry says so.
    void setRun(const QString& name, bool hasModel);
    void retranslate();

Q_SIGNALS:
    void chosen(lepton::train::RunFormat format, const QString& folder);

private:
    void chooseFolder(train::RunFormat format);

    QAction* m_model;
    QAction* m_mlflow;
    QAction* m_tensorBoard;
    QString m_name;
};

} // namespace lepton::ui
