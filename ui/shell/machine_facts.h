// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace lepton::ui {

/// What this computer can do, as the system says.
struct MachineFacts
{
    QString processor;         ///< "AMD EPYC 7763"; empty when the system does not tell
    int threads = 1;           ///< that this process may use
    std::int64_t memory = 0;   ///< bytes; 0 when not known
    QStringList graphicsCards; ///< names of NVIDIA cards whose driver is loaded
};

/// Reads /proc. Worker thread.
MachineFacts readMachineFacts();

/// "CPU, 8 threads" or "NVIDIA H100, 8 threads".
QString deviceText(const MachineFacts& facts);

} // namespace lepton::ui
