// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace lepton::ui {

/// Where in the program something is: lepton://page/object@version/part?key=value, for example
/// lepton://dataset/german_credit@3/table. Names in it are percent-encoded.
struct Route
{
    QString page;                 ///< "datasets", "dataset", "activity", "settings"
    QString object;               ///< name of what is shown; may be empty
    int version = 0;              ///< 0: the newest
    QString part;                 ///< tab or section; may be empty
    QMap<QString, QString> query; ///< filter, sort, selection, ...

    QString toString() const;
    /// Nothing when @p text is no route.
    static std::optional<Route> parse(const QString& text);

    friend bool operator==(const Route&, const Route&) = default;
};

} // namespace lepton::ui
