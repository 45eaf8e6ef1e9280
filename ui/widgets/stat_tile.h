// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace lepton::ui {

/// A figure with its label above: "Rows 1,000".
class StatTile : public QWidget
{
    Q_OBJECT

public:
    explicit StatTile(QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// @p note stands behind the value in small letters ("+12"), in the colour of @p tone; may be empty.
    void setValue(const QString& value, const QString& note = {}, theme::Role tone = theme::Role::Text2);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_label;
    QString m_value;
    QString m_note;
    theme::Role m_tone = theme::Role::Text2;
};

} // namespace lepton::ui
