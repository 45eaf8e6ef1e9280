// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rights.h"

#include "ui/widgets/core_text.h"

#include <QMenu>

#include <algorithm>

namespace lepton::ui {

namespace {

bool isSame(const std::pair<const int, base::Error>& one, const std::pair<const int, base::Error>& other)
{
    return one.first == other.first && one.second.code() == other.second.code() &&
           one.second.message() == other.second.message();
}

} // namespace

Rights::Rights(std::function<Refusals()> ask, QObject* parent)
    : QObject(parent)
    , m_ask(std::move(ask))
{}

void Rights::refresh()
{
    if (m_read.isRunning()) {
        m_isAskedAgain = true;
        return;
    }
    m_isAskedAgain = false;
    // what cannot be read now is told by what reads the page; the answer before holds
    m_read.run(
        m_ask, [this](Refusals refusals) { take(std::move(refusals)); },
        [this](const base::Error&) {
            if (m_isAskedAgain)
                refresh();
        });
}

void Rights::take(Refusals refusals)
{
    if (m_isAskedAgain)
        refresh();
    if (std::equal(m_refusals.begin(), m_refusals.end(), refusals.begin(), refusals.end(), isSame))
        return;
    m_refusals = std::move(refusals);
    Q_EMIT changed();
}

QString Rights::reason(int action) const
{
    const auto refusal = m_refusals.find(action);
    return refusal == m_refusals.end() ? QString() : CoreText::error(refusal->second);
}

void addReason(QMenu& menu, const QString& reason)
{
    if (!reason.isEmpty())
        menu.addAction(reason)->setEnabled(false);
}

} // namespace lepton::ui
