// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/filter_parts.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace lepton::ui {
namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// The index behind the quoted run that begins at @p start; a doubled quote belongs to the run.
qsizetype skipQuoted(const QString& text, qsizetype start)
{
    const QChar quote = text[start];
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] != quote)
            continue;
        if (i + 1 < text.size() && text[i + 1] == quote)
            ++i;
        else
            return i + 1;
    }
    return text.size();
}

qsizetype skipWord(const QString& text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    return end;
}

/// The top-level joining words of an expression.
struct Joints
{
    std::vector<std::pair<qsizetype, qsizetype>> ands; ///< begin and end of each "and"
    bool anyOr = false;
};

Joints topLevelJoints(const QString& text)
{
    Joints joints;
    int depth = 0;
    bool between = false;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'\'' || c == u'"') {
            i = skipQuoted(text, i);
        } else if (isWordCharacter(c)) {
            const qsizetype end = skipWord(text, i);
            const QStringView word = QStringView(text).mid(i, end - i);
            if (depth == 0 && word.compare(u"and", Qt::CaseInsensitive) == 0) {
                if (!between)
                    joints.ands.emplace_back(i, end);
                between = false;
            } else if (depth == 0 && word.compare(u"between", Qt::CaseInsensitive) == 0) {
                between = true;
            } else if (depth == 0 && word.compare(u"or", Qt::CaseInsensitive) == 0) {
                joints.anyOr = true;
            }
            i = end;
        } else {
            if (c == u'(')
                ++depth;
            else if (c == u')')
                depth = std::max(0, depth - 1);
            ++i;
        }
    }
    return joints;
}

void appendTrimmed(std::vector<FilterPart>& parts, const QString& text, qsizetype begin, qsizetype end)
{
    while (begin < end && text[begin].isSpace())
        ++begin;
    while (end > begin && text[end - 1].isSpace())
        --end;
    if (begin < end)
        parts.push_back(
            {text.mid(begin, end - begin), static_cast<int>(begin), static_cast<int>(end - begin)});
}

/// The column that @p part begins with, and the operator behind it.
struct Head
{
    QString column;
    QString comparison;
};

Head headOf(const QString& part)
{
    Head head;
    qsizetype end = 0;
    if (part.startsWith(u'"')) {
        end = skipQuoted(part, 0);
        head.column = part.mid(1, std::max<qsizetype>(0, end - 2))
                          .replace(QStringLiteral("\"\""), QStringLiteral("\""));
    } else {
        end = skipWord(part, 0);
        head.column = part.left(end);
    }
    while (end < part.size() && part[end].isSpace())
        ++end;
    const qsizetype begin = end;
    while (end < part.size() && QStringView(u"<>=!").contains(part[end]))
        ++end;
    head.comparison = part.mid(begin, end - begin);
    return head;
}

QString joined(const std::vector<FilterPart>& parts)
{
    QStringList texts;
    for (const FilterPart& part : parts)
        texts << part.text;
    return texts.join(QStringLiteral(" and "));
}

/// @p value as the language reads it back for @p column.
QString literal(const data::Column& column, double value)
{
    switch (column.type) {
    case data::ColumnType::Int64:
        return QString::fromStdString(data::formatCell(column, static_cast<std::int64_t>(value)));
    case data::ColumnType::Date:
    case data::ColumnType::Time:
    case data::ColumnType::Timestamp:
        return u'\'' + QString::fromStdString(data::formatCell(column, static_cast<std::int64_t>(value))) +
               u'\'';
    case data::ColumnType::Decimal:
        return QString::number(value, 'f', column.scale);
    default:
        return QString::fromStdString(data::formatCell(column, value));
    }
}

bool isWhole(data::ColumnType type)
{
    return type != data::ColumnType::Float64 && type != data::ColumnType::Decimal;
}

} // namespace

std::vector<FilterPart> andParts(const QString& expression)
{
    std::vector<FilterPart> parts;
    const Joints joints = topLevelJoints(expression);
    if (joints.anyOr) {
        appendTrimmed(parts, expression, 0, expression.size());
        return parts;
    }
    qsizetype begin = 0;
    for (const auto& [from, to] : joints.ands) {
        appendTrimmed(parts, expression, begin, from);
        begin = to;
    }
    appendTrimmed(parts, expression, begin, expression.size());
    return parts;
}

QString withoutPart(const QString& expression, int index)
{
    std::vector<FilterPart> parts = andParts(expression);
    if (index >= 0 && index < static_cast<int>(parts.size()))
        parts.erase(parts.begin() + index);
    return joined(parts);
}

QString quotedName(const QString& name)
{
    static constexpr std::array reserved = {u"and",      u"or",      u"not",     u"is",    u"null",   u"in",
                                            u"contains", u"like",    u"true",    u"false", u"starts", u"ends",
                                            u"with",     u"between", u"missing", u"nan"};
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    const bool isReserved = std::any_of(reserved.begin(), reserved.end(), [&](const char16_t* word) {
        return name.compare(QStringView(word), Qt::CaseInsensitive) == 0;
    });
    if (!name.isEmpty() && !name[0].isDigit() && !isReserved &&
        std::all_of(name.begin(), name.end(), isPlain))
        return name;
    QString doubled = name;
    return u'"' + doubled.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString chipText(const QString& part)
{
    QString text;
    for (qsizetype i = 0; i < part.size();) {
        const QChar c = part[i];
        const QChar next = i + 1 < part.size() ? part[i + 1] : QChar();
        if (c == u'\'' || c == u'"') {
            const qsizetype end = skipQuoted(part, i);
            text += part.mid(i, end - i);
            i = end;
        } else if (next == u'=' && (c == u'>' || c == u'<' || c == u'!')) {
            text += c == u'>' ? u'≥' : c == u'<' ? u'≤' : u'≠';
            i += 2;
        } else {
            if (!c.isSpace())
                text += c;
            else if (!text.endsWith(u' '))
                text += u' ';
            ++i;
        }
    }
    return text.trimmed();
}

QString rangeCondition(const data::Column& column, double low, double high)
{
    if (isWhole(column.type)) {
        low = std::ceil(low);
        high = std::max(low, std::floor(high));
    }
    const QString name = quotedName(QString::fromStdString(column.name));
    return QStringLiteral("%1 >= %2 and %1 <= %3").arg(name, literal(column, low), literal(column, high));
}

QString withRange(const QString& expression, const data::Column& column, const QString& condition)
{
    if (topLevelJoints(expression).anyOr)
        return QStringLiteral("(%1) and %2").arg(expression.trimmed(), condition);
    std::vector<FilterPart> parts = andParts(expression);
    const QString name = QString::fromStdString(column.name);
    std::erase_if(parts, [&](const FilterPart& part) {
        const Head head = headOf(part.text);
        const bool isRange = head.comparison.startsWith(u'<') || head.comparison.startsWith(u'>');
        return isRange && head.column == name;
    });
    const QString rest = joined(parts);
    return rest.isEmpty() ? condition : QStringLiteral("%1 and %2").arg(rest, condition);
}

bool mentionsColumn(const QString& expression, const QString& column)
{
    const std::vector<FilterPart> parts = andParts(expression);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const FilterPart& part) { return headOf(part.text).column == column; });
}

} // namespace lepton::ui
