// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_bar.h"

namespace lepton::ui {

class IconLabel;
class TextLabel;

/// A field for a filter expression: code type, the count of matching rows at its end, and a mark under the
/// place where the expression is wrong.
class ExpressionField final : public FilterField
{
    Q_OBJECT

public:
    explicit ExpressionField(QWidget* parent = nullptr);

    /// "820 rows"; with a tick when it is the answer to the text as it stands.
    void setCount(const QString& text, bool answer);
    /// Marks the word at @p position; -1 for none.
    void setErrorPosition(int position);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeCount();
    int xOf(int position) const;

    QWidget* m_badge;
    IconLabel* m_tick;
    TextLabel* m_count;
    int m_errorPosition = -1;
};

} // namespace lepton::ui
