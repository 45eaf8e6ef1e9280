// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/create_dialog.h"

#include "base/error.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/folder_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <array>

namespace lepton::ui {

CreateDialog::CreateDialog(QWidget* over)
    : Dialog(over)
    , m_name(new QLineEdit)
    , m_folder(new QLineEdit)
    , m_member(new QLineEdit)
    , m_department(new QLineEdit)
    , m_local(new QRadioButton)
    , m_shared(new QRadioButton)
    , m_error(new InlineBanner(BannerKind::Error, this))
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Secondary, this))
    , m_create(new Button(tr("Create the workspace"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("create"));
    setHeader(QStringLiteral("plus"), tr("Start a workspace"));
    setWantedSize(QSize(560, 452));
    m_name->setObjectName(QStringLiteral("create.name.edit"));
    m_folder->setObjectName(QStringLiteral("create.folder.edit"));
    m_member->setObjectName(QStringLiteral("create.member.edit"));
    m_department->setObjectName(QStringLiteral("create.department.edit"));
    m_local->setObjectName(QStringLiteral("create.local.radio"));
    m_shared->setObjectName(QStringLiteral("create.shared.radio"));
    m_create->setObjectName(QStringLiteral("create.create.button"));
    m_cancel->setObjectName(QStringLiteral("create.cancel.button"));

    auto* choose = new Button(tr("Choose…"), ButtonKind::Secondary, this);
    choose->setObjectName(QStringLiteral("create.folder.button"));
    choose->setAccessibleName(tr("Choose the folder"));
    m_folderField = new FormField(tr("Folder"), m_folder, this);
    m_folderField->addBeside(choose);
    m_folderField->setHint(tr("New or empty"));

    auto* who = new QHBoxLayout;
    who->setSpacing(theme::gap12);
    who->addWidget(new FormField(tr("Your name"), m_member, this), 1);
    who->addWidget(new FormField(tr("Your department"), m_department, this), 1);

    m_local->setText(tr("Only on this computer"));
    m_shared->setText(tr("On a share, for several computers"));
    m_local->setChecked(true);
    m_error->hide();

    auto* fields = new QVBoxLayout;
    fields->setContentsMargins(theme::gap20, theme::gap20, theme::gap20, theme::gap20);
    fields->setSpacing(theme::gap16);
    fields->addWidget(m_error);
    fields->addWidget(new FormField(tr("Name of the workspace"), m_name, this));
    fields->addWidget(m_folderField);
    fields->addLayout(who);
    auto* places = new QVBoxLayout;
    places->setSpacing(theme::gap4);
    places->addWidget(m_local);
    places->addWidget(m_shared);
    fields->addLayout(places);
    fields->addStretch();
    body()->addLayout(fields);
    addButton(m_cancel);
    addButton(m_create);
    const std::array<QWidget*, 9> order{m_name,  m_folder, choose,   m_member, m_department,
                                        m_local, m_shared, m_cancel, m_create};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    for (QLineEdit* edit : {m_name, m_folder, m_member, m_department})
        connect(edit, &QLineEdit::textChanged, this, &CreateDialog::check);
    connect(choose, &QPushButton::clicked, this, &CreateDialog::chooseFolder);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &CreateDialog::submit);
    m_name->setFocus();
    check();
}

void CreateDialog::setFolder(const QString& folder)
{
    m_folder->setText(folder);
}

NewWorkspace CreateDialog::wanted() const
{
    NewWorkspace wanted;
    wanted.folder = std::filesystem::path(m_folder->text().trimmed().toStdString());
    wanted.name = m_name->text().trimmed();
    wanted.memberName = m_member->text().trimmed();
    wanted.department = m_department->text().trimmed();
    wanted.journalMode = m_shared->isChecked() ? store::JournalMode::Shared : store::JournalMode::Local;
    return wanted;
}

void CreateDialog::setBusy(bool busy)
{
    m_busy = busy;
    setFooterText(busy ? tr("Being made") : QString());
    check();
}

void CreateDialog::setError(const base::Error& error)
{
    setBusy(false);
    m_error->setError({}, error);
    m_error->show();
}

void CreateDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier || qobject_cast<QLineEdit*>(focusWidget()))) {
        submit();
        return;
    }
    Dialog::keyPressEvent(event);
}

void CreateDialog::chooseFolder()
{
    askForFolder(this, tr("Folder of the new workspace"), m_folder->text(),
                 [this](const QString& folder) { m_folder->setText(folder); });
}

void CreateDialog::check()
{
    QString reason;
    if (m_busy)
        reason = tr("The workspace is being made");
    else if (m_name->text().trimmed().isEmpty())
        reason = tr("Give the workspace a name");
    else if (m_folder->text().trimmed().isEmpty())
        reason = tr("Choose a folder");
    else if (m_member->text().trimmed().isEmpty())
        reason = tr("Say who you are");
    else if (m_department->text().trimmed().isEmpty())
        reason = tr("Say which department you belong to");
    m_create->setDisabledReason(reason);
    if (!m_busy)
        setFooterText(reason);
}

void CreateDialog::submit()
{
    if (!m_create->isEnabled())
        return;
    m_error->hide();
    setBusy(true);
    Q_EMIT createRequested(wanted());
}

} // namespace lepton::ui
