// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/core_text.h"

#include "ui/widgets/core_sentences.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace lepton::ui {

namespace {

using base::ErrorCode;

/// @p form with room for what stands for its %1, %2, ...
QRegularExpression expressionOf(const QString& form)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    QString pattern;
    qsizetype from = 0;
    for (auto places = place.globalMatch(form); places.hasNext();) {
        const auto match = places.next();
        pattern += QRegularExpression::escape(form.mid(from, match.capturedStart() - from)) +
                   QStringLiteral("(.+?)");
        from = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(form.mid(from));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

/// What stands for %1, %2, ... of @p form in @p sentence; nothing when it has another form.
std::optional<QStringList> subjectsIn(const QString& sentence, const QString& form)
{
    static QHash<QString, QRegularExpression> known; // there are some hundred forms, and logs have many lines
    auto expression = known.find(form);
    if (expression == known.end())
        expression = known.insert(form, expressionOf(form));
    const auto match = expression->match(sentence);
    if (!match.hasMatch())
        return std::nullopt;
    return match.capturedTexts().mid(1);
}

/// A translation need not use every subject, and a subject may hold a % itself.
QString filled(const QString& form, const QStringList& subjects)
{
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int number = form[i] == QLatin1Char('%') && i + 1 < form.size() ? form[i + 1].digitValue() : -1;
        if (number >= 1 && number <= subjects.size()) {
            text += subjects[number - 1];
            ++i;
        } else {
            text += form[i];
        }
    }
    return text;
}

/// @p phrase, said in the first of @p forms that it has.
QString saidIn(std::span<const char* const> forms, const QString& phrase)
{
    for (const char* form : forms) {
        if (const auto subjects = subjectsIn(phrase, QString::fromUtf8(form)))
            return filled(CoreText::tr(form), *subjects);
    }
    return phrase;
}

/// Those of @p subjects that @p form says something of which is itself said in words.
void sayParts(const QString& form, QStringList& subjects)
{
    struct Part
    {
        QRegularExpression place;
        std::span<const char* const> forms;
    };
    static const Part parts[] = {
        {QRegularExpression(QStringLiteral("gate %(\\d)")), gateForms()},
        {QRegularExpression(QStringLiteral("takes %(\\d), and")), rangeForms()},
        {QRegularExpression(QStringLiteral("and this is %(\\d)\\.")), valueForms()},
    };
    for (const Part& part : parts) {
        if (const auto match = part.place.match(form); match.hasMatch()) {
            QString& subject = subjects[match.captured(1).toInt() - 1];
            subject = saidIn(part.forms, subject);
        }
    }
}

/// @p sentence of core as this window reads it: a difference of figures there has the hyphen of a terminal.
QString wordsOf(std::string_view sentence)
{
    static const QRegularExpression difference(QStringLiteral(R"(\(-(\d+\.\d{4})\))"));
    return QString::fromUtf8(sentence.data(), qsizetype(sentence.size()))
        .replace(difference, QStringLiteral("(−\\1)"));
}

bool isOfTable(ErrorCode code)
{
    return code >= ErrorCode::EmptyFile && code <= ErrorCode::TooLarge;
}

bool isPlaced(const base::ErrorPlace& place)
{
    return place.row || place.line || place.byte || place.column;
}

} // namespace

bool CoreText::isCoreLanguage()
{
    return QLocale().language() == QLocale::English || QLocale().language() == QLocale::C;
}

QString CoreText::error(const base::Error& error)
{
    return CoreText::error(error.code(), error.what(), error.place());
}

QString CoreText::error(ErrorCode code, std::string_view sentence, const base::ErrorPlace& place)
{
    const QString words = wordsOf(sentence);
    if (isCoreLanguage() && !words.isEmpty())
        return words;
    if (const QString text = known(code, words); !text.isEmpty())
        return text;
    if (words.isEmpty() || (isOfTable(code) && isPlaced(place)))
        return placed(code, place);
    switch (code) {
    case ErrorCode::Busy:
    case ErrorCode::NoSpace:
    case ErrorCode::ReadOnly:
    case ErrorCode::Permission:
    case ErrorCode::Cancelled:
    case ErrorCode::EmptyFile:
    case ErrorCode::BadParquet:
    case ErrorCode::BadCompression:
        return meaning(code);
    default:
        return tr("%1 In the words of the program: “%2”", "what is wrong, the same in English")
            .arg(meaning(code), words);
    }
}

QString CoreText::said(std::string_view sentence)
{
    const QString words = wordsOf(sentence);
    if (isCoreLanguage())
        return words;
    for (const auto sentences :
         {decisionSentences(), auditSentences(), trainingSentences(), recipeSentences(), coreSentences()}) {
        for (const CoreSentence& entry : sentences) {
            if (const auto text = inWindowLanguage(entry, words))
                return *text;
        }
    }
    return words;
}

