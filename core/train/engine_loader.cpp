// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine_loader.h"

#include "base/error.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <dlfcn.h>

namespace lepton::train {

namespace {

using base::ErrorCode;
namespace fs = std::filesystem;

constexpr const char* libraryName = "liblepton-ml.so";

Engine* load(const fs::path& library)
{
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        const char* error = dlerror();
        throw base::Error(ErrorCode::Unsupported,
                          "The part of the program that trains and predicts cannot be loaded from " +
                              library.string() + ". Install the program again.",
                          error ? error : "");
    }
    const auto factory = reinterpret_cast<EngineFactory>(dlsym(handle, engineFactoryName));
    if (!factory) {
        dlclose(handle);
        throw base::Error(ErrorCode::Unsupported, library.string() +
                                                      " is not the library of this program that trains and "
                                                      "predicts. Install the program again.");
    }
    return factory();
}

} // namespace

void EngineLoader::prepareEnvironment()
{
    // How many threads share a product must not depend on what else the machine does: sums would differ.
    setenv("MKL_DYNAMIC", "FALSE", 0);
    // A thread that waits for the others of its team spins; by default so long that a training beside other
    // work takes many times as long as it need, and takes the processor from that work.
    if (!std::getenv("OMP_WAIT_POLICY"))
        setenv("GOMP_SPINCOUNT", "3000", 0);
}

EngineLoader::EngineLoader(fs::path library)
    : m_library(std::move(library))
{}

Engine& EngineLoader::engine()
{
    std::call_once(m_once, [this] { m_engine = load(m_library.empty() ? findLibrary() : m_library); });
    return *m_engine;
}

fs::path EngineLoader::findLibrary()
{
    std::vector<fs::path> places;
    const char* stated = std::getenv("LEPTON_ML_LIBRARY");
    if (stated && *stated) {
        places.emplace_back(stated);
    } else {
        std::error_code error;
        const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
        places.push_back(folder / libraryName);
        places.push_back(folder.parent_path() / "lib" / "lepton-workbench" / libraryName);
    }
    std::string looked;
    for (const auto& place : places) {
        std::error_code error;
        if (fs::is_regular_file(place, error))
            return place;
        looked += (looked.empty() ? "" : " and ") + place.string();
    }
    throw base::Error(ErrorCode::NotFound, "The part of the program that trains and predicts is missing: " +
                                               looked + " does not exist. Install the program again.");
}

} // namespace lepton::train
