// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/members_view_model.h"
#include "ui/settings/settings_section.h"

namespace lepton::ui {

class Button;
class DataTable;
class InlineBanner;
class JoinPanel;
class MemberDialog;
class MemberListModel;
class Skeleton;
class TextLabel;

/// Who works here, and what admins do about it: enrol, change roles, revoke and replace keys. A person who
/// is no member makes a request to join.
class MembersSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit MembersSection(std::shared_ptr<MembersBackend> backend, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override { m_viewModel.refresh(); }
    bool isSettled() const override;
    int columnWidth() const override { return 640; }
    std::vector<Scene> scenes() override;

    /// Shows what the request in @p file asks for.
    void enrol(const QString& file);
    /// The same for another key of the member chosen in the list.
    void replaceKey(const QString& file);

private:
    void update();
    void updateActions();
    void fitTable();
    const identity::Member* current() const;
    void chooseRequest(const QString& title, void (MembersSection::*then)(const QString&));
    void changeRoles();
    void revoke();
    void open(MemberDialog* dialog);

    MembersViewModel m_viewModel;
    MemberListModel* m_model;
    TextLabel* m_intro;
    InlineBanner* m_banner;
    Button* m_enrol;
    Button* m_roles;
    Button* m_replace;
    Button* m_revoke;
    TextLabel* m_why;
    DataTable* m_table;
    Skeleton* m_skeleton;
    JoinPanel* m_join;
};

} // namespace lepton::ui
