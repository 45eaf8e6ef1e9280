// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of core on what is wrong with the audit log.
#include "ui/widgets/core_sentences.h"

#include <QtGlobal>

namespace lepton::ui {

namespace {

constexpr auto damaged = base::ErrorCode::Damaged;

constexpr CoreSentence auditTable[] = {
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) has an id that is none.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) was changed: its hash is not that of its content.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) has no signature.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) was not signed with the key that it names.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) comes first, and only the making of the workspace can.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) stands before the first member is there.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText",
                       "Event %1 (%2) is signed with a key that is not its author's in this workspace.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText",
                                "Event %1 (%2) is signed with the key of %3, which event %4 had revoked.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) changes members, and %3 was no admin then.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) is by %3, who had no right to it then. %4")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) does not say what events of its kind must say.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) adds a member that is there already.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) makes a workspace that is there already.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) is about a member who is not there.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) revokes a key that is revoked already.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) gives a key that somebody has or had already.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 (%2) is refused. %3")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 stands before the first event.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 is missing.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Events %1 to %2 are missing.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 does not follow the event before it.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "There are more problems; the first ones are shown.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The table %1 has a row %2 that no event tells of.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The table role differs from the events in the rows of %1.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText", "The table %1 differs from the events in the row %2, column %3.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The table member lacks the row %1, which event %2 added.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The table %1 lacks the row %2, which the events tell of.")},
    {damaged,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "Event %1 is another one than when this machine last verified the workspace: an older or a forged "
         "catalog was put in its place. Who knows why says lepton workspace trust FINGERPRINT --head HASH.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText", "Event %1 is not there any more, and was when this machine last verified "
                                   "the workspace: an older or a forged catalog was put in its place. Who "
                                   "knows why says lepton workspace trust FINGERPRINT --head HASH.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 is another one than when the checkpoint was signed: an "
                                            "older or a forged catalog was put in its place.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Event %1 is not there any more, and was when the checkpoint was "
                                            "signed: an older or a forged catalog was put in its place.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The checkpoint was changed after it was signed.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText", "The checkpoint is of another workspace, or of one with another root.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The checkpoint was signed by nobody who is a member here.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "The audit log is empty.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "A file that a decision names is not what was kept (%1). %2")},
    {damaged, QT_TRANSLATE_NOOP("CoreText",
                                "A file of the workspace is damaged: %1 is not what was kept. Put it back "
                                "from a copy of the workspace; lepton doctor names all that are damaged.")},
    {damaged,
     QT_TRANSLATE_NOOP("CoreText",
                       "It asks for a version that is not there, or for a promotion that is there already.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Its number is out of its turn.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText",
                                "It says that it is a rollback, and the version was never in production.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "It names another object than that of the version.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "It is held to another standard than the one in force.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "Its evidence is not about this version and these gates.")},
    {damaged, QT_TRANSLATE_NOOP("CoreText", "It is about a promotion that is not there.")},
    {damaged, QT_TRANSLATE_NOOP(
                  "CoreText", "It fits another version, standard or evidence than those of the promotion.")},
};

} // namespace

std::span<const CoreSentence> auditSentences()
{
    return auditTable;
}

} // namespace lepton::ui
