// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/register_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/folder_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/name_rule.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QShortcut>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

/// Cuts a long choice with an ellipsis; the list has the whole of it.
class ElidedCombo final : public QComboBox
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        const int room =
            style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

} // namespace

RegisterDialog::RegisterDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& run)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_wantedRun(run)
    , m_source(new Segment)
    , m_run(new ElidedCombo)
    , m_folder(new QLineEdit)
    , m_choose(new Button(tr("Choose…"), ButtonKind::Secondary))
    , m_model(new QComboBox)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_register(new Button(tr("Register"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("register"));
    setHeader(QStringLiteral("models"), tr("Register model"));
    m_source->setObjectName(QStringLiteral("register.source"));
    m_source->add(FromRun, tr("From a run"))->setObjectName(QStringLiteral("register.source.run"));
    m_source->add(FromFolder, tr("From a folder"))->setObjectName(QStringLiteral("register.source.folder"));
    m_source->setAccessibleName(tr("Where the model comes from"));
    m_source->setCurrent(FromRun);
    m_run->setObjectName(QStringLiteral("register.run"));
    m_folder->setObjectName(QStringLiteral("register.folder.edit"));
    m_choose->setObjectName(QStringLiteral("register.choose.button"));
    m_model->setObjectName(QStringLiteral("register.model"));
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_register->setObjectName(QStringLiteral("register.register.button"));
    m_banner->setObjectName(QStringLiteral("register.banner"));
    build();
    m_read.run(
        [backend = m_backend] {
            return Read{backend->runs(), backend->overview()};
        },
        [this](const Read& read) { take(read); },
        [this](const base::Error& error) {
            m_banner->setError(tr("The runs cannot be read."), error);
            m_banner->show();
        });
    showSource();
}

void RegisterDialog::build()
{
    m_runField = new FormField(tr("Run"), m_run);
    m_folderField = new FormField(tr("Folder of the model"), m_folder);
    m_folderField->setHint(
        tr("A fine-tuned Hugging Face classifier. How it was trained is then not known here, "
           "so gates on its test rows cannot pass."));
    m_modelField = new FormField(tr("Model"), m_model);
    m_modelField->setHint(tr("Choose one to add a version to, or type a new name."));
    m_folderField->addBeside(m_choose);
    m_banner->hide();
    m_progress->hide();
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_banner);
    body()->addWidget(m_source, 0, Qt::AlignLeft);
    body()->addWidget(m_runField);
    body()->addWidget(m_folderField);
    body()->addWidget(m_modelField);
    body()->addWidget(m_progress);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("register.cancel.button"));
    addButton(cancel);
    addButton(m_register);
    setWantedSize({560, 400});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_work.cancel(); });
    connect(m_register, &QPushButton::clicked, this, &RegisterDialog::submit);
    connect(m_choose, &QPushButton::clicked, this, &RegisterDialog::chooseFolder);
    connect(m_source, &Segment::chosen, this, &RegisterDialog::showSource);
    connect(m_run, &QComboBox::currentIndexChanged, this, &RegisterDialog::validate);
    connect(m_run, &QComboBox::currentTextChanged, m_run, &QComboBox::setToolTip);
    connect(m_folder, &QLineEdit::textChanged, this, &RegisterDialog::validate);
    connect(m_model, &QComboBox::editTextChanged, this, &RegisterDialog::validate);
    connect(&m_work, &ModelWork::changed, this, &RegisterDialog::updateWork);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_register,
            &QPushButton::click);
}

