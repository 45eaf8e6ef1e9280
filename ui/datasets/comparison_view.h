// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/sample_model.h"

#include <QWidget>

class QLabel;

namespace lepton::ui {

class Card;
class DataTable;
class DetailViewModel;
class FactList;
class InlineBanner;
class StatTile;
class TextLabel;

/// What differs between two versions: figures, columns, and the first rows that came and went.
class ComparisonView final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(DetailViewModel& viewModel, QWidget* parent = nullptr);

private:
    void update();
    void showFigures();
    void showSchema();
    void showRows();
    Card* makeRows(const QString& objectName, SampleModel& model, DataTable*& table);

    DetailViewModel& m_viewModel;
    SampleModel m_addedModel;
    SampleModel m_removedModel;
    TextLabel* m_running;
    InlineBanner* m_error;
    Card* m_figures;
    StatTile* m_tiles[4];
    InlineBanner* m_schema;
    Card* m_added;
    DataTable* m_addedTable;
    Card* m_removed;
    DataTable* m_removedTable;
};

} // namespace lepton::ui
