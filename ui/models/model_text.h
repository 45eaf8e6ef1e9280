// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/review_facts.h"
#include "ui/widgets/chip.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>

namespace lepton::ui {

class ModelsBackend;

/// The words and figures of models, versions and promotions, as all their pages write them. They follow the
/// language and the default locale of the moment. GUI thread.
class ModelText
{
    Q_DECLARE_TR_FUNCTIONS(ModelText)

public:
    /// "news-topics v7".
    static QString version(const QString& model, int number);
    static QString number(int version); ///< "v7"
    /// A stage as a chip: word and colour.
    static ChipContent stage(registry::Stage stage);
    /// "staging → production", for the second line of a request.
    static QString move(registry::Stage from, registry::Stage to);
    static ChipContent state(registry::PromotionState state);
    static QString metric(const std::string& key);
    /// By which versions are listed: "Macro F1, test".
    static QString testScore();
    static bool isHigherBetter(const std::string& metric);
    static QString score(std::optional<double> value); ///< three decimals; a dash for none
    /// "at least 0.9", for a column of gates; with the version in production, where it is known.
    static QString bound(const registry::MetricGate& gate, std::optional<int> incumbent = {});
    static QString gate(const registry::Gate& gate); ///< its name
    /// A sentence that core wrote into the evidence, in the language of the window.
    static QString sentence(const std::string& text);
    /// Why something cannot be done now; empty where nothing stands in the way.
    static QString reason(const std::optional<base::Error>& why);
    static QString role(identity::Role role);
    static QString roles(const identity::Roles& roles);
    /// "reviewer, key 9C41"; "you, reviewer, key 9C41" for the person at this computer.
    static QString person(const Person& person);
    /// A hash as short as people compare it, eight digits.
    static QString hash(const std::string& hash);
    /// What a request that waits is for this person, in a few words, with an icon.
    static QString turn(const PendingReview& request);
    static QString turnIcon(Turn turn);
    static QString task(const std::string& task);
    /// What work is at, "Scoring, 45 %".
    static QString progress(const base::ProgressState& state);
    /// What a page that still reads waits for; empty: nothing that takes long.
    static std::function<QString()> proofOf(std::shared_ptr<ModelsBackend> backend);
};

} // namespace lepton::ui
