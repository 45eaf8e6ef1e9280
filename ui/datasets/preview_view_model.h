// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/sample_model.h"
#include "ui/widgets/async.h"

#include <QObject>

namespace lepton::ui {

/// What the pane beside the list shows of the selected data set.
class PreviewViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Empty,
        Loading,
        Ready,
        Failed
    };

    explicit PreviewViewModel(DatasetContext context, QObject* parent = nullptr);

    /// Shows the newest version of @p dataset. What the list knows is there at once, the rest follows.
    void show(const data::Dataset& dataset);
    void clear();
    void retry();

    State state() const { return m_state; }
    bool isBusy() const { return m_read.isRunning(); }
    const std::optional<base::Error>& error() const { return m_error; }
    /// Of the list until the read is done; valid unless the state is Empty.
    const VersionFacts& facts() const { return m_facts; }
    /// The column whose values are worth showing: the last category with two to twelve values, else any
    /// category; -1 when there is none.
    int categoryColumn() const;
    /// The column whose histogram is worth showing: the longest free text, else the first measured one; -1:
    /// none.
    int histogramColumn() const;

Q_SIGNALS:
    void changed();

private:
    DatasetContext m_context;
    State m_state = State::Empty;
    VersionFacts m_facts;
    std::optional<base::Error> m_error;
    Async m_read;
};

} // namespace lepton::ui
