// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_versions_model.h"
#include "ui/models/pending_list_model.h"

#include <QWidget>

class QListView;

namespace lepton::charts {
class LineChart;
}

namespace lepton::ui {

class Button;
class Chip;
class DataTable;
class TextLabel;

/// The column at the left of the pages of models: requests that wait, then the versions of the model that is
/// shown, with their scores as a line.
class ModelsSide final : public QWidget
{
    Q_OBJECT

public:
    /// @p name is the stem of the object names: "review.side".
    explicit ModelsSide(const QString& name, QWidget* parent = nullptr);

    void setOverview(const ModelsOverview& overview);
    /// Shows no versions on the page of all models.
    void setModel(const ModelDetails* details);
    /// What is open: marked in the lists. Emits nothing.
    void setCurrentReview(const QString& promotion);
    void setCurrentVersion(int number);
    void retranslate();

    QSize sizeHint() const override;

Q_SIGNALS:
    void reviewChosen(const QString& promotion);
    void versionChosen(const QString& model, int number);
    void allModelsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// @p name: what the names of its parts begin with.
    void setUpParts(const QString& name);
    void layOut();
    void connectParts();
    void markCurrent();
    void showScores(const ModelDetails& details);
    void fitPending();
    void fitColumns();

    PendingListModel m_pending;
    ModelVersionsModel m_versions;
    QString m_model;
    QString m_review;
    int m_version = 0;
    TextLabel* m_pendingTitle;
    Chip* m_count;
    QListView* m_list;
    TextLabel* m_none;
    QWidget* m_versionsBox;
    TextLabel* m_versionsTitle;
    DataTable* m_table;
    TextLabel* m_chartTitle;
    charts::LineChart* m_chart;
    Button* m_all;
};

} // namespace lepton::ui
