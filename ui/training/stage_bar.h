// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace lepton::ui {

/// One stage of a job.
struct Stage
{
    enum class State
    {
        Todo,
        Active,
        Paused,
        Done,
        Failed,
        Stopped
    };
    QString name;
    State state = State::Todo;
    double share = 0;   ///< of the active one, 0 to 1
    QString note{};     ///< behind the name: how long it took
    QString detail{};   ///< of the active one: "step 1,612 of 2,748, 7:17 elapsed"
    QString timeLeft{}; ///< of the active one: "5:08 left"
};

/// The stages of a job in a row: a circle with a mark, name, time, and a bar. The one that runs is the widest
/// and shows how far it is. The accessible name is one sentence.
class StageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(QWidget* parent = nullptr);

    void setStages(std::vector<Stage> stages);
    const std::vector<Stage>& stages() const { return m_stages; }

    QSize sizeHint() const override { return {600, 40}; }
    QSize minimumSizeHint() const override { return {320, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<int> widths() const;
    int textWidth(const Stage& stage) const;

    std::vector<Stage> m_stages;
};

} // namespace lepton::ui
