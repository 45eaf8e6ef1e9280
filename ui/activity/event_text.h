// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"
#include "ui/activity/event_names.h"
#include "ui/widgets/route.h"

#include <QString>

namespace lepton::ui {

/// The icon for the object of an event's @p kind.
QString eventIcon(const QString& kind);
/// What happened, as a short sentence: "Imported german_credit v3". GUI thread.
QString eventSentence(const store::Event& event, const EventNames& names = {});
/// The group of a kind for the filter: "dataset", "job", "member", "model", "promotion", ...
QString eventGroup(const QString& kind);
QString eventGroupName(const QString& group);
/// Where what the event is about is shown; no page where there is none, or no more.
Route eventRoute(const store::Event& event, const EventNames& names);

} // namespace lepton::ui
