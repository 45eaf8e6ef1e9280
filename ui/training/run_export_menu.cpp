// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_export_menu.h"

#include "ui/widgets/folder_dialog.h"

#include <QFileDialog>

namespace lepton::ui {

using train::RunFormat;

RunExportMenu::RunExportMenu(QWidget* parent)
    : QMenu(parent)
    , m_model(addAction(QString()))
    , m_mlflow(addAction(QString()))
    , m_tensorBoard(addAction(QString()))
{
    setObjectName(QStringLiteral("run.export.menu"));
    setToolTipsVisible(true);
    m_model->setObjectName(QStringLiteral("run.export.model"));
    m_mlflow->setObjectName(QStringLiteral("run.export.mlflow"));
    m_tensorBoard->setObjectName(QStringLiteral("run.export.tensorboard"));
    connect(m_model, &QAction::triggered, this, [this] { chooseFolder(RunFormat::HuggingFace); });
    connect(m_mlflow, &QAction::triggered, this, [this] { chooseFolder(RunFormat::Mlflow); });
    connect(m_tensorBoard, &QAction::triggered, this, [this] { chooseFolder(RunFormat::TensorBoard); });
    retranslate();
}

void RunExportMenu::setRun(const QString& name, bool hasModel)
{
    m_name = name;
    m_model->setEnabled(hasModel);
    retranslate();
}

void RunExportMenu::retranslate()
{
    m_model->setText(tr("Model (Hugging Face folder)…"));
    m_model->setToolTip(m_model->isEnabled()
                            ? tr("config.json, weights and tokeniser, as transformers opens them")
                            : tr("There is a model once the run is complete"));
    m_mlflow->setText(tr("Run for MLflow…"));
    m_mlflow->setToolTip(tr("Parameters, metrics, tags, report and model; several runs can share a folder"));
    m_tensorBoard->setText(tr("Run for TensorBoard…"));
    m_tensorBoard->setToolTip(tr("Curves, recipe and report; each run in a folder of its own"));
}

void RunExportMenu::chooseFolder(RunFormat format)
{
    const QString title = format == RunFormat::HuggingFace ? tr("Folder for the model of %1").arg(m_name)
                          : format == RunFormat::Mlflow    ? tr("MLflow folder for %1").arg(m_name)
                                                           : tr("TensorBoard folder for %1").arg(m_name);
    askForFolder(parentWidget(), title, {}, [this, format](const QString& folder) {
        Q_EMIT chosen(format, folder);
    })->setObjectName(QStringLiteral("run.export.folder"));
}

} // namespace lepton::ui
