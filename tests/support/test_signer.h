// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <string>

namespace lepton::testing {

/// A signer for tests of what does not look at signatures: member and key are fixed, the signature is the
/// hash twice.
class TestSigner final : public store::Signer
{
public:
    explicit TestSigner(std::string key = std::string(64, 'a'))
        : m_key(std::move(key))
    {}

    base::MemberId member() const override { return m_member; }
    std::string key() const override { return m_key; }
    store::Signature sign(const base::Sha256Digest& hash) const override
    {
        store::Signature signature{};
        for (std::size_t i = 0; i < signature.size(); ++i)
            signature[i] = hash[i % hash.size()];
        return signature;
    }

private:
    base::MemberId m_member = base::MemberId::generate();
    std::string m_key;
};

} // namespace lepton::testing
