// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/data_preview.h"

#include <QWidget>

namespace lepton::ui {

class Button;
class RunPreviewViewModel;
class TextLabel;

/// Rows of tokens, a line each: special tokens grey, pieces that go on with a word tinted and joined to it,
/// unknown ones in the colour of a warning. Painted; each row is a sentence for assistive tools by its
/// tooltip.
class TokenRows final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenRows(QWidget* parent = nullptr);

    void setBatch(const train::BatchPreview& batch, std::size_t rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintRow(QPainter& painter, const train::PreviewRow& row, const QRect& area) const;

    std::vector<train::PreviewRow> m_rows;
    std::int64_t m_length = 0;
};

/// The first batch of the training as the model gets it.
class BatchPreviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchPreviewPanel(RunPreviewViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();

    RunPreviewViewModel& m_viewModel;
    TextLabel* m_title;
    TextLabel* m_facts;
    TokenRows* m_rows;
    TextLabel* m_legend;
    Button* m_all;
    bool m_showsAll = false;
};

} // namespace lepton::ui
