// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace lepton::ui {

class FilterChip;
class TextLabel;

/// Removable chips in one line: as many as there is room for, and "+2" for the rest.
class ChipStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipStrip(QWidget* parent = nullptr);

    void setChips(const QStringList& texts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removed(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QStringList m_texts;
    std::vector<FilterChip*> m_chips;
    TextLabel* m_rest;
};

} // namespace lepton::ui
