// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/identity_section.h"

#include "ui/settings/fact_grid.h"
#include "ui/settings/member_list_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/role_text.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {

IdentitySection::IdentitySection(std::shared_ptr<MembersBackend> backend, QWidget* parent)
    : SettingsSection(parent)
    , m_viewModel(std::move(backend))
    , m_intro(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_banner(new InlineBanner(BannerKind::Error, this))
    , m_facts(new FactGrid(this))
    , m_locked(new QWidget(this))
    , m_passphrase(new QLineEdit)
    , m_passphraseField(new FormField({}, m_passphrase))
    , m_open(new Button(ButtonKind::Primary))
    , m_passphraseTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_passphraseState(new TextLabel(theme::Step::Body, theme::Role::Text2, this))
    , m_change(new Button(ButtonKind::Secondary, this))
{
    m_intro->setWordWrap(true);
    m_passphraseState->setWordWrap(true);
    m_passphraseState->setObjectName(QStringLiteral("settings.identity.passphrase.state"));
    m_banner->setObjectName(QStringLiteral("settings.identity.banner"));
    m_facts->setObjectName(QStringLiteral("settings.identity.facts"));
    m_passphrase->setObjectName(QStringLiteral("settings.identity.passphrase.edit"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_open->setObjectName(QStringLiteral("settings.identity.unlock.button"));
    m_change->setObjectName(QStringLiteral("settings.identity.passphrase.button"));
    m_banner->hide();

    auto* unlocking = new QVBoxLayout(m_locked);
    unlocking->setContentsMargins(0, 0, 0, 0);
    unlocking->setSpacing(theme::gap8);
    m_passphraseField->setFieldWidth(theme::fieldWidth);
    unlocking->addWidget(m_passphraseField);
    unlocking->addWidget(m_open, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap16);
    layout->addWidget(m_intro);
    layout->addWidget(m_banner);
    layout->addWidget(m_facts);
    layout->addWidget(m_locked);
    auto* own = new QVBoxLayout;
    own->setSpacing(theme::gap8);
    own->addWidget(m_passphraseTitle);
    own->addWidget(m_passphraseState);
    own->addWidget(m_change, 0, Qt::AlignLeft);
    layout->addLayout(own);
    layout->addStretch();

    connect(&m_viewModel, &MembersViewModel::changed, this, &IdentitySection::update);
    connect(m_open, &QPushButton::clicked, this, &IdentitySection::unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &IdentitySection::unlock);
    connect(m_passphrase, &QLineEdit::textChanged, this, [this] {
        m_refused.reset();
        updateKey();
    });
    connect(m_change, &QPushButton::clicked, this, &IdentitySection::changePassphrase);
    retranslate();
}

void IdentitySection::retranslate()
{
    m_passphraseField->setLabel(tr("Passphrase"));
    m_open->setText(tr("Unlock the key"));
    m_passphraseTitle->setText(tr("Passphrase"));
    update();
}

void IdentitySection::update()
{
    const MemberFacts& facts = m_viewModel.facts();
    m_facts->clear();
    m_banner->setVisible(m_viewModel.error().has_value());
    if (m_viewModel.error()) {
        m_banner->setError(tr("Who you are here could not be read."), *m_viewModel.error());
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
    }
    const bool isRead = m_viewModel.state() == MembersViewModel::State::Ready;
    if (isRead && !facts.self)
        m_intro->setText(tr("This computer has no key for this workspace: you can read it, and change "
                            "nothing. Under Members you make a request to join."));
    else
        m_intro->setText(tr("What you do here is signed with your key, which stays on this computer."));
    if (facts.self) {
        m_facts->add(tr("Name"), QString::fromStdString(facts.self->name));
        m_facts->add(tr("Department"), QString::fromStdString(facts.self->department));
        m_facts->add(tr("Roles"), RoleText::list(roleWords(facts.self->roles)));
        m_facts->add(tr("State"),
                     facts.self->revoked ? tr("The key is revoked: it signs nothing more.") : tr("Active"));
    }
    if (facts.key) {
        m_facts->add(tr("Fingerprint"), QString::fromStdString(facts.key->key), true);
        m_facts->addPath(tr("Key file"), QString::fromStdString(facts.key->file.string()));
    }
    updateKey();
}

void IdentitySection::updateKey()
{
    const auto& key = m_viewModel.facts().key;
    const bool isLocked = key && key->isLocked;
    m_locked->setVisible(isLocked);
    m_passphraseField->setHint(tr("Until the workspace is closed, what you do is signed without asking."));
    m_passphraseField->setError(m_refused ? CoreText::error(*m_refused) : QString());
    m_open->setDisabledReason(m_unlock.isRunning()             ? tr("The key is being opened.")
                              : m_passphrase->text().isEmpty() ? tr("Type the passphrase of your key.")
                                                               : QString());
    for (QWidget* part : {static_cast<QWidget*>(m_passphraseTitle), static_cast<QWidget*>(m_passphraseState),
                          static_cast<QWidget*>(m_change)})
        part->setVisible(key.has_value());
    if (!key)
        return;
    if (!key->isFileThere)
        m_passphraseState->setText(
            tr("The key file is gone. Put it back from a copy, or ask an admin for another key: a request "
               "with a new key is made under Members when the workspace is opened the next time."));
    else if (isLocked)
        m_passphraseState->setText(tr("The key is locked: nothing can be signed until you unlock it."));
    else if (key->hasPassphrase)
        m_passphraseState->setText(tr("The key file is useless to whoever does not know the passphrase."));
    else
        m_passphraseState->setText(tr("There is none: whoever can read the key file can sign in your name."));
    m_change->setText(key->hasPassphrase ? tr("Change passphrase…") : tr("Set a passphrase…"));
    m_change->setDisabledReason(key->isFileThere ? QString() : tr("The key file is gone."));
}

void IdentitySection::unlock()
{
    if (!m_open->isEnabled())
        return;
    m_unlock.run([backend = m_viewModel.backend(),
                  passphrase = m_passphrase->text().toStdString()] { backend->unlock(passphrase); },
                 [this] {
                     m_passphrase->clear();
                     refresh();
                     Q_EMIT changed(tr("Your key is open until the workspace is closed"), {});
                 },
                 [this](const base::Error& error) {
                     m_refused = error;
                     updateKey();
                     m_passphrase->selectAll();
                     m_passphrase->setFocus();
                 });
    updateKey();
}

void IdentitySection::changePassphrase()
{
    const auto& key = m_viewModel.facts().key;
    if (!key)
        return;
    auto* dialog = new PassphraseDialog(this, m_viewModel.backend(), key->hasPassphrase);
    connect(dialog, &PassphraseDialog::done, this, [this](const QString& sentence) {
        refresh();
        Q_EMIT changed(sentence, {});
    });
    dialog->open();
}

std::vector<Scene> IdentitySection::scenes()
{
    return {{QStringLiteral("passphrase"), [this] { changePassphrase(); },
             [this] {
                 for (auto* dialog : window()->findChildren<PassphraseDialog*>())
                     dialog->reject();
             }}};
}

PassphraseDialog::PassphraseDialog(QWidget* over, std::shared_ptr<MembersBackend> backend, bool hasPassphrase)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_hasPassphrase(hasPassphrase)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_before(new QLineEdit)
    , m_after(new QLineEdit)
    , m_again(new QLineEdit)
    , m_remove(new Button(tr("Remove it"), ButtonKind::Danger))
    , m_save(new Button(ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("passphrase"));
    setHeader(QStringLiteral("lock"), hasPassphrase ? tr("Change the passphrase") : tr("Set a passphrase"));
    m_banner->setObjectName(QStringLiteral("passphrase.banner"));
    m_banner->hide();
    m_before->setObjectName(QStringLiteral("passphrase.before.edit"));
    m_after->setObjectName(QStringLiteral("passphrase.after.edit"));
    m_again->setObjectName(QStringLiteral("passphrase.again.edit"));
    m_remove->setObjectName(QStringLiteral("passphrase.remove.button"));
    m_save->setObjectName(QStringLiteral("passphrase.save.button"));
    m_save->setText(hasPassphrase ? tr("Change") : tr("Set"));
    m_save->setDefault(true);
    m_remove->setVisible(hasPassphrase);
    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_banner);
    auto* beforeField = new FormField(tr("Passphrase until now"), m_before);
    beforeField->setVisible(hasPassphrase);
    auto* afterField = new FormField(tr("New passphrase"), m_after);
    afterField->setHint(tr("Nobody can get it back for you. A key whose passphrase is lost is replaced by "
                           "an admin."));
    m_againField = new FormField(tr("The same again"), m_again);
    for (QWidget* field : {beforeField, afterField, m_againField})
        body()->addWidget(field);
    body()->addStretch();
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("passphrase.cancel.button"));
    addButton(m_remove);
    addButton(cancel);
    addButton(m_save);
    setWantedSize({480, hasPassphrase ? 400 : 330});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { save(true); });
    for (QLineEdit* edit : {m_before, m_after, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &PassphraseDialog::validate);
    }
    (hasPassphrase ? m_before : m_after)->setFocus();
    validate();
}

