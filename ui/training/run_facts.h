// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lepton::ui {

class RunViewModel;
struct MetricSample;

/// A fact with its name; what people paste elsewhere can be copied.
struct RunFact
{
    QString label;
    QString value;
    QString whole{};    ///< the whole of a shortened value, or a sentence that explains it
    QString copyName{}; ///< objectName of the button that copies the whole; empty: none
};

/// The best point so far of the metric that chooses the weights, in viewModel.line(); null before the first.
/// The view-model is ready.
const MetricSample* bestOf(const RunViewModel& viewModel);

/// Why it runs on this device with this precision, as a sentence; empty until it is known.
QString deviceReason(const RunViewModel& viewModel);

/// What a run is made of: data, model, settings, device, seed, hashes, who and when.
QList<RunFact> factsOf(const RunViewModel& viewModel);
/// How it stands: memory and processor of this process, the best score so far, what is saved. Empty where
/// there is nothing to tell.
QList<RunFact> factsOfNow(const RunViewModel& viewModel);

} // namespace lepton::ui
