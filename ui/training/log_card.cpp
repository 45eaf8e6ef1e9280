// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/log_card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/core_text.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int logHeight = 132;
constexpr int filterWidth = 200;

} // namespace

LogCard::LogCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_filter(new QLineEdit)
    , m_text(new QPlainTextEdit)
{
    m_filter->setObjectName(QStringLiteral("run.log.filter"));
    m_filter->setFixedSize(filterWidth, theme::filterHeight);
    m_filter->setClearButtonEnabled(true);
    m_text->setObjectName(QStringLiteral("run.log"));
    m_text->setReadOnly(true);
    m_text->setFont(theme::font(theme::Step::Code));
    m_text->setMinimumHeight(logHeight);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    addToHeader(m_filter);
    body()->addWidget(m_text);
    connect(m_filter, &QLineEdit::textChanged, this, &LogCard::showLines);
}

void LogCard::setLog(const std::vector<std::string>& lines, const std::string& detail, bool hasEnded)
{
    if (lines == m_logged && detail == m_detail && hasEnded == m_hasEnded && !m_text->toPlainText().isEmpty())
        return;
    m_hasEnded = hasEnded;
    m_logged = lines;
    m_detail = detail;
    translateLines();
    showLines();
}

void LogCard::translateLines()
{
    m_lines.clear();
    for (const std::string& line : m_logged)
        m_lines << CoreText::logged(line);
    if (!m_detail.empty())
        m_lines << tr("In the words of the library: “%1”").arg(QString::fromStdString(m_detail));
}

void LogCard::showLines()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList shown;
    std::ranges::copy_if(m_lines, std::back_inserter(shown), [&](const QString& line) {
        return std::ranges::all_of(
            words, [&](const QString& word) { return line.contains(word, Qt::CaseInsensitive); });
    });
    setNote(words.isEmpty() ? QString()
                            : tr("%1 of %Ln line(s)", "log lines that match, all lines", int(m_lines.size()))
                                  .arg(shown.size()));
    const QString nothing =
        m_hasEnded ? tr("Nothing was logged, or the run is complete: its facts tell what became of it.")
                   : tr("Nothing was logged yet.");
    const QString text = m_lines.isEmpty() ? nothing
                         : shown.isEmpty() ? tr("No line has these words.")
                                           : shown.join(QLatin1Char('\n'));
    if (text == m_text->toPlainText())
        return;
    const auto* bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    m_text->setPlainText(text);
    if (isAtEnd)
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void LogCard::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool LogCard::clearFilter()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

void LogCard::retranslate()
{
    setTitle(tr("Log"));
    m_text->setAccessibleName(tr("Log"));
    m_filter->setPlaceholderText(tr("Search the log"));
    m_filter->setAccessibleName(tr("Search the log"));
    translateLines();
    showLines();
}

} // namespace lepton::ui
