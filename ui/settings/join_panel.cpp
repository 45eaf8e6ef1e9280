// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/join_panel.h"

#include "base/error.h"
#include "ui/settings/member_list_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/name_rule.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

/// As a shell takes it.
QString quoted(const QString& text)
{
    QString inner = text;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

} // namespace

JoinPanel::JoinPanel(std::shared_ptr<MembersBackend> backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(std::move(backend))
    , m_title(new TextLabel(theme::Step::CardTitle))
    , m_intro(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_banner(new InlineBanner(BannerKind::Fits))
    , m_name(new QLineEdit)
    , m_department(new QLineEdit)
    , m_passphrase(new QLineEdit)
    , m_again(new QLineEdit)
    , m_nameField(new FormField({}, m_name))
    , m_departmentField(new FormField({}, m_department))
    , m_passphraseField(new FormField({}, m_passphrase))
    , m_againField(new FormField({}, m_again))
    , m_ask(new Button(ButtonKind::Primary))
    , m_commandTitle(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_command(new TextLabel(theme::Step::Code))
    , m_copy(new Button(ButtonKind::Secondary))
{
    m_banner->setObjectName(QStringLiteral("settings.join.banner"));
    m_banner->hide();
    m_name->setObjectName(QStringLiteral("settings.join.name.edit"));
    m_department->setObjectName(QStringLiteral("settings.join.department.edit"));
    m_passphrase->setObjectName(QStringLiteral("settings.join.passphrase.edit"));
    m_again->setObjectName(QStringLiteral("settings.join.again.edit"));
    m_ask->setObjectName(QStringLiteral("settings.join.button"));
    m_copy->setObjectName(QStringLiteral("settings.join.copy.button"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_copy->setSmall(true);
    m_command->setObjectName(QStringLiteral("settings.join.command"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLineEdit* edit : {m_passphrase, m_again})
        edit->setEchoMode(QLineEdit::Password);
    m_intro->setWordWrap(true);
    m_command->setWordWrap(true);

    const auto pair = [](QWidget* left, QWidget* right) {
        auto* line = new QHBoxLayout;
        line->setSpacing(theme::gap12);
        for (QWidget* field : {left, right}) {
            field->setMaximumWidth(theme::fieldWidth);
            line->addWidget(field, 1, Qt::AlignTop);
        }
        line->addStretch();
        return line;
    };
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    layout->addWidget(m_banner);
    layout->addLayout(pair(m_nameField, m_departmentField));
    layout->addLayout(pair(m_passphraseField, m_againField));
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    layout->addSpacing(theme::gap4);
    layout->addWidget(m_commandTitle);
    layout->addWidget(m_command);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);

    for (QLineEdit* edit : {m_name, m_department, m_passphrase, m_again})
        connect(edit, &QLineEdit::textChanged, this, &JoinPanel::validate);
    connect(m_ask, &QPushButton::clicked, this, &JoinPanel::chooseFile);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_file.isEmpty() ? m_command->text()
                                                               : QString::fromStdString(m_made.key));
        m_copy->setText(tr("Copied"));
    });
    retranslate();
}

void JoinPanel::setFacts(const MemberFacts& facts)
{
    m_workspace = facts.workspace;
    if (facts.self && m_name->text().isEmpty()) { // the key is revoked; the person is the same
        m_name->setText(QString::fromStdString(facts.self->name));
        m_department->setText(QString::fromStdString(facts.self->department));
    }
    validate();
}

void JoinPanel::retranslate()
{
    m_title->setText(tr("Ask to join"));
    m_intro->setText(
        tr("You make a key, which stays on this computer, and a file with its public half. Send the file to "
           "an admin of the workspace, who enrols you. Whoever has lost a key asks in the same way."));
    m_nameField->setLabel(tr("Your name"));
    m_departmentField->setLabel(tr("Department"));
    m_passphraseField->setLabel(tr("Passphrase of the key"));
    m_passphraseField->setHint(tr("Empty for none."));
    m_againField->setLabel(tr("The same again"));
    m_ask->setText(tr("Make the request file…"));
    m_commandTitle->setText(tr("The same from a command line:"));
    m_copy->setText(m_file.isEmpty() ? tr("Copy the command") : tr("Copy the fingerprint"));
    if (!m_file.isEmpty())
        showMade(m_made, m_file);
    validate();
}

QString JoinPanel::problem() const
{
    if (m_run.isRunning())
        return tr("The key is being made.");
    if (!NameRule::whyNot(m_name->text()).isEmpty() || !NameRule::whyNot(m_department->text()).isEmpty())
        return tr("Give your name and department.");
    return m_passphrase->text() != m_again->text() ? tr("The two passphrases differ.") : QString();
}

QString JoinPanel::command() const
{
    const auto word = [](const QLineEdit* edit, const char* empty) {
        return edit->text().isEmpty() ? QString::fromLatin1(empty) : quoted(edit->text());
    };
    return QStringLiteral("lepton member request request.json --name %1 --department %2 --workspace %3")
        .arg(word(m_name, "NAME"), word(m_department, "DEPARTMENT"),
             quoted(QString::fromStdString(m_workspace.string())));
}

void JoinPanel::validate()
{
    const auto wrong = [](const QLineEdit* edit) {
        return edit->text().isEmpty() ? QString() : NameRule::whyNot(edit->text());
    };
    m_nameField->setError(wrong(m_name));
    m_departmentField->setError(wrong(m_department));
    const bool differs = !m_again->text().isEmpty() && m_again->text() != m_passphrase->text();
    m_againField->setError(differs ? tr("This is another one.") : QString());
    m_ask->setDisabledReason(problem());
    m_command->setText(command());
}

void JoinPanel::chooseFile()
{
    auto* dialog =
        new QFileDialog(window(), tr("Request file"), QDir::home().filePath(QStringLiteral("request.json")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // a request is never written over
    connect(dialog, &QFileDialog::fileSelected, this, &JoinPanel::ask);
    dialog->open();
}

void JoinPanel::ask(const QString& file)
{
    JoinRequest request{.file = std::filesystem::path(file.toStdString()),
                        .name = m_name->text().toStdString(),
                        .department = m_department->text().toStdString(),
                        .passphrase = {}};
    if (!m_passphrase->text().isEmpty())
        request.passphrase = m_passphrase->text().toStdString();
    m_banner->hide();
    m_run.run([backend = m_backend, request = std::move(request)] { return backend->ask(request); },
              [this, file](identity::MemberRequest made) {
                  m_passphrase->clear();
                  m_again->clear();
                  showMade(made, file);
                  validate();
              },
              [this](const base::Error& error) {
                  m_banner->setKind(BannerKind::Error);
                  m_banner->setError(tr("No request was made."), error);
                  m_banner->show();
                  validate();
              });
    validate();
}

void JoinPanel::showMade(const identity::MemberRequest& request, const QString& file)
{
    m_made = request;
    m_file = file;
    m_banner->setKind(BannerKind::Fits);
    m_banner->setText(
        tr("The request is made."),
        tr("Send %1 to an admin of the workspace, and tell your fingerprint in another way, by telephone for "
           "example: %2. Open the workspace again when you are enrolled.",
           "file, fingerprint")
            .arg(file, groupedKey(request.key)));
    m_banner->show();
    m_copy->setText(tr("Copy the fingerprint"));
}

} // namespace lepton::ui
