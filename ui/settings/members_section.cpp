// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/members_section.h"

#include "ui/settings/join_panel.h"
#include "ui/settings/member_dialogs.h"
#include "ui/settings/member_list_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int mostMembers = 12;   // shown without scrolling
constexpr int skeletonHeight = 4; // rows

} // namespace

MembersSection::MembersSection(std::shared_ptr<MembersBackend> backend, QWidget* parent)
    : SettingsSection(parent)
    , m_viewModel(std::move(backend))
    , m_model(new MemberListModel(this))
    , m_intro(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_enrol(new Button(ButtonKind::Primary))
    , m_roles(new Button(ButtonKind::Secondary))
    , m_replace(new Button(ButtonKind::Secondary))
    , m_revoke(new Button(ButtonKind::Danger))
    , m_why(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_table(new DataTable)
    , m_skeleton(new Skeleton)
    , m_join(new JoinPanel(m_viewModel.backend()))
{
    m_banner->setObjectName(QStringLiteral("settings.members.banner"));
    m_enrol->setObjectName(QStringLiteral("settings.members.enrol.button"));
    m_enrol->setIconName(QStringLiteral("plus"));
    m_roles->setObjectName(QStringLiteral("settings.members.roles.button"));
    m_replace->setObjectName(QStringLiteral("settings.members.replaceKey.button"));
    m_revoke->setObjectName(QStringLiteral("settings.members.revoke.button"));
    m_why->setObjectName(QStringLiteral("settings.members.why"));
    m_table->setObjectName(QStringLiteral("settings.members.table"));
    m_intro->setWordWrap(true);
    m_why->setWordWrap(true);
    m_banner->hide();
    m_join->hide();

    m_table->setModel(m_model);
    m_table->setRowHeight(theme::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setItemDelegateForColumn(MemberListModel::MemberColumn, new MemberDelegate(m_table));
    m_table->setItemDelegateForColumn(MemberListModel::StateColumn, new ChipDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(MemberListModel::MemberColumn, QHeaderView::Stretch);
    header->resizeSection(MemberListModel::RolesColumn, 208);
    header->resizeSection(MemberListModel::KeyColumn, 112);
    header->resizeSection(MemberListModel::StateColumn, 124);
    m_skeleton->setRowHeight(theme::rowTwoLines);
    m_skeleton->setMinimumHeight(skeletonHeight * theme::rowTwoLines);

    auto* actions = new QHBoxLayout;
    actions->setSpacing(theme::gap8);
    for (Button* button : {m_roles, m_replace, m_revoke})
        actions->addWidget(button);
    actions->addStretch();
    actions->addWidget(m_enrol);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addWidget(m_intro);
    layout->addWidget(m_banner);
    layout->addLayout(actions);
    layout->addWidget(m_why);
    layout->addWidget(m_skeleton);
    layout->addWidget(m_table);
    layout->addSpacing(theme::gap12);
    layout->addWidget(m_join);
    layout->addStretch();

    connect(m_enrol, &QPushButton::clicked, this,
            [this] { chooseRequest(tr("Request of a newcomer"), &MembersSection::enrol); });
    connect(m_replace, &QPushButton::clicked, this,
            [this] { chooseRequest(tr("Request with the other key"), &MembersSection::replaceKey); });
    connect(m_roles, &QPushButton::clicked, this, &MembersSection::changeRoles);
    connect(m_revoke, &QPushButton::clicked, this, &MembersSection::revoke);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MembersSection::updateActions);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (m_roles->isEnabled())
            changeRoles();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &MembersSection::updateActions);
    connect(&m_viewModel, &MembersViewModel::changed, this, &MembersSection::update);
    m_skeleton->start();
    m_table->hide();
    retranslate();
}

void MembersSection::retranslate()
{
    m_intro->setText(tr("Who may do what here. Each change is an event that is signed with the key of the "
                        "admin who made it, and everyone can read it under Activity."));
    m_enrol->setText(tr("Enrol from a request…"));
    m_roles->setText(tr("Roles…"));
    m_replace->setText(tr("Replace key…"));
    m_revoke->setText(tr("Revoke key…"));
    m_table->setAccessibleName(tr("Members"));
    m_skeleton->setSentence(tr("The members are being read."));
    m_model->retranslate();
    m_join->retranslate();
    update();
}

bool MembersSection::isSettled() const
{
    return m_viewModel.isSettled() && m_join->isSettled();
}

void MembersSection::update()
{
    const MemberFacts& facts = m_viewModel.facts();
    const bool isRead = m_viewModel.state() == MembersViewModel::State::Ready;
    if (isRead) {
        m_skeleton->stop();
        m_skeleton->hide();
        m_model->setMembers(facts.members, facts.self ? std::optional(facts.self->id) : std::nullopt);
        m_table->show();
        fitTable();
        m_join->setFacts(facts);
        m_join->setVisible(!m_viewModel.isMember() && !facts.isEnrolledNow);
    }
    m_banner->clearActions();
    if (m_viewModel.error()) {
        m_skeleton->hide();
        m_banner->setKind(BannerKind::Error);
        m_banner->setError(tr("The members could not be read."), *m_viewModel.error());
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
    } else if (isRead && facts.isEnrolledNow) {
        m_banner->setKind(BannerKind::Fits);
        m_banner->setText(tr("You are a member now."), tr("Open the workspace again to work in it."));
    }
    m_banner->setVisible(m_viewModel.error().has_value() || (isRead && facts.isEnrolledNow));
    updateActions();
}

void MembersSection::updateActions()
{
    const QString why = m_viewModel.whyNotManage();
    const identity::Member* member = current();
    const QString whyNotOne = !why.isEmpty() ? why
                              : member       ? QString()
                                             : tr("Choose a member in the list first.");
    m_enrol->setDisabledReason(why);
    m_roles->setDisabledReason(whyNotOne);
    m_replace->setDisabledReason(whyNotOne);
    m_revoke->setDisabledReason(whyNotOne.isEmpty() && member->revoked ? tr("This key is revoked already.")
                                                                       : whyNotOne);
    m_why->setText(m_viewModel.state() == MembersViewModel::State::Loading || why.isEmpty() ? QString()
                                                                                            : why);
    m_why->setVisible(!m_why->text().isEmpty());
}

void MembersSection::fitTable()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostMembers);
    m_table->setFixedHeight(theme::tableHeaderHeight + rows * theme::rowTwoLines);
}

