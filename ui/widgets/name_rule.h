// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// What base::checkedName() takes for a name, in the language of the window.
class NameRule
{
    Q_DECLARE_TR_FUNCTIONS(lepton::ui::NameRule)

public:
    /// Why @p text is no name; empty: it is one.
    static QString whyNot(const QString& text);
};

} // namespace lepton::ui