QString CoreText::logged(std::string_view line)
{
    const QString words = QString::fromUtf8(line.data(), qsizetype(line.size()));
    if (isCoreLanguage())
        return words;
    for (const char* form : logForms()) {
        auto subjects = subjectsIn(words, QString::fromUtf8(form));
        if (!subjects)
            continue;
        for (QString& subject : *subjects)
            subject = saidIn(phraseForms(), subject);
        if (!subjects->empty() && words.endsWith(subjects->back())) // "notice: ...", an error in a line
            subjects->back() = logged(subjects->back().toStdString());
        return filled(tr(form), *subjects);
    }
    return said(line);
}

QString CoreText::known(ErrorCode code, const QString& sentence)
{
    for (const auto sentences :
         {coreSentences(), trainingSentences(), recipeSentences(), decisionSentences()}) {
        for (const CoreSentence& entry : sentences) {
            if (entry.code != code)
                continue;
            if (const auto text = inWindowLanguage(entry, sentence))
                return *text;
        }
    }
    return {};
}

std::optional<QString> CoreText::inWindowLanguage(const CoreSentence& entry, const QString& sentence)
{
    const QString form = QString::fromUtf8(entry.form);
    auto subjects = subjectsIn(sentence, form);
    if (!subjects)
        return std::nullopt;
    if (form.startsWith(QLatin1String("Cannot %1 "))) {
        // One that is not listed may be the tail of another form: "Cannot export to x: it is ...".
        const auto action = std::ranges::find(coreActions(), subjects->front(),
                                              [](const char* word) { return QString::fromUtf8(word); });
        if (action == coreActions().end())
            return std::nullopt;
        subjects->front() = tr(*action);
    } else if (!subjects->empty() && sentence.endsWith(subjects->back())) { // a sentence in a sentence
        subjects->back() = said(subjects->back().toStdString());
    }
    for (QString& subject : *subjects)
        subject = saidIn(phraseForms(), subject);
    sayParts(form, *subjects);
    return filled(tr(entry.form), *subjects);
}

QString CoreText::where(const base::ErrorPlace& place)
{
    const QLocale locale;
    QStringList parts;
    if (place.row && place.line)
        parts << tr("Row %1 (line %2)").arg(locale.toString(*place.row), locale.toString(*place.line));
    else if (place.row)
        parts << tr("Row %1").arg(locale.toString(*place.row));
    else if (place.line)
        parts << tr("Line %1").arg(locale.toString(*place.line));
    else
        parts << tr("The file");
    if (place.column)
        parts << tr("column “%1”").arg(QString::fromStdString(*place.column));
    if (place.byte)
        parts << tr("byte %1").arg(locale.toString(*place.byte));
    return parts.join(tr(", ", "between row, column and byte"));
}

QString CoreText::placed(ErrorCode code, const base::ErrorPlace& place, const QString& cell)
{
    switch (code) {
    case ErrorCode::RaggedRow:
        if (place.fields && place.expected)
            return tr("%1: there are %Ln field(s) where the table has %2 column(s). Mend the row, put quotes "
                      "around text that holds the delimiter, or import without the rows that cannot be read.",
                      nullptr, int(*place.fields))
                .arg(where(place), QLocale().toString(*place.expected));
        break;
    case ErrorCode::BadValue:
    case ErrorCode::NumberOutOfRange:
        if (!cell.isEmpty())
            return (code == ErrorCode::BadValue
                        ? tr("%1: “%2” does not fit the type of the column. Mend the cell, choose another "
                             "type for the column, or import without the rows that cannot be read.")
                        : tr("%1: “%2” is too large for the type of the column. Mend the cell, choose "
                             "another type for the column, or import without the rows that cannot be "
                             "read."))
                .arg(where(place), cell);
        break;
    default:
        break;
    }
    if (isOfTable(code) && isPlaced(place))
        return tr("%1: %2", "place in a file, what is wrong there").arg(where(place), meaning(code));
    return meaning(code);
}

