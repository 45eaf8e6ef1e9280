// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"
#include "ui/widgets/async.h"

#include <QObject>

class QMenu;

namespace lepton::ui {

class Button;
class Navigator;
class NewRunViewModel;

/// Where the settings of a new run come from, beside the defaults: an earlier run, or a recipe file as
/// `lepton train --recipe` reads it; and where they go: such a file.
class RecipeActions final : public QObject
{
    Q_OBJECT

public:
    /// The buttons belong to whoever lays them out; the rest outlives this.
    RecipeActions(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& viewModel, Navigator& navigator,
                  QObject* parent = nullptr);

    Button* fromRun() const noexcept { return m_fromRun; }
    Button* load() const noexcept { return m_load; }
    Button* save() const noexcept { return m_save; }
    /// Reads again which runs there are.
    void refresh();
    void retranslate();
    bool isSettled() const;

Q_SIGNALS:
    void loadFailed(const lepton::base::Error& error);
    void saveFailed(const lepton::base::Error& error);

private:
    void fillMenu();
    void chooseFileToLoad();
    void chooseFileToSave();
    void read(const QString& file);
    void write(const QString& file);

    std::shared_ptr<TrainingBackend> m_backend;
    NewRunViewModel& m_viewModel;
    Navigator& m_navigator;
    Button* m_fromRun;
    Button* m_load;
    Button* m_save;
    QMenu* m_menu;
    std::vector<RunListItem> m_runs; ///< the newest complete ones
    Async m_readRuns;
    Async m_file;
};

} // namespace lepton::ui
