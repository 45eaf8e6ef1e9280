// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_sources.h"
#include "ui/widgets/page.h"

#include <vector>

class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace lepton::ui {

class NavDelegate;
class PageHeader;
class SettingsSection;
class TextLabel;

/// Settings: a list of 200 at the left and one column, of 560 but for tables. Changes apply at once, with
/// Undo.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Navigator& navigator, const SettingsSources& sources, QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool changeTab(int step) override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    void add(SettingsSection* section);
    void show(int section);

    PageHeader* m_header;
    QListView* m_list;
    QStandardItemModel* m_model;
    TextLabel* m_title;
    QWidget* m_column;
    QStackedWidget* m_stack;
    std::vector<SettingsSection*> m_sections;
};

} // namespace lepton::ui