QString CoreText::meaning(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
        return tr("Something unexpected went wrong.");
    case ErrorCode::InvalidArgument:
        return tr("Something that was given does not fit.");
    case ErrorCode::NotFound:
        return tr("What this needs is not there.");
    case ErrorCode::Exists:
        return tr("There is one of this name already.");
    case ErrorCode::Cancelled:
        return tr("This was cancelled.");
    case ErrorCode::Io:
        return tr("Reading or writing failed.");
    case ErrorCode::NoSpace:
        return tr("The disk is full. Free some space and try again.");
    case ErrorCode::ReadOnly:
        return tr("You can read this but not change it: it is write-protected for you.");
    case ErrorCode::Permission:
        return tr("You do not have the rights for this.");
    case ErrorCode::Busy:
        return tr("This is in use elsewhere now. Try again.");
    case ErrorCode::Unsupported:
        return tr("This program cannot do that.");
    case ErrorCode::NotAWorkspace:
        return tr("This folder is not a workspace.");
    case ErrorCode::NewerSchema:
        return tr("The workspace was made by a newer version of Lepton Workbench. Install that version.");
    case ErrorCode::Damaged:
        return tr("A file is damaged.");
    case ErrorCode::WalOverNetwork:
        return tr("A workspace for one machine cannot be used on a network folder.");
    case ErrorCode::Untrusted:
        return tr("This workspace is not the one that this machine trusts.");
    case ErrorCode::RolledBack:
        return tr("The workspace is older than when this machine last saw it.");
    case ErrorCode::NoMember:
        return tr("You are not a member of this workspace. Ask an admin of it to add you.");
    case ErrorCode::NotAllowed:
        return tr("Your roles in this workspace do not allow this. Ask an admin of it.");
    case ErrorCode::KeyLocked:
        return tr("Your key for this workspace is locked with a passphrase.");
    case ErrorCode::OwnRequest:
        return tr("You asked, so another must review.");
    case ErrorCode::NotReviewer:
        return tr("This takes the role of a reviewer, which you do not have here.");
    case ErrorCode::GateFailed:
        return tr("A gate has failed.");
    case ErrorCode::RevokedKey:
        return tr("Your key for this workspace was revoked. Ask an admin of it for a new one.");
    case ErrorCode::AlreadyDecided:
        return tr("This has been decided already.");
    case ErrorCode::EmptyFile:
        return tr("The file is empty: there is nothing to import.");
    case ErrorCode::UnknownEncoding:
        return tr("The encoding of the text is not known. Choose the encoding.");
    case ErrorCode::BadEncoding:
        return tr("The bytes there are no text in the encoding that was chosen. Choose the encoding that the "
                  "file has, or mend this place.");
    case ErrorCode::NulByte:
        return tr("There is a NUL character, which no text holds. The file is damaged, binary, or in another "
                  "encoding such as UTF-16.");
    case ErrorCode::RaggedRow:
        return tr("The row has another number of fields than the table has columns. Mend the row, or import "
                  "without the rows that cannot be read.");
    case ErrorCode::UnclosedQuote:
        return tr("The quote that opens here is never closed. Close it, double it if it belongs to the text, "
                  "or import without quoting.");
    case ErrorCode::TextAfterQuote:
        return tr("Text follows a closing quote. Double the quotes that belong to the text.");
    case ErrorCode::BadQuote:
        return tr("There is a quote inside a field. Put the field in quotes and double the quote.");
    case ErrorCode::BadValue:
        return tr("The value does not fit the type of the column. Mend the cell, choose another type for the "
                  "column, or import without the rows that cannot be read.");
    case ErrorCode::NumberOutOfRange:
        return tr("The number is too large for the type of the column. Mend the cell, choose another type "
                  "for the column, or import without the rows that cannot be read.");
    case ErrorCode::DuplicateColumn:
        return tr("Two columns have the same name. Rename one of them.");
    case ErrorCode::EmptyColumnName:
        return tr("A column has no name. Give it one.");
    case ErrorCode::BadJson:
        return tr("This is not a JSON object in one line. Mend the line, or import without the rows that "
                  "cannot be read.");
    case ErrorCode::BadParquet:
        return tr("The Parquet file is damaged or incomplete and cannot be read. Get it again from where it "
                  "came.");
    case ErrorCode::BadCompression:
        return tr("The compression of the file is damaged. Get the file again, or decompress it with another "
                  "program and import what is whole.");
    case ErrorCode::TooLarge:
        return tr("This is too large to be read. Is a quote missing before it, or the delimiter another "
                  "one?");
    case ErrorCode::BadFilter:
        return tr("The filter cannot be understood here.");
    case ErrorCode::UnknownColumn:
        return tr("There is no column of this name.");
    case ErrorCode::BadModel:
        return tr("The model cannot be read: a file of it is damaged, missing or of another kind.");
    case ErrorCode::BadRecipe:
        return tr("A setting of the training does not fit.");
    case ErrorCode::UnsuitableData:
        return tr("The data cannot be trained on as it is.");
    case ErrorCode::BadCheckpoint:
        return tr("The checkpoint is damaged or belongs to another training.");
    case ErrorCode::Diverged:
        return tr("The training ran away: the loss is no number any more. Lower the learning rate.");
    case ErrorCode::OutOfMemory:
        return tr("The memory does not suffice. Take a smaller batch with accumulation, or shorter texts.");
    }
    return {};
}

} // namespace lepton::ui
