// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/role_text.h"

namespace lepton::ui {

QString RoleText::name(const QString& role)
{
    if (role == QLatin1String("analyst"))
        return tr("analyst");
    if (role == QLatin1String("engineer"))
        return tr("engineer");
    if (role == QLatin1String("reviewer"))
        return tr("reviewer");
    return role == QLatin1String("admin") ? tr("admin") : role;
}

QString RoleText::list(const QStringList& roles)
{
    QStringList names;
    for (const QString& role : roles)
        names << name(role);
    return names.join(tr(", ", "between roles"));
}

QString RoleText::meaning(const QString& role)
{
    if (role == QLatin1String("analyst"))
        return tr("Reads what is shared, asks, comments, and uses models.");
    if (role == QLatin1String("engineer"))
        return tr("Also imports, trains, registers models, and asks for promotions.");
    if (role == QLatin1String("reviewer"))
        return tr("Also approves and rejects promotions that others ask for.");
    return role == QLatin1String("admin") ? tr("All of these, and members and standards.") : QString();
}

} // namespace lepton::ui
