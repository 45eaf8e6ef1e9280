// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QStringList>

#include <string>
#include <vector>

class QLineEdit;
class QPlainTextEdit;

namespace lepton::ui {

/// The lines that a run logged, in the language of the window, with a field that leaves those with its words.
class LogCard final : public Card
{
    Q_OBJECT

public:
    explicit LogCard(QWidget* parent = nullptr);

    /// Oldest first. Stays at the end where it stood there. @p detail: what a library said of a failure, in
    /// its own words; may be empty. @p hasEnded: nothing more will be logged.
    void setLog(const std::vector<std::string>& lines, const std::string& detail, bool hasEnded);
    void focusFilter();
    /// False when there was nothing to clear.
    bool clearFilter();
    void retranslate();

private:
    void translateLines();
    void showLines();

    QLineEdit* m_filter;
    QPlainTextEdit* m_text;
    std::vector<std::string> m_logged; ///< as core wrote it
    std::string m_detail;
    bool m_hasEnded = false;
    QStringList m_lines; ///< as they are shown
};

} // namespace lepton::ui
