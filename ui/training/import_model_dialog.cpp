// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/import_model_dialog.h"

#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/folder_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/name_rule.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/rights_gate.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

ImportModelDialog::ImportModelDialog(QWidget* over, std::shared_ptr<TrainingBackend> backend,
                                     const QString& folder)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_rights(m_backend)
    , m_folder(new QLineEdit)
    , m_name(new QLineEdit)
    , m_choose(new Button(tr("Choose…"), ButtonKind::Secondary))
    , m_import(new Button(tr("Import"), ButtonKind::Primary))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_work(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("importModel"));
    setHeader(QStringLiteral("models"), tr("Import base model"));
    m_folder->setObjectName(QStringLiteral("importModel.folder.edit"));
    m_name->setObjectName(QStringLiteral("importModel.name.edit"));
    m_choose->setObjectName(QStringLiteral("importModel.choose.button"));
    m_import->setObjectName(QStringLiteral("importModel.import.button"));
    m_import->setIconName(QStringLiteral("upload"));
    m_import->setDefault(true);

    m_folderField = new FormField(tr("Folder of the model"), m_folder);
    m_folderField->setHint(
        tr("A Hugging Face folder: config.json, model.safetensors, and tokenizer.json or vocab.txt."));
    m_nameField = new FormField(tr("Name in this workspace"), m_name);
    m_folderField->addBeside(m_choose);

    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    m_banner->hide();
    m_work->hide();
    body()->addWidget(m_banner);
    body()->addWidget(m_folderField);
    body()->addWidget(m_nameField);
    body()->addWidget(m_work);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("importModel.cancel.button"));
    addButton(cancel);
    addButton(m_import);
    setWantedSize({560, 360});

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_run.cancel(); });
    connect(m_choose, &QPushButton::clicked, this, &ImportModelDialog::chooseFolder);
    connect(m_import, &QPushButton::clicked, this, &ImportModelDialog::import);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_import,
            &QPushButton::click);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_nameIsOurs) {
            const QString proposed = QDir(text.trimmed()).dirName();
            m_name->setText(text.trimmed().isEmpty() ? QString() : proposed);
        }
        validate();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsOurs = false; });
    connect(m_name, &QLineEdit::textChanged, this, &ImportModelDialog::validate);
    connect(&m_rights, &Rights::changed, this, &ImportModelDialog::validate);
    m_rights.refresh();
    setFolder(folder);
    m_folder->setFocus();
    validate();
}

void ImportModelDialog::chooseFolder()
{
    askForFolder(this, tr("Folder of the model"), m_folder->text(),
                 [this](const QString& folder) { setFolder(folder); });
}

void ImportModelDialog::setFolder(const QString& folder)
{
    m_folder->setText(folder);
}

void ImportModelDialog::validate()
{
    QString problem;
    if (m_folder->text().trimmed().isEmpty()) {
        problem = tr("Choose the folder of a model.");
        m_nameField->setError({});
    } else {
        problem = NameRule::whyNot(m_name->text());
        m_nameField->setError(problem);
    }
    if (const QString why = m_rights.whyNot(train::TrainAction::Import); !why.isEmpty())
        problem = why;
    if (m_run.isRunning())
        problem = tr("The model is being read.");
    m_import->setDisabledReason(problem);
    setFooterText(problem);
}

void ImportModelDialog::import()
{
    if (!m_import->isEnabled())
        return;
    m_banner->hide();
    m_run.run(
        [backend = m_backend, folder = std::filesystem::path(m_folder->text().trimmed().toStdString()),
         name = m_name->text().toStdString()](const base::Cancellation& cancellation) {
            base::Progress progress;
            return backend->importBaseModel(folder, name, cancellation, progress);
        },
        [this](const train::BaseModelOutcome& outcome) {
            QString notice;
            for (const auto& one : outcome.notices)
                notice += (notice.isEmpty() ? QString() : QStringLiteral(" ")) + TrainingText::notice(one);
            Q_EMIT imported(QString::fromStdString(outcome.model.name), notice);
            accept();
        },
        [this](const base::Error& error) {
            setBusy(false);
            m_banner->setError(tr("Nothing was imported."), error);
            m_banner->show();
            if (error.code() == base::ErrorCode::Exists)
                m_name->setFocus();
        });
    setBusy(true);
}

void ImportModelDialog::setBusy(bool busy)
{
    for (QWidget* field :
         {static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_choose)})
        field->setEnabled(!busy);
    m_work->setText(tr("The files are being checked and copied. Cancel leaves nothing behind."));
    m_work->setVisible(busy);
    validate();
}

void importBaseModel(QWidget* over, std::shared_ptr<TrainingBackend> backend, Navigator& navigator)
{
    const auto whyNot = [backend] { return backend->whyNot(train::TrainAction::Import); };
    whenAllowed(over, ImportModelDialog::tr("Import base model"), whyNot, [over, backend, &navigator] {
        auto* dialog = new ImportModelDialog(over, backend);
        QObject::connect(dialog, &ImportModelDialog::imported, over, [&navigator](const QString& name) {
            navigator.toast(ImportModelDialog::tr("%1 is imported", "name of a base model").arg(name));
        });
        dialog->open();
    });
}

} // namespace lepton::ui
