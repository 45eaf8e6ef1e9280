// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pool_break.h"

#include <QThreadPool>

namespace lepton::ui {

PoolBreak::PoolBreak()
{
    QThreadPool::globalInstance()->releaseThread();
}

PoolBreak::~PoolBreak()
{
    QThreadPool::globalInstance()->reserveThread();
}

} // namespace lepton::ui
