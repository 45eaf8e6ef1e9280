// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"
#include "ui/settings/standards_backend.h"
#include "ui/widgets/async.h"

#include <memory>
#include <optional>

namespace lepton::ui {

class Button;
class DataTable;
class InlineBanner;
class Skeleton;
class StandardEditor;
class StandardListModel;
class TextLabel;

/// What promotions are held to: published standards with their versions, and an editor.
class StandardsSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit StandardsSection(std::shared_ptr<StandardsBackend> backend, QWidget* parent = nullptr);

    void retranslate() override;
    void refresh() override;
    bool isSettled() const override;
    int columnWidth() const override { return 1120; }
    std::vector<Scene> scenes() override;

private:
    void makeEditor();
    void showList();
    void update();
    void openNew();
    void openCurrent();

    std::shared_ptr<StandardsBackend> m_backend;
    StandardFacts m_facts;
    bool m_isRead = false;
    std::optional<base::Error> m_error;
    bool m_isNext = false; ///< what is edited is the next version of one that was published
    StandardListModel* m_model;
    QWidget* m_list;
    TextLabel* m_intro;
    InlineBanner* m_banner;
    Button* m_new;
    Button* m_open;
    Skeleton* m_skeleton;
    DataTable* m_table;
    StandardEditor* m_editor = nullptr; ///< while one is edited
    Async m_read;
};

} // namespace lepton::ui
