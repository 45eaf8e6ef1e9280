// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"
#include "ui/activity/event_names.h"
#include "ui/widgets/route.h"

#include <QString>
#include <QStringList>

namespace lepton::ui {

/// The icon for the object of an event's @p kind.
QString eventIcon(const QString& kind);
/// What happened, as a short sentence: "Imported german_credit v3". GUI thread.
QString eventSentence(const store::Event& event, const EventNames& names = {});
/// What its author is called; an id where nobody knows.
QString eventAuthor(const store::Event& event, const EventNames& names);
/// All groups, in the order of the filter's menu.
QStringList eventGroups();
/// The group of a kind for the filter: "dataset", "job", "member", "model", "promotion", ...
QString eventGroup(const QString& kind);
QString eventGroupName(const QString& group);
/// Where what the event is about is shown; no page where there is none, or no more.
Route eventRoute(const store::Event& event, const EventNames& names);

} // namespace lepton::ui
