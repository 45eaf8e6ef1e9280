// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace lepton::base {

/// A question that long work asks now and then: has someone cancelled me? Cheap to copy; a default-made one
/// is never cancelled. Thread-safe.
class Cancellation
{
public:
    Cancellation() = default;

    bool requested() const noexcept { return m_flag && m_flag->load(std::memory_order_relaxed); }
    /// @throw Error with ErrorCode::Cancelled once a request was made.
    void throwIfRequested() const;

private:
    friend class CancellationSource;
    explicit Cancellation(std::shared_ptr<const std::atomic<bool>> flag)
        : m_flag(std::move(flag))
    {}

    std::shared_ptr<const std::atomic<bool>> m_flag;
};

/// The side that cancels. Copies share the request. Thread-safe.
class CancellationSource
{
public:
    CancellationSource()
        : m_flag(std::make_shared<std::atomic<bool>>(false))
    {}

    void request() noexcept { m_flag->store(true, std::memory_order_relaxed); }
    bool requested() const noexcept { return m_flag->load(std::memory_order_relaxed); }
    Cancellation token() const { return Cancellation(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace lepton::base
