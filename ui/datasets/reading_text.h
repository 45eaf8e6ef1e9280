// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace lepton::ui {

/// What the reading of a file has to say, in the language of the window: an English window shows the
/// sentences of core as they are, another one says them by their kinds and subjects. GUI thread.
class ReadingText
{
    Q_DECLARE_TR_FUNCTIONS(ReadingText)

public:
    static QString badRow(const data::BadRow& row);
    /// Where @p row is, what is wrong with it and what it holds, without the remedy: for lists of rows.
    static QString rowLine(const data::BadRow& row);
    /// What is wrong with @p rows and what helps, once for each kind, and under it the rows, @p most of all.
    static QStringList badRows(const std::vector<data::BadRow>& rows, std::size_t most);
    /// Of a notice without its subjects, as older versions hold them, the sentence of core.
    static QString notice(const data::Notice& notice);
};

} // namespace lepton::ui
