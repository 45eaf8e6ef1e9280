// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/importer.h"

#include <QAbstractButton>

namespace lepton::ui {

class ReadingLine;

/// The same bytes read in several encodings, one a line; a click or Enter on a line chooses its encoding.
class EncodingReadings final : public QWidget
{
    Q_OBJECT

public:
    explicit EncodingReadings(QWidget* parent = nullptr);

    void setReadings(const std::vector<data::EncodingReading>& readings, const std::string& chosen);

    /// "GB18030", "UTF-8", "windows-1252": how people write it.
    static QString shortName(std::string_view canonical);
    /// With the scripts that it is for: "GB18030, simplified Chinese".
    static QString longName(std::string_view canonical);

Q_SIGNALS:
    void chosen(const QString& canonical);

private:
    std::vector<data::EncodingReading> m_readings;
    std::vector<ReadingLine*> m_lines;
};

/// One line of EncodingReadings.
class ReadingLine final : public QAbstractButton
{
    Q_OBJECT

public:
    ReadingLine(const QString& name, const QString& sample, int nameWidth, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_sample;
    int m_nameWidth;
};

} // namespace lepton::ui
