// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/checks.h"
#include "train/notice.h"
#include "train/run_store.h"
#include "ui/widgets/chip.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// The words and figures of runs and base models, as all their pages write them. They follow the language
/// and the default locale of the moment. GUI thread.
class TrainingText
{
    Q_DECLARE_TR_FUNCTIONS(TrainingText)

public:
    static QString runName(const train::Run& run) { return QString::fromStdString(run.name()); }
    /// A state as a chip: word, colour and icon.
    static ChipContent state(jobs::JobState state);
    /// "tweets_sentiment v4".
    static QString dataset(const train::Run& run);

    /// "Macro F1", for "macro_f1"; a metric that is not known is named by its key.
    static QString metric(const std::string& key);
    static QString check(train::CheckId id);
    /// What an import of a base model has to tell.
    static QString notice(const train::Notice& notice);
    static QString part(const std::string& key); ///< "train", "validation", "test"

    /// A number as short as it can be told: "3e-5", "0.1", "128".
    static QString number(double value);
    /// "22.7 M"
    static QString parameters(std::int64_t count);
    static QString precision(train::Precision precision);
    static QString schedule(train::Schedule schedule);
    /// "CPU, 8 threads, fp32"
    static QString device(const train::DeviceFacts& facts);
    /// Why this device and this precision, in one or two sentences.
    static QString deviceReason(const train::DeviceFacts& facts);

    /// The best value so far of what the run is chosen by, as saved with the run; nothing when it is not
    /// known.
    static std::optional<double> best(const train::Run& run);
    /// Seconds between start and end, or until now.
    static std::optional<double> elapsed(const train::Run& run);
};

} // namespace lepton::ui
