// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

/// A figure with its label above: "Rows 1,000".
class StatTile : public QWidget
{
    Q_OBJECT

public:
    explicit StatTile(QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// @p note stands behind the value in small letters ("+12"); may be empty.
    void setValue(const QString& value, const QString& note = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_label;
    QString m_value;
    QString m_note;
};

} // namespace lepton::ui
