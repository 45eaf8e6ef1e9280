// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/engine.h"

#include <filesystem>
#include <mutex>

namespace lepton::train {

/// Loads lepton-ml when it is first needed, which takes about half a second, so that programs start without
/// it. Thread-safe; the library stays for the life of the process.
class EngineLoader
{
public:
    /// Sets what LibTorch's libraries read from the environment when they are loaded; what the person has set
    /// stays. For the first lines of main(): the environment must not change while other threads read it.
    static void prepareEnvironment();

    /// @param library the file; empty: findLibrary()
    explicit EngineLoader(std::filesystem::path library = {});

    /// The engine. The first caller loads it while others wait; do not call on the window's thread.
    /// @throw base::Error NotFound where there is no library, Unsupported where it cannot be loaded
    Engine& engine();

    /// The file that LEPTON_ML_LIBRARY names, else liblepton-ml.so beside the running program, else in the
    /// folder lib/lepton-workbench of an installation.
    /// @throw base::Error NotFound with the places that were looked at
    static std::filesystem::path findLibrary();

private:
    std::filesystem::path m_library;
    std::once_flag m_once;
    Engine* m_engine = nullptr;
};

} // namespace lepton::train
