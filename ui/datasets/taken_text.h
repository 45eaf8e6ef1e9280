// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/taken_over.h"

#include <QString>

namespace lepton::ui {

/// "Read as v3 was: encoding GB18030, types of id, price."; empty when nothing was taken over.
QString takenSentence(const data::TakenOver& taken);
/// "What v3 was read with does not fit this file: delimiter. It was found anew."; empty when all of it fits.
QString leftSentence(const data::TakenOver& taken);

} // namespace lepton::ui
