// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

namespace lepton::ui {

/// Stands where rows will be while they are read: bars at the true row height, without motion. Shows nothing
/// for the first 200 ms after start(), so that a quick answer does not flicker; after 2 s a line says what is
/// being read, and how far that has come where it is known.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(QWidget* parent = nullptr);

    void setRowHeight(int pixels);
    /// What is being read, as a sentence.
    void setSentence(const QString& sentence);
    /// What is to be said instead while @p news is not empty, as how far it has come: asked four times a
    /// second, once the line is there.
    void setNews(std::function<QString()> news);
    /// The line as it stands; empty as long as there is none.
    QString shownSentence() const;
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

    void step();

    QTimer m_timer;
    Stage m_stage = Stage::Quiet;
    QString m_sentence, m_told;
    std::function<QString()> m_news;
    int m_rowHeight;
};

} // namespace lepton::ui
