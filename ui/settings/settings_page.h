// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_sources.h"
#include "ui/widgets/page.h"

#include <functional>
#include <vector>

class QListView;
class QStandardItemModel;
class QVBoxLayout;

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
    /// A part of the settings, made when it is first shown: seven at once take longer than a window may wait.
    struct Part
    {
        QString id, icon;
        QString (*title)();
        std::function<SettingsSection*()> make;
        SettingsSection* section = nullptr;
    };

    void add(const QString& id, const QString& icon, QString (*name)(),
             std::function<SettingsSection*()> make);
    /// Made if need be.
    SettingsSection& section(int number);
    SettingsSection& current() { return section(m_current); }
    void addSections(const SettingsSources& sources);
    void layOut();
    void show(int number);

    PageHeader* m_header;
    QListView* m_list;
    QStandardItemModel* m_model;
    TextLabel* m_title;
    QWidget* m_column;
    QVBoxLayout* m_lines; ///< title and the section that is shown
    std::vector<Part> m_parts;
    int m_current = 0;
};

} // namespace lepton::ui
