// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <utility>

namespace lepton::testing {

/// Remembers what a page asked the window for.
class RecordingNavigator final : public ui::Navigator
{
public:
    void go(const ui::Route& route) override { routes << route; }
    void back() override {}
    void toast(const QString& text, std::function<void()> undo) override
    {
        toasts << text;
        lastUndo = std::move(undo);
    }

    QList<ui::Route> routes;
    QStringList toasts;
    std::function<void()> lastUndo;
};

} // namespace lepton::testing