const identity::Member* MembersSection::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->at(rows.front());
}

void MembersSection::chooseRequest(const QString& title, void (MembersSection::*then)(const QString&))
{
    auto* dialog = new QFileDialog(window(), title, QDir::homePath(), tr("Requests (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString& file) { (this->*then)(file); });
    dialog->open();
}

void MembersSection::enrol(const QString& file)
{
    open(new RequestDialog(this, m_viewModel.backend(), file.toStdString(), std::nullopt));
}

void MembersSection::replaceKey(const QString& file)
{
    if (const auto* member = current())
        open(new RequestDialog(this, m_viewModel.backend(), file.toStdString(), *member));
}

void MembersSection::changeRoles()
{
    if (const auto* member = current())
        open(new RolesDialog(this, m_viewModel.backend(), *member));
}

void MembersSection::revoke()
{
    if (const auto* member = current())
        open(new RevokeDialog(this, m_viewModel.backend(), *member));
}

void MembersSection::open(MemberDialog* dialog)
{
    connect(dialog, &MemberDialog::done, this, [this](const QString& sentence) {
        refresh();
        Q_EMIT changed(sentence, {});
    });
    dialog->open();
}

std::vector<Scene> MembersSection::scenes()
{
    const auto close = [this] {
        for (auto* dialog : window()->findChildren<MemberDialog*>())
            dialog->reject();
    };
    return {{QStringLiteral("roles"),
             [this] {
                 m_table->selectRow(0);
                 changeRoles();
             },
             close},
            {QStringLiteral("revoke"),
             [this] {
                 m_table->selectRow(0);
                 revoke();
             },
             close}};
}

} // namespace lepton::ui
