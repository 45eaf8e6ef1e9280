// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrase.h"

#include "context.h"

#include "base/on_exit.h"
#include "identity/key_store.h"

#include <cstdio>

#include <poll.h>
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

/// The next character, or nothing at the end of the input.
std::optional<char> nextCharacter(const base::Cancellation& interrupted)
{
    constexpr int interval = 50; // ms
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    do {
        interrupted.throwIfRequested();
    } while (::poll(&input, 1, interval) == 0);
    char character = 0;
    return ::read(STDIN_FILENO, &character, 1) == 1 ? std::optional(character) : std::nullopt;
}

std::string ask(const std::string& prompt, const base::Cancellation& interrupted)
{
    std::fputs(prompt.c_str(), stderr);
    const base::OnExit newLine([] { std::fputs("\n", stderr); });
    const SilentTerminal silent(STDIN_FILENO);
    std::string answer;
    for (auto c = nextCharacter(interrupted); c && *c != '\n'; c = nextCharacter(interrupted))
        answer.push_back(*c);
    return answer;
}

/// So many digits tell keys apart for a person.
constexpr std::size_t shortKey = 16;

} // namespace

std::optional<std::string> passphraseFor(const std::string& key, const base::Cancellation& interrupted)
{
    if (auto stated = identity::passphraseFromEnvironment(key))
        return stated;
    if (!onTerminal())
        return std::nullopt;
    return ask("Passphrase of your key " + key.substr(0, shortKey) + "...: ", interrupted);
}

std::string newPassphrase(const base::Cancellation& interrupted)
{
    if (!onTerminal())
        throw UsageError(
            "--passphrase asks on a terminal, and there is none. Set LEPTON_PASSPHRASE instead.");
    std::string first = ask("Passphrase for your new key: ", interrupted);
    if (first.empty())
        throw UsageError("The passphrase is empty. Leave --passphrase out for a key without one.");
    if (ask("The same again: ", interrupted) != first)
        throw UsageError("The two passphrases differ. Nothing was made.");
    return first;
}

} // namespace lepton::cli
