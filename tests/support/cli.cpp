// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

namespace lepton::testing {
namespace {

constexpr int longestRun = 240'000; // ms

} // namespace

Cli::Cli()
    : m_folder(std::make_unique<QTemporaryDir>())
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const auto& [name, folder] :
         {std::pair{"HOME", ""}, {"XDG_CONFIG_HOME", "/config"}, {"XDG_CACHE_HOME", "/cache"}})
        m_environment.insert(QString::fromLatin1(name), m_folder->path() + QString::fromLatin1(folder));
    m_environment.remove(QStringLiteral("LEPTON_WORKSPACE"));
    m_environment.remove(QStringLiteral("LEPTON_PASSPHRASE"));
}

Cli::~Cli() = default;

QString Cli::binary()
{
    return QStringLiteral(LEPTON_BIN_DIR "/lepton");
}

std::unique_ptr<QProcess> Cli::start(const QStringList& arguments) const
{
    return start(arguments, QProcess::nullDevice());
}

std::unique_ptr<QProcess> Cli::start(const QStringList& arguments, const QString& inputFile) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder->path());
    process->setStandardInputFile(inputFile);
    if (m_fileSizeLimit > 0) {
        const auto limit = static_cast<rlim_t>(m_fileSizeLimit);
        process->setChildProcessModifier([limit] {
            const rlimit size{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &size);
            // The limit then is an error of the write, not the end of the program.
            ::signal(SIGXFSZ, SIG_IGN);
        });
    }
    process->start(binary(), arguments);
    return process;
}

CliResult Cli::finish(QProcess& process)
{
    CliResult result;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(longestRun)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    if (process.exitStatus() == QProcess::NormalExit && process.error() != QProcess::FailedToStart)
        result.code = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliResult Cli::run(const QStringList& arguments) const
{
    return finish(*start(arguments));
}

CliResult Cli::runWithInput(const QStringList& arguments, const QByteArray& input) const
{
    return finish(*start(arguments, writeFile(QStringLiteral("standard-input"), input)));
}

CliResult Cli::json(QStringList arguments) const
{
    arguments.append(QStringLiteral("--json"));
    return run(arguments);
}

QString Cli::folder() const
{
    return m_folder->path();
}

void Cli::use(const QString& workspace)
{
    m_environment.insert(QStringLiteral("LEPTON_WORKSPACE"), workspace);
}

void Cli::setVariable(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

QString Cli::makeWorkspace(const QString& name, const QStringList& options)
{
    const QString path = m_folder->filePath(name);
    QStringList arguments{QStringLiteral("init"),         path,
                          QStringLiteral("--member"),     QStringLiteral("Ann Lee"),
                          QStringLiteral("--department"), QStringLiteral("Risk")};
    const CliResult result = run(arguments + options);
    if (result.code != 0)
        qFatal("init failed: %s", result.text().constData());
    use(path);
    return path;
}

QString Cli::writeFile(const QString& name, const QByteArray& bytes) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace lepton::testing
