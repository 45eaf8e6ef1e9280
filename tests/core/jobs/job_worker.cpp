// SPDX-License-Identifier: GPL-3.0-or-later
// A second process for the tests of the queue:
//
//   job_worker FOLDER SUBJECT    runs a job of the kind "train" for SUBJECT, pauses it after a step, prints
//                                the job's id once the catalog says so, and waits to be killed
#include "jobs_fixture.h"

#include "base/error.h"
#include "jobs/job_store.h"

#include <cstdio>
#include <string>
#include <thread>

#include <unistd.h>

using namespace lepton;

namespace {

int work(const std::string& folder, const std::string& subject)
{
    const auto workspace = store::Workspace::open(folder);
    workspace->setSigner(std::make_shared<testing::TestSigner>());
    jobs::JobQueue queue(*workspace, {});
    testing::Stepper stepper(10);
    stepper.registerKind(queue, "train");
    const auto id = queue.submit({"train", "R-1", {}, subject});
    while (stepper.begun() == 0)
        std::this_thread::yield();
    queue.pause(id);
    stepper.permit(1);
    jobs::JobStore store(*workspace);
    while (store.find(id)->info.state != jobs::JobState::Paused)
        std::this_thread::yield();
    std::printf("%s\n", id.toString().c_str());
    std::fflush(stdout);
    for (;;)
        ::pause();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    try {
        return work(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
