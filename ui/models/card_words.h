// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/model_card.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// The model card in the language of the window: what registry::modelCard() writes in English. GUI thread.
class CardWords
{
    Q_DECLARE_TR_FUNCTIONS(CardWords)

public:
    /// Markdown.
    static QString markdown(const registry::CardFacts& facts);

private:
    static QString origin(const registry::CardFacts& facts);
    static QString figures(const registry::CardFacts& facts);
    static QString limits(const registry::CardFacts& facts);
    static QString decisions(const registry::CardFacts& facts);
};

} // namespace lepton::ui
