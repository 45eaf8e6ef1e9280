// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/report_model.h"

#include <QWidget>

#include <array>

namespace lepton::ui {

class Button;
class Card;
class DataTable;
class RunViewModel;
class StatTile;
class TryPanel;

/// What a finished run is worth on its test part: tiles, the report, and a place to try the model.
class ReportPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPanel(RunViewModel& viewModel, QWidget* parent = nullptr);

    /// As a person who writes @p text and presses Enter.
    void tryText(const QString& text);
    void retranslate();

Q_SIGNALS:
    void copied();

private:
    void update();
    void updateTiles();

    RunViewModel& m_viewModel;
    ReportModel m_model;
    nlohmann::json m_shown; ///< the report that the table shows
    std::array<StatTile*, 6> m_tiles;
    Card* m_card;
    Button* m_copy;
    DataTable* m_table;
    TryPanel* m_try;
};

} // namespace lepton::ui
