// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrase.h"

#include "context.h"

#include <cstdio>
#include <cstdlib>

#include <termios.h>
#include <unistd.h>

namespace lepton::cli {
namespace {

/// Turns the echo of a terminal off for as long as it lives.
class SilentTerminal
{
public:
    explicit SilentTerminal(int descriptor)
        : m_descriptor(descriptor)
    {
        m_valid = ::tcgetattr(descriptor, &m_before) == 0;
        if (!m_valid)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(descriptor, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_valid)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    int m_descriptor;
    termios m_before{};
    bool m_valid = false;
};

bool onTerminal()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

std::string ask(const std::string& prompt)
{
    std::fputs(prompt.c_str(), stderr);
    std::string answer;
    {
        const SilentTerminal silent(STDIN_FILENO);
        for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
            answer.push_back(static_cast<char>(c));
    }
    std::fputs("\n", stderr);
    return answer;
}

/// So many digits tell keys apart for a person.
constexpr std::size_t shortKey = 16;

} // namespace

std::optional<std::string> passphraseFor(const std::string& key)
{
    if (const char* stated = std::getenv("LEPTON_PASSPHRASE"))
        return stated;
    if (!onTerminal())
        return std::nullopt;
    return ask("Passphrase of your key " + key.substr(0, shortKey) + "...: ");
}

std::string newPassphrase()
{
    if (!onTerminal())
        throw UsageError(
            "--passphrase asks on a terminal, and there is none. Set LEPTON_PASSPHRASE instead.");
    std::string first = ask("Passphrase for your new key: ");
    if (first.empty())
        throw UsageError("The passphrase is empty. Leave --passphrase out for a key without one.");
    if (ask("The same again: ") != first)
        throw UsageError("The two passphrases differ. Nothing was made.");
    return first;
}

} // namespace lepton::cli
