// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace lepton::train {

/// How much of a graphics card is in use, by all programs.
struct GraphicsUse
{
    /// The share of the last moments in which it computed; unset where it does not tell.
    std::optional<double> busy;
    std::int64_t usedBytes = 0;
    std::int64_t totalBytes = 0;
};

/// Asks NVIDIA's management library, which comes with the driver, loaded when it is first needed.
/// Thread-safe; blocks: for workers.
class GraphicsCards
{
public:
    explicit GraphicsCards(std::string library = "libnvidia-ml.so.1");
    ~GraphicsCards();
    GraphicsCards(const GraphicsCards&) = delete;
    GraphicsCards& operator=(const GraphicsCards&) = delete;

    /// Of the card on which this process computes; where the library does not say which that is, of the first
    /// of that name. Nothing without the library or such a card.
    std::optional<GraphicsUse> use(const std::string& name);

private:
    class Library;
    const std::string m_file;
    std::mutex m_mutex;
    bool m_isLoaded = false; ///< or could not be
    std::unique_ptr<Library> m_library;
};

} // namespace lepton::train
