// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <QString>

namespace lepton::ui {

/// The icon for the object of an event's @p kind.
QString eventIcon(const QString& kind);
/// What happened, as a short sentence: "Imported german_credit v3".
QString eventSentence(const store::Event& event);
/// The group of a kind for the filter: "dataset", "job", "member", "workspace", "role".
QString eventGroup(const QString& kind);
QString eventGroupName(const QString& group);

} // namespace lepton::ui
