// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

class QMenu;

namespace lepton::ui {

/// What the person at this computer may not do, as core said when it was asked last: what begins such a thing
/// is off, with the reason. Until the first answer everything may be done; core refuses what must not be, in
/// any case. Asks on a worker. See RightsTo.
class Rights : public QObject
{
    Q_OBJECT

public:
    /// Asks again: roles may be others now. While an answer is on its way, once more after it.
    void refresh();
    bool isAsking() const { return m_read.isRunning(); }

Q_SIGNALS:
    void changed();

protected:
    using Refusals = std::map<int, base::Error>;

    Rights(std::function<Refusals()> ask, QObject* parent);
    ~Rights() override = default;
    /// The sentence in the language of the window.
    QString reason(int action) const;

private:
    void take(Refusals refusals);

    std::function<Refusals()> m_ask;
    Refusals m_refusals;
    bool m_isAskedAgain = false;
    Async m_read;
};

/// Rights to some actions of a service, such as data::DatasetAction.
template <class Action>
class RightsTo : public Rights
{
public:
    /// @p whyNot says why the person may not, nothing where they may; on a worker. Unset: may all of it.
    RightsTo(std::vector<Action> actions, std::function<std::optional<base::Error>(Action)> whyNot,
             QObject* parent = nullptr)
        : Rights(
              [actions = std::move(actions), whyNot = std::move(whyNot)] {
                  Refusals refusals;
                  for (const Action action : actions) {
                      if (const auto error = whyNot ? whyNot(action) : std::nullopt)
                          refusals.emplace(int(action), *error);
                  }
                  return refusals;
              },
              parent)
    {}

    /// Why the person may not; empty: may, or it is not known yet.
    QString whyNot(Action action) const { return reason(int(action)); }
};

/// Says at the end of @p menu why entries of it are off; an empty reason adds nothing.
void addReason(QMenu& menu, const QString& reason);

} // namespace lepton::ui
