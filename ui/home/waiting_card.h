// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/home_item.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace lepton::ui {

class Button;
class Chip;
class EmptyState;
class HomeViewModel;
class Segment;

/// What waits for this person: a row an item, the action on the row, a segment a kind. Before the first run
/// it offers the next step instead.
class WaitingCard final : public Card
{
    Q_OBJECT

public:
    explicit WaitingCard(HomeViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();
    /// Why the person may not import, or start a run; empty: may.
    void setReasons(const QString& whyNoImport, const QString& whyNoRun);

Q_SIGNALS:
    /// The next step of HomeViewModel::nextStep().
    void nextStepRequested();
    void actionRequested(const lepton::ui::HomeAction& action);
    void dismissRequested(const lepton::ui::HomeItem& item);

private:
    void update();
    void updateSegments();
    void updateEmpty();
    void fillRows();
    QString whyNot(const HomeAction& action) const;
    /// One vertical for the times of all rows, whatever may be done about each.
    void alignTimes();
    QWidget* makeRow(const HomeItem& item, bool ruled);

    HomeViewModel& m_viewModel;
    Chip* m_count;
    Segment* m_segments;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QWidget* m_more; ///< with its margins, where rows are left out
    Button* m_all;
    EmptyState* m_empty;
    QStringList m_segmentIds; ///< by number of the segment; the first is empty: all
    QString m_segment;
    QString m_shown; ///< what the rows say
    QString m_whyNoImport, m_whyNoRun;
    bool m_showsAll = false;
};

} // namespace lepton::ui
