// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lepton::ui {

/// Bytes as people look at them: offset, sixteen bytes in hexadecimal, and what of them is printable ASCII, a
/// line for every sixteen.
QString hexDump(const QByteArray& bytes);

} // namespace lepton::ui
