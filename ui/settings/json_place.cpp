// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/json_place.h"

#include <map>

namespace lepton::ui {

namespace {

/// Walks JSON and remembers on which line each place begins. What is no JSON ends the walk.
class PlaceReader
{
public:
    explicit PlaceReader(const QString& text)
        : m_text(text)
    {
        value({}, 0);
    }

    int line(QString place) const
    {
        while (!place.isEmpty()) {
            if (const auto found = m_lines.find(place); found != m_lines.end())
                return found->second;
            const qsizetype end =
                std::max(place.lastIndexOf(QLatin1Char('.')), place.lastIndexOf(QLatin1Char('[')));
            place = end < 0 ? QString() : place.left(end);
        }
        return 0;
    }

private:
    static constexpr int mostDepth = 64;

    void blanks()
    {
        for (; m_at < m_text.size() && m_text[m_at].isSpace(); ++m_at)
            m_line += m_text[m_at] == QLatin1Char('\n') ? 1 : 0;
    }
    bool take(char wanted)
    {
        blanks();
        if (m_at >= m_text.size() || m_text[m_at] != QLatin1Char(wanted))
            return false;
        ++m_at;
        return true;
    }
    bool string(QString& into)
    {
        if (!take('"'))
            return false;
        for (; m_at < m_text.size() && m_text[m_at] != QLatin1Char('"'); ++m_at) {
            if (m_text[m_at] == QLatin1Char('\\'))
                ++m_at;
            else
                into += m_text[m_at];
        }
        return m_at++ < m_text.size();
    }
    bool members(const QString& place, int depth)
    {
        if (take('}'))
            return true;
        do {
            QString key;
            blanks();
            const int line = m_line;
            if (!string(key) || !take(':'))
                return false;
            const QString below = place.isEmpty() ? key : place + QLatin1Char('.') + key;
            m_lines.emplace(below, line);
            if (!value(below, depth))
                return false;
        } while (take(','));
        return take('}');
    }
    bool elements(const QString& place, int depth)
    {
        if (take(']'))
            return true;
        int index = 0;
        do {
            const QString below = place + QStringLiteral("[%1]").arg(index++);
            blanks();
            m_lines.emplace(below, m_line);
            if (!value(below, depth))
                return false;
        } while (take(','));
        return take(']');
    }
    bool value(const QString& place, int depth)
    {
        if (depth > mostDepth)
            return false;
        if (take('{'))
            return members(place, depth + 1);
        if (take('['))
            return elements(place, depth + 1);
        QString ignored;
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"'))
            return string(ignored);
        const qsizetype begin = m_at;
        while (m_at < m_text.size() &&
               (m_text[m_at].isLetterOrNumber() || QStringLiteral("+-.").contains(m_text[m_at])))
            ++m_at;
        return m_at > begin;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    std::map<QString, int> m_lines;
};

} // namespace

int lineOfPlace(const QString& text, const QString& place)
{
    return PlaceReader(text).line(place);
}

} // namespace lepton::ui
