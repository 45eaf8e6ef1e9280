// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/route.h"

#include <QString>

#include <functional>

namespace lepton::ui {

/// What a page may ask of the window it is in.
class Navigator
{
public:
    virtual ~Navigator() = default;

    /// Goes to @p route and remembers where one was.
    virtual void go(const Route& route) = 0;
    virtual void back() = 0;
    /// One line at the bottom right. With @p undo it has the button Undo for 8 s. Never the only news of an
    /// error.
    virtual void toast(const QString& text, std::function<void()> undo = {}) = 0;
};

} // namespace lepton::ui
