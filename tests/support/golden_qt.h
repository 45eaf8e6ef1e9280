// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/golden.h"

#include <QTest>

namespace lepton::testing {

/// Test data: a row for each file of a golden folder whose whole name matches @p pattern, in the column
/// "file".
inline void addGoldenRows(const char* folder, const char* pattern)
{
    QTest::addColumn<QString>("file");
    for (const auto& file : goldenFiles(folder, pattern))
        QTest::addRow("%s", file.stem().c_str()) << QString::fromStdString(file.string());
}

/// A sentence where the two numbers do not agree, else an empty one.
inline QString difference(const std::string& name, double actual, double expected, double absolute,
                          double relative)
{
    if (agree(actual, expected, absolute, relative))
        return {};
    return QString("%1 is %2, not %3")
        .arg(QString::fromStdString(name))
        .arg(actual, 0, 'g', 17)
        .arg(expected, 0, 'g', 17);
}

/// JSON as QCOMPARE can compare and print it.
inline QString jsonText(const nlohmann::ordered_json& json)
{
    return QString::fromStdString(json.dump());
}

} // namespace lepton::testing

/// Compares a number with one of a golden file.
#define COMPARE_NUMBER(actual, expected, absolute, relative)                                                 \
    do {                                                                                                     \
        const QString disagreement =                                                                         \
            lepton::testing::difference(#actual, actual, expected, absolute, relative);                      \
        QVERIFY2(disagreement.isEmpty(), qPrintable(disagreement));                                          \
    } while (false)
