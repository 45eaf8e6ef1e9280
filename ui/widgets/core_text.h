// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <string_view>

namespace lepton::ui {

struct CoreSentence;

/// The errors of core in the language of the window. Core knows no languages and writes its sentences in
/// English; an English window shows them as they are. In another language a sentence is known by its form,
/// which keeps the paths, names and numbers in it; one of unknown form is said by its code and place. GUI
/// thread.
class CoreText
{
    Q_DECLARE_TR_FUNCTIONS(CoreText)

public:
    static QString error(const base::Error& error);
    /// @p sentence is what core says, "" if that is not known.
    static QString error(base::ErrorCode code, std::string_view sentence, const base::ErrorPlace& place = {});
    /// A sentence of core that is no error, such as why a gate failed; in core's words where it is not known.
    static QString said(std::string_view sentence);
    /// A line that a run logged; in core's words where it is not known.
    static QString logged(std::string_view line);
    /// What @p code means at @p place, without the words of core. @p cell: the value that does not fit, if
    /// known.
    static QString placed(base::ErrorCode code, const base::ErrorPlace& place, const QString& cell = {});
    /// "Row 4 (line 5), column “price”, byte 33", as far as @p place has them.
    static QString where(const base::ErrorPlace& place);
    /// Whether core's own words are those of the window.
    static bool isCoreLanguage();

private:
    static QString meaning(base::ErrorCode code);
    static QString known(base::ErrorCode code, const QString& sentence);
    /// Nothing where @p sentence has another form than @p entry.
    static std::optional<QString> inWindowLanguage(const CoreSentence& entry, const QString& sentence);
};

} // namespace lepton::ui
