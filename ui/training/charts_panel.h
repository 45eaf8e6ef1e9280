// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QPlainTextEdit;

namespace lepton::ui {

class Card;
class FactList;
class MetricChart;
class RunViewModel;
class TextLabel;

/// A run as it goes: loss and deciding score, learning rate and gradient norm; at the right facts and log.
class ChartsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPanel(RunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void update();
    void updateCharts();
    void updateFacts();
    void updateLog();

    RunViewModel& m_viewModel;
    QBoxLayout* m_layout;
    QWidget* m_side;
    Card* m_lossCard;
    Card* m_scoreCard;
    Card* m_rateCard;
    Card* m_normCard;
    Card* m_factsCard;
    Card* m_logCard;
    MetricChart* m_loss;
    MetricChart* m_score;
    MetricChart* m_rate;
    MetricChart* m_norm;
    FactList* m_facts;
    TextLabel* m_reason;
    QPlainTextEdit* m_log;
    QStringList m_shownFacts;
};

} // namespace lepton::ui
