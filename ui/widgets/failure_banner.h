// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <functional>

namespace lepton::ui {

class InlineBanner;
class Navigator;

/// Says on @p banner that something was not done, with Dismiss. An Undo may come when its page was left: then
/// a toast says it too, where the person is now. @p title is a sentence.
void showFailure(InlineBanner& banner, Navigator& navigator, const QString& title, const base::Error& error,
                 std::function<void()> dismiss);

} // namespace lepton::ui
