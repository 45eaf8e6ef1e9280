// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/name_rule.h"

#include "base/error.h"
#include "base/text.h"

namespace lepton::ui {

QString NameRule::whyNot(const QString& text)
{
    try {
        base::checkedName(text.toStdString(), "thing");
        return {};
    } catch (const base::Error&) {
        return tr("A name has 1 to 120 characters, no / and no @, and no blank at its ends.");
    }
}

} // namespace lepton::ui
