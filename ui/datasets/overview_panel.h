// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "ui/datasets/column_list_model.h"
#include "ui/datasets/sample_model.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace lepton::ui {

class Button;
class Card;
class DataTable;
class DetailViewModel;
class ProvenanceCard;
class StatTile;

/// What a data set is, on one page: its figures, its columns with their distributions, its first rows, where
/// it came from, its versions. The right column stands below in a narrow window.
class OverviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPanel(DetailViewModel& viewModel, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A column was chosen (-1: all of them).
    void columnRequested(int column);
    void tableRequested();
    void versionsRequested();
    void versionRequested(int number);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* makeTiles();
    Card* makeColumns();
    Card* makeSample();
    Card* makeVersions();
    void update();
    void updateTiles();
    void updateVersions();
    void retranslate();
    static void fitHeight(DataTable& table, int rowHeight, int rows);

    DetailViewModel& m_viewModel;
    ColumnListModel m_columns;
    SampleModel m_sample;
    QBoxLayout* m_layout;
    QWidget* m_side;
    StatTile* m_tiles[4];
    Card* m_columnsCard;
    DataTable* m_columnsTable;
    Button* m_allColumns;
    Card* m_sampleCard;
    DataTable* m_sampleTable;
    Button* m_openTable;
    ProvenanceCard* m_source;
    Card* m_versionsCard;
    QVBoxLayout* m_versions;
    Button* m_allVersions;
    base::DatasetVersionId m_shownVersion; ///< whose columns and rows the tables hold
};

} // namespace lepton::ui
