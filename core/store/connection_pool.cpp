// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection_pool.h"

#include <utility>

namespace lepton::store {
namespace {

constexpr std::size_t mostIdle = 8;

}

ConnectionPool::ConnectionPool(std::filesystem::path catalog, Connection::Use use)
    : m_catalog(std::move(catalog))
    , m_use(use)
{}

std::unique_ptr<Connection> ConnectionPool::take(JournalMode mode)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    return std::make_unique<Connection>(m_catalog, m_use, mode);
}

void ConnectionPool::giveBack(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < mostIdle)
        m_idle.push_back(std::move(connection));
}

void ConnectionPool::clear()
{
    std::vector<std::unique_ptr<Connection>> idle;
    const std::lock_guard lock(m_mutex);
    idle.swap(m_idle);
}

} // namespace lepton::store
