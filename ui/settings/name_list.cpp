// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/name_list.h"

#include <QStringList>

namespace lepton::ui {
namespace {

constexpr QLatin1Char separator(';');
constexpr QLatin1Char quote('"');

} // namespace

QString joinNames(const std::vector<std::string>& names)
{
    QStringList parts;
    for (const std::string& one : names) {
        QString name = QString::fromStdString(one);
        if (name.contains(separator) || name.contains(quote))
            name = quote + name.replace(quote, QStringLiteral("\"\"")) + quote;
        parts << name;
    }
    return parts.join(QStringLiteral("; "));
}

std::vector<std::string> splitNames(const QString& line)
{
    std::vector<std::string> names;
    QString name;
    bool isQuoted = false;
    const auto take = [&] {
        if (const QString whole = name.trimmed(); !whole.isEmpty())
            names.push_back(whole.toStdString());
        name.clear();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        const bool isDoubled = isQuoted && letter == quote && i + 1 < line.size() && line[i + 1] == quote;
        if (isDoubled)
            name += line[++i];
        else if (letter == quote && (isQuoted || name.trimmed().isEmpty()))
            isQuoted = !isQuoted;
        else if (letter == separator && !isQuoted)
            take();
        else
            name += letter;
    }
    take();
    return names;
}

} // namespace lepton::ui
