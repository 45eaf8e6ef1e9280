// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to ui/widgets.

#include "base/error.h"

#include <span>

namespace lepton::ui {

/// The form of a sentence that core writes, with %1, %2, ... for what differs. Translated in the context
/// "CoreText".
struct CoreSentence
{
    base::ErrorCode code;
    const char* form;
};

/// The sentences that a person meets most. In a form that begins with "Cannot %1 ", %1 is one of
/// coreActions().
std::span<const CoreSentence> coreSentences();

/// The same for models, promotions, gates and who decides.
std::span<const CoreSentence> decisionSentences();

/// The same for runs, and for what data and base model lack for one.
std::span<const CoreSentence> trainingSentences();

/// The same for recipes that cannot be read or do not fit.
std::span<const CoreSentence> recipeSentences();

/// What a key of a recipe takes, and what stands there that is not quoted.
std::span<const char* const> rangeForms();
std::span<const char* const> valueForms();

/// The lines that a run logs, notices about its data among them.
std::span<const char* const> logForms();

/// What stands inside of these sentences and lines and is itself to be said in the language of the window.
std::span<const char* const> phraseForms();

/// What an audit says is wrong.
std::span<const CoreSentence> auditSentences();

/// How gates are named in sentences: the forms of registry::gateName(), the longer ones first.
std::span<const char* const> gateForms();

/// What could not be done: "open", "write", ...
std::span<const char* const> coreActions();

} // namespace lepton::ui
