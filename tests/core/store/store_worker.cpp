// SPDX-License-Identifier: GPL-3.0-or-later
// A second process for the tests of the store. Prints a line for each thing done, at once, and last the kind
// of the error that ended it, or "done".
//
//   store_worker add FOLDER SECONDS       adds events until the time is over; prints each one's id once
//   committed store_worker objects FOLDER SECONDS   keeps and links objects; prints each one's hash once
//   committed store_worker open FOLDER              prints how many events there are, then tries to add one
//   store_worker keep FOLDER BYTES        keeps an object of that size, then adds an event of that size
//
// Options before these: --user ID (drops root's rights), --file-limit BYTES (RLIMIT_FSIZE).
#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "store/workspace.h"

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace lepton;
using std::chrono::steady_clock;

namespace {

long number(std::string_view text)
{
    long value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void say(const std::string& line)
{
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0)
        std::_Exit(3);
}

std::string addEvent(store::Workspace& workspace, const std::string& text)
{
    std::string id;
    workspace.write([&](store::Transaction& transaction) {
        id = transaction.append({"thing.added", "thing", {{"text", text}}}).id.toString();
    });
    return id;
}

std::string keepObject(store::Workspace& workspace, std::size_t bytes)
{
    auto& objects = workspace.objects();
    auto draft = objects.newDraft();
    const std::string owner = base::EventId::generate().toString();
    auto file = base::File::create(draft.path());
    file.write(owner);
    const std::string block(std::size_t{1} << 16, 'x');
    for (std::size_t done = 0; done < bytes; done += block.size())
        file.write(std::string_view(block).substr(0, bytes - done));
    file.close();
    const auto object = objects.keep(std::move(draft), {});
    workspace.write([&](store::Transaction& transaction) {
        objects.link(transaction, object, owner);
        transaction.append({"object.kept", owner, {}});
    });
    return object.hash;
}

void work(const std::vector<std::string>& arguments)
{
    const std::string& verb = arguments.at(0);
    const auto workspace = store::Workspace::open(arguments.at(1));
    workspace->setSigner(std::make_shared<testing::TestSigner>());
    if (verb == "open") {
        say(workspace->info().readOnly ? "read-only" : "writable");
        say(std::to_string(workspace->eventCount()));
        say(addEvent(*workspace, "opened"));
    } else if (verb == "keep") {
        const auto bytes = static_cast<std::size_t>(number(arguments.at(2)));
        try {
            say(keepObject(*workspace, bytes));
        } catch (const base::Error& error) {
            say(std::string(error.kind()));
        }
        say(addEvent(*workspace, std::string(bytes, 'x')));
    } else {
        const auto end = steady_clock::now() + std::chrono::seconds(number(arguments.at(2)));
        while (steady_clock::now() < end)
            say(verb == "add" ? addEvent(*workspace, "added") : keepObject(*workspace, 3000));
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> arguments(argv + 1, argv + argc);
    while (arguments.size() > 2 && arguments[0].starts_with("--")) {
        const auto value = static_cast<unsigned>(number(arguments[1]));
        if (arguments[0] == "--user") {
            if (::setgid(value) != 0 || ::setuid(value) != 0)
                return 3;
        } else {
            // Without this a write past the limit kills the process instead of failing.
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{value, value};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    try {
        work(arguments);
        say("done");
        return 0;
    } catch (const base::Error& error) {
        std::fprintf(stderr, "%s (%s)\n", error.what(), error.detail().c_str());
        say(std::string(error.kind()));
        return 1;
    }
}