QString PassphraseDialog::problem() const
{
    if (m_run.isRunning())
        return tr("The key file is being written.");
    return m_hasPassphrase && m_before->text().isEmpty() ? tr("Type the passphrase until now.") : QString();
}

void PassphraseDialog::validate()
{
    const QString why = problem();
    const bool differs = m_after->text() != m_again->text();
    m_againField->setError(differs && !m_again->text().isEmpty() ? tr("This is another one.") : QString());
    m_remove->setDisabledReason(why);
    const QString whyNotSave = !why.isEmpty()              ? why
                               : m_after->text().isEmpty() ? tr("Type a new passphrase.")
                               : differs                   ? tr("The two passphrases differ.")
                                                           : QString();
    m_save->setDisabledReason(whyNotSave);
    setFooterText(whyNotSave);
}

void PassphraseDialog::save(bool remove)
{
    m_banner->hide();
    const std::string after = remove ? std::string() : m_after->text().toStdString();
    m_run.run([backend = m_backend, before = m_before->text().toStdString(),
               after] { backend->changePassphrase(before, after); },
              [this, remove] {
                  Q_EMIT done(remove ? tr("Your key has no passphrase any more")
                                     : tr("Your key has a new passphrase"));
                  accept();
              },
              [this](const base::Error& error) {
                  m_banner->setError(tr("Nothing was changed."), error);
                  m_banner->show();
                  validate();
              });
    validate();
}

} // namespace lepton::ui
