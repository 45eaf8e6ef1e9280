// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/dismissals.h"

namespace lepton::ui {

namespace {

/// Older ones are not shown any more.
constexpr qsizetype mostKept = 500;

QByteArray keyOf(const HomeItem& item)
{
    return item.id.toUtf8() + '@' + QByteArray::number(qlonglong(item.time.milliseconds));
}

} // namespace

Dismissals::Dismissals(ViewMemory& memory, const QString& workspace)
    : m_memory(memory)
    , m_key(QStringLiteral("home.dismissed.") + workspace)
{}

QList<QByteArray> Dismissals::all() const
{
    const QByteArray state = m_memory.state(m_key);
    return state.isEmpty() ? QList<QByteArray>() : state.split('\n');
}

bool Dismissals::has(const HomeItem& item) const
{
    return all().contains(keyOf(item));
}

void Dismissals::add(const HomeItem& item)
{
    QList<QByteArray> keys = all();
    keys.removeAll(keyOf(item));
    keys.prepend(keyOf(item));
    m_memory.setState(m_key, keys.mid(0, mostKept).join('\n'));
}

void Dismissals::remove(const HomeItem& item)
{
    QList<QByteArray> keys = all();
    keys.removeAll(keyOf(item));
    m_memory.setState(m_key, keys.join('\n'));
}

void Dismissals::apply(std::vector<HomeItem>& items) const
{
    const QList<QByteArray> keys = all();
    std::erase_if(items, [&keys](const HomeItem& item) { return keys.contains(keyOf(item)); });
}

} // namespace lepton::ui