void RegisterDialog::take(const Read& read)
{
    m_isRead = true;
    m_runs = read.runs;
    m_whyNot = read.overview.whyNotRegister;
    int chosen = -1;
    for (const RegistrableRun& run : m_runs) {
        const QString name = DatasetText::from(run.name);
        const QString figure = run.macroF1 ? tr("%1 %2", "a metric and its value")
                                                 .arg(ModelText::testScore(), ModelText::score(run.macroF1))
                                           : QString();
        QString text = tr("%1, %2, %3", "run, data set, base model")
                           .arg(name, DatasetText::from(run.dataset), DatasetText::from(run.baseModel));
        if (!figure.isEmpty())
            text = tr("%1, %2", "a run and its score").arg(text, figure);
        if (!run.version.empty())
            text = tr("%1 (is %2)", "a run, and the version that it is")
                       .arg(text, DatasetText::from(run.version));
        m_run->addItem(text, name);
        const bool isWanted = m_wantedRun.isEmpty() ? run.version.empty() : name == m_wantedRun;
        if (chosen < 0 && isWanted)
            chosen = m_run->count() - 1;
    }
    m_run->setCurrentIndex(chosen < 0 && m_run->count() > 0 ? 0 : chosen);
    for (const ModelSummary& model : read.overview.models)
        m_model->addItem(DatasetText::from(model.name));
    m_model->setCurrentIndex(read.overview.models.size() == 1 ? 0 : -1);
    if (read.overview.models.size() != 1)
        m_model->setEditText({});
    m_model->setFocus();
    validate();
}

void RegisterDialog::showSource()
{
    const bool isRun = m_source->current() == FromRun;
    m_runField->setVisible(isRun);
    m_folderField->setVisible(!isRun);
    validate();
}

void RegisterDialog::chooseFolder()
{
    askForFolder(this, tr("Folder of the model"), m_folder->text(),
                 [this](const QString& folder) { m_folder->setText(folder); });
}

void RegisterDialog::validate()
{
    QString problem;
    const bool isRun = m_source->current() == FromRun;
    if (m_work.isRunning())
        problem = tr("The model is being registered.");
    else if (!m_isRead)
        problem = tr("Runs and models are being read.");
    else if (m_whyNot)
        problem = CoreText::error(*m_whyNot);
    else if (isRun && m_runs.empty())
        problem = tr("No run is complete yet.");
    else if (isRun && m_run->currentIndex() < 0)
        problem = tr("Choose a run.");
    else if (!isRun && m_folder->text().trimmed().isEmpty())
        problem = tr("Choose the folder of a model.");
    QString wrongName;
    if (m_model->currentText().isEmpty()) {
        if (problem.isEmpty())
            problem = tr("The model needs a name.");
    } else {
        wrongName = NameRule::whyNot(m_model->currentText());
        if (problem.isEmpty())
            problem = wrongName;
    }
    m_modelField->setError(wrongName);
    m_register->setDisabledReason(problem);
    setFooterText(problem == wrongName ? QString() : problem);
}

void RegisterDialog::updateWork()
{
    const bool isWorking = m_work.isRunning();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_source, m_run, m_folder, m_choose, m_model})
        widget->setEnabled(!isWorking);
    m_progress->setVisible(isWorking);
    if (isWorking)
        m_progress->setText(ModelText::progress(m_work.progress()));
    validate();
}

void RegisterDialog::submit()
{
    if (!m_register->isEnabled())
        return;
    m_banner->hide();
    const bool isRun = m_source->current() == FromRun;
    m_work.start(
        [backend = m_backend, isRun, run = m_run->currentData().toString().toStdString(),
         folder = std::filesystem::path(m_folder->text().trimmed().toStdString()),
         model = m_model->currentText().toStdString()](const base::Cancellation& cancellation,
                                                       base::Progress& progress) {
            return isRun ? backend->registerRun(run, model)
                         : backend->registerFolder(folder, model, cancellation, progress);
        },
        [this](const VersionName& made) {
            Q_EMIT registered(DatasetText::from(made.model), made.number);
            accept();
        },
        [this](const base::Error& error) {
            m_banner->setError(tr("Nothing was registered."), error);
            m_banner->show();
        });
}

void registerModel(QWidget* over, std::shared_ptr<ModelsBackend> backend, Navigator& navigator,
                   const QString& run)
{
    auto* dialog = new RegisterDialog(over, std::move(backend), run);
    QObject::connect(
        dialog, &RegisterDialog::registered, over, [&navigator](const QString& model, int version) {
            navigator.toast(
                RegisterDialog::tr("%1 is registered", "a version").arg(ModelText::version(model, version)));
            navigator.go(modelRoute(model, version));
        });
    dialog->open();
}

} // namespace lepton::ui
