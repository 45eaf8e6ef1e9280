// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"

#include <QAbstractTableModel>
#include <QColor>

#include <memory>

namespace lepton::ui {

/// What a cell of the confusion matrix says.
enum class CellFigure
{
    Count,
    ShareOfRow
};

/// The confusion matrix of a report: rows are the true classes, columns the predicted ones.
class ConfusionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        GroundRole = Qt::UserRole + 1000, ///< QColor, blended; of the moment's theme
        FigureRole                        ///< QColor of the figure on it
    };

    explicit ConfusionModel(QObject* parent = nullptr);

    void setReport(const train::RunReport* report); ///< must outlive the next call; null for none
    void setFigure(CellFigure figure);
    CellFigure figure() const { return m_figure; }
    eval::LabelIndex label(int place) const; ///< class of a row or column
    QModelIndex cell(eval::LabelIndex truth,
                     eval::LabelIndex predicted) const; ///< invalid where it is not shown
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString figureText(const QModelIndex& index) const;
    QString sentence(const QModelIndex& index) const;
    QString name(int place) const;

    const train::RunReport* m_report = nullptr;
    CellFigure m_figure = CellFigure::Count;
};

/// The ground of a cell: series 1 for right cells, series 2 for wrong ones, over the surface by the share of
/// its row; sunken for a cell without rows.
QColor heatGround(bool isRight, std::int64_t count, double share);
/// The figure on it: text, white or the surface, whichever has the highest contrast; the third text colour
/// without rows.
QColor heatFigure(const QColor& ground, std::int64_t count);

} // namespace lepton::ui
