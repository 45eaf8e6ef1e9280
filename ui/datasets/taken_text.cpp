// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/taken_text.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/encoding_readings.h"
#include "ui/widgets/string_list.h"

#include <QCoreApplication>
#include <QStringList>

namespace lepton::ui {

namespace {

/// A list names so many words or columns and leaves the others out.
constexpr qsizetype mostNamed = 4;

struct TakenText
{
    Q_DECLARE_TR_FUNCTIONS(TakenText)
};

QString listed(const QStringList& words)
{
    const QString comma = TakenText::tr(", ", "between the words of a list");
    return words.size() <= mostNamed
               ? words.join(comma)
               : TakenText::tr("%1 and %Ln more", "words", int(words.size() - mostNamed))
                     .arg(words.mid(0, mostNamed).join(comma));
}

QString nameOf(data::ReadOption option)
{
    switch (option) {
    case data::ReadOption::Encoding:
        return TakenText::tr("encoding");
    case data::ReadOption::Delimiter:
        return TakenText::tr("delimiter");
    case data::ReadOption::Quote:
        return TakenText::tr("quotes");
    case data::ReadOption::DecimalMark:
        return TakenText::tr("decimal mark");
    case data::ReadOption::Header:
        return TakenText::tr("first row without names");
    case data::ReadOption::Nulls:
        return TakenText::tr("words for missing");
    case data::ReadOption::Types:
        return TakenText::tr("types of columns");
    }
    return {};
}

QString takenOption(data::ReadOption option, const data::TakenOver& taken)
{
    const auto& options = taken.options;
    if (option == data::ReadOption::Encoding && options.encoding)
        return TakenText::tr("encoding %1")
            .arg(EncodingReadings::shortName(
                data::canonicalEncoding(*options.encoding).value_or(*options.encoding)));
    if (option == data::ReadOption::Delimiter && options.delimiter)
        return TakenText::tr("delimiter %1").arg(DatasetText::delimiter(*options.delimiter));
    if (option == data::ReadOption::Nulls && options.nulls)
        return options.nulls->empty()
                   ? TakenText::tr("nothing but empty fields as missing")
                   : TakenText::tr("%1 as missing", "words").arg(listed(stringList(*options.nulls)));
    if (option == data::ReadOption::Types)
        return TakenText::tr("types of %1", "columns").arg(listed(stringList(taken.types)));
    return nameOf(option);
}

} // namespace

QString takenSentence(const data::TakenOver& taken)
{
    QStringList options;
    for (const auto option : taken.taken)
        options << takenOption(option, taken);
    return options.isEmpty() ? QString()
                             : TakenText::tr("Read as v%1 was: %2.", "version, what was taken over")
                                   .arg(QString::number(taken.version),
                                        options.join(TakenText::tr("; ", "between the options of a list")));
}

QString leftSentence(const data::TakenOver& taken)
{
    QStringList options;
    for (const auto option : taken.left)
        options << nameOf(option);
    return options.isEmpty()
               ? QString()
               : TakenText::tr("Found anew, since what v%1 was read with does not fit this file: %2.",
                               "version, options")
                     .arg(QString::number(taken.version),
                          options.join(TakenText::tr("; ", "between the options of a list")));
}

} // namespace lepton::ui
