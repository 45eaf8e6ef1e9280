// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_reader.h"

#include <QCoreApplication>
#include <QString>

#include <functional>

namespace lepton::ui {

/// How the list and the page of a data set take one out of the trash, and what they say where that fails.
class Restoring
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::Restoring)

public:
    struct End
    {
        std::function<void(const QString& name)> restored; ///< with the name that it has now
        std::function<void(const QString& title, const base::Error&)> failed;
        /// Another data set has the name of the one that was to be restored.
        std::function<void(const QString& title, const base::Error&)> nameTaken;
    };
    static void run(CommandQueue& commands, const DatasetContext& context, const base::DatasetId& id,
                    WhenTaken whenTaken, End end);
};

} // namespace lepton::ui
