// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QMenu;
class QPlainTextEdit;
class QRadioButton;
class QStackedWidget;

namespace lepton::ui {

class ImportTable;
class ImportViewModel;
class InlineBanner;
class Segment;
class Skeleton;
class TextLabel;

/// The right side of the import dialog: the rows as they would be read, the text and the bytes behind them,
/// the rows that cannot be read and what to do with them, and how the file goes with the version before.
class ImportPreviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPreviewPanel(ImportViewModel& viewModel, QWidget* parent = nullptr);

private:
    void update();
    QString shownRows() const;
    void updateProgress();
    void updateProblems();
    void updateFit();
    void showTypeMenu(int column, const QPoint& place);

    ImportViewModel& m_viewModel;
    TextLabel* m_title;
    TextLabel* m_note;
    Segment* m_views;
    QStackedWidget* m_stack;
    ImportTable* m_table;
    QPlainTextEdit* m_text;
    QPlainTextEdit* m_bytes;
    Skeleton* m_skeleton;
    QWidget* m_failure;
    InlineBanner* m_error;
    TextLabel* m_progress;
    InlineBanner* m_notices;
    InlineBanner* m_problems;
    QWidget* m_choice;
    QRadioButton* m_leaveOut;
    QRadioButton* m_nothing;
    InlineBanner* m_fit;
    bool m_fitted = false;
};

} // namespace lepton::ui
