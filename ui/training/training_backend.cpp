// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_backend.h"

#include <algorithm>

namespace lepton::ui {

namespace {

bool hasArtifact(const std::vector<train::RunArtifact>& artifacts, train::ArtifactKind kind)
{
    return std::ranges::any_of(artifacts,
                               [kind](const train::RunArtifact& artifact) { return artifact.kind == kind; });
}

} // namespace

bool RunDetails::hasCheckpoint() const
{
    return hasArtifact(artifacts, train::ArtifactKind::Checkpoint);
}

bool RunDetails::hasModel() const
{
    return hasArtifact(artifacts, train::ArtifactKind::Model);
}

} // namespace lepton::ui
