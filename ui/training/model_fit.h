// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"
#include "ui/widgets/async.h"

#include <QObject>

#include <map>
#include <memory>
#include <utility>

namespace lepton::ui {

class NewRunViewModel;

/// How well each base model knows the texts of the run that is being put together: the share of tokens that
/// it has no word for. Follows the text column; of texts that were looked at once, the answer is kept.
class ModelFit final : public QObject
{
    Q_OBJECT

public:
    ModelFit(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& newRun, QObject* parent = nullptr);

    /// By model, of the text column that is chosen; without those that are not known yet or cannot be told.
    std::map<train::BaseModelId, double> unknownShares() const;
    bool isSettled() const { return !m_read.isRunning(); }

Q_SIGNALS:
    void changed();

private:
    using Texts = std::pair<base::DatasetVersionId, std::string>; ///< a text column of a version
    using Shares = std::map<train::BaseModelId, std::optional<double>>;

    std::optional<Texts> texts() const;
    void follow();

    std::shared_ptr<TrainingBackend> m_backend;
    NewRunViewModel& m_newRun;
    std::map<Texts, Shares> m_shares;
    std::optional<Texts> m_asked; ///< what is being read
    Async m_read;
};

} // namespace lepton::ui
