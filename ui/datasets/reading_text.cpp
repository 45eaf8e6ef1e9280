// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/reading_text.h"

#include "data/rows_by_kind.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/encoding_readings.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/plural.h"
#include "ui/widgets/string_list.h"

#include <QLocale>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr qsizetype longestText = 60;

} // namespace

QString ReadingText::badRow(const data::BadRow& row)
{
    if (CoreText::isCoreLanguage() && !row.message.empty())
        return DatasetText::from(row.message);
    return CoreText::placed(row.kind, row.place, DatasetText::from(row.cell));
}

QString ReadingText::rowLine(const data::BadRow& row)
{
    QString text = DatasetText::from(row.cell);
    if (text.isEmpty())
        text = stringList(row.fields).join(QStringLiteral(", "));
    text = text.simplified();
    if (text.size() > longestText)
        text = text.left(longestText) + QChar(0x2026);
    const QString problem = ImportPreviewModel::problem(row);
    return text.isEmpty()
               ? tr("%1: %2", "place of a row, what is wrong").arg(CoreText::where(row.place), problem)
               : tr("%1: %2, “%3”", "place of a row, what is wrong, what the row holds")
                     .arg(CoreText::where(row.place), problem, text);
}

QStringList ReadingText::badRows(const std::vector<data::BadRow>& rows, std::size_t most)
{
    QStringList lines;
    for (const auto& kind : data::rowsByKind(rows)) {
        if (most == 0)
            break;
        lines << CoreText::placed(kind.kind, {});
        const std::size_t here = std::min(most, kind.rows.size());
        for (std::size_t i = 0; i < here; ++i)
            lines << rowLine(*kind.rows[i]);
        most -= here;
    }
    return lines;
}

QString ReadingText::notice(const data::Notice& notice)
{
    const QString sentence = DatasetText::from(notice.message);
    if (CoreText::isCoreLanguage() && !sentence.isEmpty())
        return sentence;
    using Kind = data::NoticeKind;
    const QString column = DatasetText::from(notice.column);
    const QString original = DatasetText::from(notice.original);
    const QString number = QLocale().toString(qlonglong(notice.number));
    switch (notice.kind) {
    case Kind::Other:
        break;
    case Kind::GuessedEncoding:
        if (notice.encoding.empty())
            break;
        if (notice.encoding.starts_with("utf-"))
            return tr("The file has no byte order mark; it was read as %1.")
                .arg(EncodingReadings::shortName(notice.encoding));
        return tr("The text is not UTF-8; it was read as %1. Choose another encoding if words look wrong.")
            .arg(EncodingReadings::shortName(notice.encoding));
    case Kind::NamedColumn:
        if (!column.isEmpty())
            return tr("Column %1 has no name in the file; it is called “%2”.").arg(number, column);
        break;
    case Kind::RenamedColumn:
        if (!column.isEmpty())
            return tr("Column %1 is the second one called “%2”; it was renamed to “%3”.")
                .arg(number, original, column);
        break;
    case Kind::DecimalComma:
        if (!column.isEmpty())
            return tr("In column “%1” the comma was read as the decimal mark: 1,5 is one and a half.")
                .arg(column);
        break;
    case Kind::EmptyColumnLeftOut:
        if (notice.number > 0)
            return tr("Every line ends in a delimiter; the empty column %1 that this makes was left out.")
                .arg(number);
        break;
    case Kind::MissingWords:
        if (!column.isEmpty())
            return tr("In column “%1”, %Ln cell(s) hold a word for a missing value (such as NA) and were "
                      "taken as missing.",
                      nullptr, plural(notice.number))
                .arg(column);
        break;
    case Kind::NestedAsJson:
        if (!column.isEmpty())
            return tr("The column “%1” holds nested values (%2); they are kept as JSON text.")
                .arg(column, original);
        break;
    }
    return sentence;
}

} // namespace lepton::ui
