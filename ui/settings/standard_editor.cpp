// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/standard_editor.h"

#include "ui/settings/json_place.h"
#include "ui/settings/rules_form.h"
#include "ui/settings/standard_text.h"
#include "ui/settings/trial_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr const char* textTask = "text-classification";

/// "production.gates[2].at_least" in the sentence of a refusal.
QString placeIn(const base::Error& error)
{
    static const QRegularExpression place(QStringLiteral("^The standard is not right at (\\S+):"));
    return place.match(QString::fromStdString(error.message())).captured(1);
}

} // namespace

StandardEditor::StandardEditor(std::shared_ptr<StandardsBackend> backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(std::move(backend))
    , m_title(new TextLabel(theme::Step::CardTitle))
    , m_back(new Button(tr("All standards"), ButtonKind::Link))
    , m_name(new QLineEdit)
    , m_department(new QComboBox)
    , m_task(new QComboBox)
    , m_nameField(new FormField(tr("Name"), m_name))
    , m_stage(new Segment)
    , m_rules(new QStackedWidget)
    , m_production(new RulesForm(QStringLiteral("settings.standard.production"), registry::Stage::Production))
    , m_staging(new RulesForm(QStringLiteral("settings.standard.staging"), registry::Stage::Staging))
    , m_form(new QWidget)
    , m_json(new QPlainTextEdit)
    , m_jsonField(new FormField(tr("The same as JSON, which is what is signed"), m_json))
    , m_tryOut(new Button(tr("Try on the versions at hand"), ButtonKind::Secondary))
    , m_stop(new Button(tr("Cancel"), ButtonKind::Secondary))
    , m_progressText(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_publishButton(new Button(tr("Sign and publish"), ButtonKind::Primary))
    , m_banner(new InlineBanner(BannerKind::Fact))
    , m_trial(new TrialModel(this))
    , m_table(new DataTable)
{
    m_back->setObjectName(QStringLiteral("settings.standard.back.button"));
    m_back->setIconName(QStringLiteral("chevron-left"));
    m_title->setObjectName(QStringLiteral("settings.standard.title"));
    m_name->setObjectName(QStringLiteral("settings.standard.name.edit"));
    m_department->setObjectName(QStringLiteral("settings.standard.department.combo"));
    m_department->setEditable(true);
    m_department->lineEdit()->setPlaceholderText(tr("All departments"));
    m_task->setObjectName(QStringLiteral("settings.standard.task.combo"));
    m_task->addItem(tr("All tasks"), QString());
    m_task->addItem(tr("Text classification"), QLatin1String(textTask));
    m_stage->setObjectName(QStringLiteral("settings.standard.stage"));
    m_stage->setAccessibleName(tr("Stage"));
    m_stage->add(0, tr("To production"));
    m_stage->add(1, tr("To staging"));
    m_json->setObjectName(QStringLiteral("settings.standard.json.edit"));
    m_json->setFont(theme::font(theme::Step::Code));
    m_json->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_json->setTabChangesFocus(true);
    m_tryOut->setObjectName(QStringLiteral("settings.standard.try.button"));
    m_tryOut->setIconName(QStringLiteral("search-trials"));
    m_stop->setObjectName(QStringLiteral("settings.standard.stop.button"));
    m_progressText->setObjectName(QStringLiteral("settings.standard.progress"));
    m_publishButton->setObjectName(QStringLiteral("settings.standard.publish.button"));
    m_publishButton->setIconName(QStringLiteral("key"));
    m_banner->setObjectName(QStringLiteral("settings.standard.banner"));
    m_table->setObjectName(QStringLiteral("settings.standard.trial"));
    m_table->setAccessibleName(tr("What the gates say of the versions at hand"));
    layOut();
    connectParts();
    m_stop->hide();
    m_banner->hide();
    m_table->hide();
}

void StandardEditor::connectParts()
{
    connect(m_back, &QPushButton::clicked, this, &StandardEditor::closeRequested);
    connect(m_name, &QLineEdit::textEdited, this, &StandardEditor::takeForm);
    connect(m_department, &QComboBox::editTextChanged, this, &StandardEditor::takeForm);
    connect(m_task, &QComboBox::activated, this, &StandardEditor::takeForm);
    connect(m_production, &RulesForm::changed, this, &StandardEditor::takeForm);
    connect(m_staging, &RulesForm::changed, this, &StandardEditor::takeForm);
    connect(m_stage, &Segment::chosen, this, [this](int row) { m_rules->setCurrentIndex(row); });
    connect(m_json, &QPlainTextEdit::textChanged, this, [this] {
        takeText();
        if (m_standard)
            fillForm(*m_standard);
    });
    connect(m_tryOut, &QPushButton::clicked, this, &StandardEditor::tryOut);
    connect(m_stop, &QPushButton::clicked, this, &StandardEditor::stopTrying);
    connect(m_publishButton, &QPushButton::clicked, this, &StandardEditor::publish);
    connect(&m_progress, &ProgressWatch::changed, this, [this] {
        const auto share = m_progress.state().share();
        m_progressText->setText(share ? tr("The versions are being scored: %1 %", "share of this step")
                                            .arg(QLocale().toString(int(*share * 100)))
                                      : tr("The versions are being scored."));
    });
}

void StandardEditor::edit(const QString& text, bool isNext)
{
    stopTrying();
    m_isNext = isNext;
    m_tried.clear();
    m_refusal.reset();
    m_table->hide();
    m_banner->hide();
    m_name->setReadOnly(isNext);
    m_nameField->setHint(isNext ? tr("A standard keeps its name, and what it is for.") : QString());
    m_department->setEnabled(!isNext);
    m_task->setEnabled(!isNext);
    m_stage->setCurrent(0);
    m_rules->setCurrentIndex(0);
    const QSignalBlocker blocker(m_json);
    m_json->setPlainText(text);
    takeText();
    if (m_standard)
        fillForm(*m_standard);
    update();
}

QString StandardEditor::text() const
{
    return m_json->toPlainText();
}

void StandardEditor::setFacts(const StandardFacts& facts)
{
    m_self = facts.self;
    const QSignalBlocker blocker(m_department);
    const QString now = m_department->currentText();
    m_department->clear();
    for (const std::string& department : facts.departments)
        m_department->addItem(QString::fromStdString(department));
    m_department->setEditText(now);
    update();
}

void StandardEditor::fillForm(const registry::Standard& standard)
{
    const QSignalBlocker department(m_department);
    m_version = standard.version;
    m_name->setText(QString::fromStdString(standard.name));
    m_department->setEditText(QString::fromStdString(standard.department));
    m_task->setCurrentIndex(m_task->findData(QString::fromStdString(standard.task)));
    m_production->setRules(standard.production);
    m_staging->setRules(standard.staging);
}

void StandardEditor::takeForm()
{
    registry::Standard standard;
    standard.name = m_name->text().toStdString();
    standard.version = m_version;
    standard.department = m_department->currentText().trimmed().toStdString();
    standard.task = m_task->currentData().toString().toStdString();
    standard.production = m_production->rules();
    standard.staging = m_staging->rules();
    {
        const QSignalBlocker blocker(m_json);
        m_json->setPlainText(StandardText::json(standard));
    }
    takeText();
}

void StandardEditor::takeText()
{
    m_standard.reset();
    m_json->setExtraSelections({});
    m_jsonField->setError({});
    try {
        m_standard = registry::parseStandard(text().toStdString());
        m_version = m_standard->version;
    } catch (const base::Error& error) {
        showError(error);
    }
    update();
}

void StandardEditor::showError(const base::Error& error)
{
    m_jsonField->setError(CoreText::error(error));
    const int line = error.place().line ? int(*error.place().line) : lineOfPlace(text(), placeIn(error));
    if (line < 1)
        return;
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(theme::color(theme::Role::BadBg));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    mark.cursor = QTextCursor(m_json->document()->findBlockByNumber(line - 1));
    m_json->setExtraSelections({mark});
}

QString StandardEditor::whyNotPublish() const
{
    if (m_publishing.isRunning())
        return tr("The standard is being signed.");
    if (!m_self)
        return tr("Only admins publish standards, and you are not a member here.");
    if (m_self->revoked)
        return tr("Your key was revoked: it signs nothing more.");
    if (!identity::mayDo(m_self->roles, identity::Right::ManageStandards))
        return tr("Only admins publish standards. You can try one out, and give its JSON to an admin.");
    if (!m_standard)
        return tr("The JSON is not right yet.");
    if (m_try.isRunning() || m_tried != text())
        return tr("Try it on the versions at hand first.");
    return m_refusal ? CoreText::error(*m_refusal) : QString();
}

void StandardEditor::update()
{
    const QString name = m_name->text();
    m_title->setText(name.isEmpty() ? tr("New standard")
                                    : tr("%1, version %2", "a standard").arg(name).arg(m_version));
    const bool isTrying = m_try.isRunning();
    m_tryOut->setDisabledReason(isTrying     ? tr("The versions are being scored.")
                                : m_standard ? QString()
                                             : tr("The JSON is not right yet."));
    m_form->setEnabled(!m_publishing.isRunning());
    m_json->setReadOnly(m_publishing.isRunning());
    m_stop->setVisible(isTrying);
    const QString why = whyNotPublish();
    m_publishButton->setDisabledReason(why);
    if (!isTrying)
        m_progressText->setText(why);
    if (!isTrying && m_tried != text()) {
        m_table->hide(); // it told of another text
        m_banner->hide();
    }
}

} // namespace lepton::ui
