// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFloat16> // a complete type, for nlohmann::json in QCOMPARE
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <memory>

namespace lepton::testing {

/// What a run of the headless program came to.
struct CliResult
{
    int code = -1; ///< exit code; -1 when it was killed or did not start
    QByteArray out, err;

    /// The document on standard output. A test fails on discarded JSON by its members.
    nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
    /// Everything, for the message of a failed check.
    QByteArray text() const { return QByteArray::number(code) + "\n" + out + "\n" + err; }
};

/// The program `lepton` as a process of its own, with a home folder of its own.
class Cli
{
public:
    /// A person with a fresh configuration.
    Cli();
    ~Cli();

    /// Runs and waits; --json and --workspace are given by the caller or by use().
    CliResult run(const QStringList& arguments) const;
    /// As run(), with @p input on standard input.
    CliResult runWithInput(const QStringList& arguments, const QByteArray& input) const;
    /// As run(), with --json.
    CliResult json(QStringList arguments) const;
    /// Starts and leaves it running.
    std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    static CliResult finish(QProcess& process);

    /// A folder for this person's files.
    QString folder() const;
    /// LEPTON_WORKSPACE of what is run from now on.
    void use(const QString& workspace);
    void setVariable(const QString& name, const QString& value);
    const QProcessEnvironment& environment() const { return m_environment; }
    /// Limits the size of files that the program may write, as a quota or a full disk would; 0: no limit.
    void limitFileSize(qint64 bytes) { m_fileSizeLimit = bytes; }

    /// Makes a workspace below folder() and uses it; its path.
    QString makeWorkspace(const QString& name = QStringLiteral("workspace"), const QStringList& options = {});
    /// Writes a file below folder(); its path.
    QString writeFile(const QString& name, const QByteArray& bytes) const;

    /// The program.
    static QString binary();

private:
    std::unique_ptr<QProcess> start(const QStringList& arguments, const QString& inputFile) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    qint64 m_fileSizeLimit = 0;
};

} // namespace lepton::testing
