// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace lepton::ui {

/// Stands where rows will be while they are read: bars at the true row height, without motion. Shows nothing
/// for the first 200 ms after start(), so that a quick answer does not flicker; after 2 s a line says what is
/// being read.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(QWidget* parent = nullptr);

    void setRowHeight(int pixels);
    /// What is being read, as a sentence.
    void setSentence(const QString& sentence);
    void start();
    void stop();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Stage
    {
        Quiet,
        Bars,
        Sentence
    };

    QTimer m_timer;
    Stage m_stage = Stage::Quiet;
    QString m_sentence;
    int m_rowHeight;
};

} // namespace lepton::ui
