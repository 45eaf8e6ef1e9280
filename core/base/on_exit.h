// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace lepton::base {

/// Does something when its scope is left, however that comes. The work must not throw.
template <class Work>
class [[nodiscard]] OnExit
{
public:
    explicit OnExit(Work work)
        : m_work(std::move(work))
    {}
    ~OnExit() { m_work(); }
    OnExit(const OnExit&) = delete;
    OnExit& operator=(const OnExit&) = delete;

private:
    Work m_work;
};

} // namespace lepton::base
