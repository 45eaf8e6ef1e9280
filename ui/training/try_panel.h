// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QList>
#include <QString>

#include <utility>

class QLineEdit;
class QVBoxLayout;

namespace lepton::ui {

class Button;
class InlineBanner;
class RunViewModel;
class TextLabel;

/// A text of one's own, classified by the finished model: Enter shows the label and the probabilities.
class TryPanel final : public Card
{
    Q_OBJECT

public:
    explicit TryPanel(RunViewModel& viewModel, QWidget* parent = nullptr);

    /// As a person who writes @p text and presses Enter.
    void classify(const QString& text);
    void retranslate();

private:
    void classifyField();
    void showScores(const QList<std::pair<QString, double>>& scores);
    void clearScores();

    RunViewModel& m_viewModel;
    QLineEdit* m_field;
    Button* m_go;
    TextLabel* m_state;
    InlineBanner* m_error;
    TextLabel* m_label;
    QVBoxLayout* m_bars;
    TextLabel* m_rest;
    QString m_run; ///< whose answers are shown
};

} // namespace lepton::ui
