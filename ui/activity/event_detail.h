// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to ui/activity.

#include "store/event.h"
#include "ui/activity/event_names.h"

#include <QCoreApplication>
#include <QString>
#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace lepton::ui {

struct EventText
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::EventText)
};

/// The detail of an event, which may be anything.
class EventDetail
{
public:
    EventDetail(const store::Event& event, const EventNames& names);

    const QString& kind() const noexcept { return m_kind; }
    /// Empty where there is no such text.
    QString text(const char* key) const;
    int number(const char* key) const;
    double figure(const char* key) const;
    bool flag(const char* key) const;
    std::size_t size(const char* key) const;
    /// What the event's object is called; its id where nobody knows.
    QString object() const;
    /// The same for an id: "Mei", "tone", "tone v3".
    QString nameOf(const QString& id) const;
    /// The name of the object's model and the number, "tone" and 3; empty where nobody knows.
    std::pair<QString, int> version() const;
    /// Whether the object has a name.
    bool isKnown() const;

private:
    const EventNames& m_names;
    QString m_kind, m_object;
    nlohmann::json m_detail;
};

/// Of models, standards, promotions and predictions; nothing for another kind.
std::optional<QString> registrySentence(const EventDetail& detail);

} // namespace lepton::ui
