// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace lepton::ui {

class Card;
class FactList;
class RunNoteCard;
class RunViewModel;
class TextLabel;
struct RunFact;

/// What a run is made of, and how it stands now: beside the curves, or in a sheet where there is no room.
class RunSide final : public QWidget
{
    Q_OBJECT

public:
    explicit RunSide(RunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();

    RunViewModel& m_viewModel;
    Card* m_factsCard;
    Card* m_nowCard;
    RunNoteCard* m_note;
    FactList* m_facts;
    FactList* m_now;
    TextLabel* m_reason;
    QStringList m_shownFacts;
    QStringList m_shownNow;
};

} // namespace lepton::ui
