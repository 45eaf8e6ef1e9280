// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QStringList>

class QLineEdit;
class QPlainTextEdit;

namespace lepton::ui {

/// The lines that a run logged, with a field that leaves those with its words.
class LogCard final : public Card
{
    Q_OBJECT

public:
    explicit LogCard(QWidget* parent = nullptr);

    /// Oldest first. Stays at the end where it stood there.
    void setLines(const QStringList& lines);
    void focusFilter();
    /// False when there was nothing to clear.
    bool clearFilter();
    void retranslate();

private:
    void showLines();

    QLineEdit* m_filter;
    QPlainTextEdit* m_text;
    QStringList m_lines;
};

} // namespace lepton::ui
