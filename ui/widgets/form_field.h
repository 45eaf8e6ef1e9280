// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace lepton::ui {

class IconLabel;
class TextLabel;

/// A field with its label above and a hint, a warning or an error below.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes @p field over. The label becomes its accessible name.
    FormField(const QString& label, QWidget* field, QWidget* parent = nullptr);

    QWidget* field() const noexcept { return m_field; }
    void setLabel(const QString& label);
    /// At the right of the field, and as high.
    void addBeside(QWidget* widget);
    /// The field is so wide; what stands below it may take all the width there is.
    void setFieldWidth(int width);
    /// At the right of the label, in the third colour ("98 % sure").
    void setNote(const QString& note);
    /// Below the field; an error and a warning replace it and colour the border. Empty removes.
    void setHint(const QString& hint);
    void setWarning(const QString& sentence);
    void setError(const QString& sentence);
    bool hasError() const noexcept { return !m_error.isEmpty(); }

private:
    void show();

    QWidget* m_field;
    TextLabel* m_label;
    TextLabel* m_note;
    IconLabel* m_icon;
    QHBoxLayout* m_line;
    TextLabel* m_below;
    QString m_hint;
    QString m_warning;
    QString m_error;
};

} // namespace lepton::ui
