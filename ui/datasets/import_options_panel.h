// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/taken_over.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lepton::ui {

class EncodingReadings;
class FormField;
class ImportViewModel;
class Segment;
class TextLabel;
class WordsEdit;

/// How the bytes of a file are read: encoding with the readings of the same bytes, delimiter, quote, decimal
/// mark, header, words for missing. What a person does not state is shown as it was found, or taken over from
/// the version before.
class ImportOptionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportOptionsPanel(ImportViewModel& viewModel, QWidget* parent = nullptr);

private:
    void update();
    template <class Change>
    void change(Change&& apply);
    void chooseDelimiter(int id);
    void makeEncoding();
    void makeDelimiter();
    void makeMarks();
    void makeTaken();
    void layOut();
    void connectFields();
    void updateTaken(const std::optional<data::TakenOver>& taken);

    ImportViewModel& m_viewModel;
    QWidget* m_taken;
    TextLabel* m_takenText;
    QComboBox* m_encoding;
    FormField* m_encodingField;
    EncodingReadings* m_readings;
    Segment* m_delimiter;
    FormField* m_delimiterField;
    QLineEdit* m_otherDelimiter;
    QWidget* m_textOptions;
    QWidget* m_marks;
    QComboBox* m_quote;
    QComboBox* m_decimal;
    QCheckBox* m_header;
    WordsEdit* m_nulls;
};

} // namespace lepton::ui
