// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/route.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace lepton::ui {

/// What a person must have the right to.
enum class HomeRight
{
    None,
    Import,
    Train
};

/// What can be done about an item: some work, a dialog, a place to go to, or the first two and then the last.
struct HomeAction
{
    QString id; ///< end of its objectName: "resume"
    QString text;
    Route route{};                             ///< gone to afterwards; no page: stays
    std::function<void()> work{};              ///< worker; throws base::Error
    std::function<void(QWidget* over)> open{}; ///< GUI thread: a dialog
    HomeRight right = HomeRight::None;
};

/// One thing that waits for this person, as a row.
struct HomeItem
{
    QString id; ///< stable; middle of the objectNames: "R-147"
    QString icon;
    theme::Role tone = theme::Role::Text2; ///< of the icon: Bad, Warn, Accent, ...
    QString title;                         ///< what happened
    QString sentence;                      ///< why, and what can be done
    base::UtcTime time;
    std::vector<HomeAction> actions{}; ///< the first is what opening the row does
    bool isNews = false;               ///< can be put aside once it was read
};

/// What a source found, without words yet.
class HomeFindings
{
public:
    virtual ~HomeFindings() = default;
    /// GUI thread: in the language of the moment, newest first.
    virtual std::vector<HomeItem> items() const = 0;
};

/// One kind of things that may wait for a person: the list at the top of Home shows those of all sources, a
/// segment each. Outlives the page; thread-safe.
class HomeSource
{
public:
    virtual ~HomeSource() = default;

    /// Stable word: "runs".
    virtual QString id() const = 0;
    /// GUI thread: what the segment is called, "Runs".
    virtual QString title() const = 0;
    /// Worker. @throw base::Error
    virtual std::shared_ptr<const HomeFindings> find(const base::Cancellation& cancellation) = 0;
};

} // namespace lepton::ui
