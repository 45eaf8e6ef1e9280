// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace lepton::ui {

/// What the roles of members are called in the language of the moment. GUI thread.
class RoleText
{
    Q_DECLARE_TR_FUNCTIONS(RoleText)

public:
    /// @p role is the word of the catalog: "analyst", "engineer", "reviewer", "admin".
    static QString name(const QString& role);
    /// "engineer, reviewer".
    static QString list(const QStringList& roles);
    /// What the role is for, as a sentence.
    static QString meaning(const QString& role);
};

} // namespace lepton::ui
