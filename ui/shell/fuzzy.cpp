// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

namespace lepton::ui {
namespace {

constexpr int forStart = 12;
constexpr int forWord = 8;
constexpr int forRun = 5;
constexpr int forWhole = 20;

bool startsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

} // namespace

std::optional<int> fuzzyScore(const QString& pattern, const QString& text)
{
    const QString wanted = pattern.toCaseFolded().simplified().remove(QLatin1Char(' '));
    const QString given = text.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    int score = 0;
    // a piece of the text as it stands beats scattered letters
    if (const qsizetype whole = given.indexOf(pattern.toCaseFolded().trimmed()); whole >= 0)
        score += forWhole + (whole == 0 ? forStart : startsWord(given, whole) ? forWord : 0);
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : wanted) {
        const qsizetype found = given.indexOf(letter, at);
        if (found < 0)
            return std::nullopt;
        if (found == last + 1)
            score += forRun;
        else if (startsWord(given, found))
            score += forWord;
        else
            score -= static_cast<int>(qMin<qsizetype>(found - at, 3));
        last = found;
        at = found + 1;
    }
    return score - static_cast<int>(qMin<qsizetype>(given.size() / 8, 6));
}

} // namespace lepton::ui
