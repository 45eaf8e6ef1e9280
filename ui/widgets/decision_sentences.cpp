// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of core on models, promotions, gates and who decides.
#include "ui/widgets/core_sentences.h"

#include <QtGlobal>

namespace lepton::ui {

namespace {

using base::ErrorCode;

constexpr CoreSentence decisionTable[] = {
    // who may
    {ErrorCode::OwnRequest,
     QT_TRANSLATE_NOOP("CoreText", "You asked for %1 yourself, and nobody decides on an own request. Another "
                                   "reviewer has to.")},
    {ErrorCode::NotReviewer,
     QT_TRANSLATE_NOOP("CoreText", "To approve or reject takes the role reviewer or admin, which you do not "
                                   "have here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotReviewer,
     QT_TRANSLATE_NOOP("CoreText", "The standard %1 takes reviewers with another role than yours for this.")},
    {ErrorCode::NotReviewer,
     QT_TRANSLATE_NOOP("CoreText", "The standard %1 takes reviewers of %2 for this.")},
    {ErrorCode::NotReviewer,
     QT_TRANSLATE_NOOP("CoreText", "You trained this version, and the standard %1 wants somebody else to "
                                   "review it.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "Only a member of the workspace can do this. Ask an admin to enrol you.")},
    {ErrorCode::AlreadyDecided, QT_TRANSLATE_NOOP("CoreText", "You have reviewed %1 already.")},
    {ErrorCode::AlreadyDecided, QT_TRANSLATE_NOOP("CoreText", "%1 is approved already.")},
    {ErrorCode::AlreadyDecided, QT_TRANSLATE_NOOP("CoreText", "%1 is rejected already.")},
    {ErrorCode::AlreadyDecided, QT_TRANSLATE_NOOP("CoreText", "%1 is withdrawn already.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "Only who asked for %1, or an admin, withdraws it.")},
    {ErrorCode::RolledBack,
     QT_TRANSLATE_NOOP("CoreText", "The catalog lacks what this machine saw in it before, so nothing is "
                                   "decided in it. lepton audit verify says more.")},
    {ErrorCode::RolledBack,
     QT_TRANSLATE_NOOP("CoreText",
                       "%1 is another one than a moment ago: an older or a forged catalog was put in "
                       "the place of this one. Nothing is decided in it. Close the workspace, and run "
                       "lepton audit verify.")},
    {ErrorCode::RolledBack,
     QT_TRANSLATE_NOOP("CoreText",
                       "%1 is not there any more, and was a moment ago: an older or a forged catalog "
                       "was put in the place of this one. Nothing is decided in it. Close the "
                       "workspace, and run lepton audit verify.")},

    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText",
                       "Nothing can be decided in this workspace: %1 is missing. Run lepton audit verify "
                       "to see all that is wrong.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText",
                       "Nothing can be decided in this workspace: %1 Run lepton audit verify to see all "
                       "that is wrong.")},

    // requests
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 cannot be approved: computed again here, the gate %2 fails. %3")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "%1 cannot be approved: the gate %2 failed. %3")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 cannot be approved and has to be asked for again: computed again "
                                   "here, its evidence is not what is "
                                   "shown. %2")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "Another version came into production after the gates of %1 were "
                                   "computed. Withdraw it, and ask again.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The version of %1 is in the trash: it cannot be approved.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "%1 is in the trash. Restore it first.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "There is no promotion \"%1\".")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "There is no model called \"%1\".")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "%1 had no other version in production before.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "%1 has no model: a version is made of a run that is complete.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 is in staging already.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 is in production already.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 waits for a decision already: %2.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 is version %2 of %3 already.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "%1 belongs to %2. Choose another name for a model of %3.")},
    {ErrorCode::Busy,
     QT_TRANSLATE_NOOP("CoreText", "The version in production or the standard changed while the gates were "
                                   "computed. Ask again.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "A promotion takes a reason. Say why the version shall move.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "A rejection takes a comment. Say what is missing.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" already means a version or a stage. Choose another alias.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" reads as the number of a run. Choose another name for the "
                                   "model.")},

    // where evidence is not what is computed
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "%1 of the version is %2, and not %3.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 of the version in production is %2, and not %3.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "There are %1 test rows of the class %2, and not %3.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "The figures of the version were not computed, and can be.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText",
                       "The figures of the version in production were not computed, and can be.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "The figures of the version cannot be computed any more: %1")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "The figures of the version in production cannot be computed any more: "
                                   "%1")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "It is about other test rows than those of the run.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "The class %1 is missing, or is none of the model's.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText",
                       "It is about other versions than those that it is asked for and compared with.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "It is about other gates than those of the standard.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "It is about another stage or another standard.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "The gate %1 comes to something else. %2")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "A caution was left out. %1")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "A caution does not hold. %1")},

    // what gates and cautions say
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "It cannot be computed: %1")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText",
                       "It is %1, against %2 of the version in production on the same rows (%3).")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "It is %1.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "No version is in production to compare with.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText",
                       "It is not held against a rollback: the version was in production before.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "No class has %1 test rows or more.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "%1 of the version is not a number (NaN).")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 of the version in production is not a number (NaN).")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "Recipe, data and base model are there and whole.")},
    {ErrorCode::GateFailed, QT_TRANSLATE_NOOP("CoreText", "There are %1 test rows.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "1 test row has a text that stands in the training part, too.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 test rows have a text that stands in the training part, too.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText",
                       "The version was imported: how it was trained, and on what, is not recorded here.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "There are only %1 test rows: small differences say little.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "%1 of the test rows have texts that stand in the training part, too.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "The class %1 falls from F1 %2 to %3 (%4 test rows).")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "Version %1 (in production) was trained on the texts of %2 of these test "
                                   "rows: its figures may look better than it is.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "Version %1 (in production) was imported: whether it was trained on these test rows is not known.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "Version %1 (in production) was trained on data that cannot be read: "
                                   "whether it was on these test rows is not known.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "No figures could be computed for this request: those shown are what the "
                                   "runs recorded, each on test rows of its own.")},
    {ErrorCode::GateFailed,
     QT_TRANSLATE_NOOP("CoreText", "Version %1 (in production) could not be scored on these test rows: its "
                                   "figures are what its run recorded, on test rows of its own.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText",
                       "The version was imported, so there are no test rows that it was not trained on.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The version was imported: no run can be repeated.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The test data of %1 (%2 version %3) is not recorded in this workspace.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The test data of %1 (%2 version %3) is gone.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The data of %1 is not recorded in this workspace.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The base model %1 is not there as %2 had it.")},
    {ErrorCode::Damaged, QT_TRANSLATE_NOOP("CoreText", "The recipe of %1 is not the one that it recorded.")},
};

constexpr const char* gates[] = {
    QT_TRANSLATE_NOOP("CoreText", "test rows in training at most %1"),
    QT_TRANSLATE_NOOP("CoreText", "test rows at least %1"),
    QT_TRANSLATE_NOOP("CoreText", "%1 at least %2, classes with %3 test rows or more"),
    QT_TRANSLATE_NOOP("CoreText", "%1 at most %2, classes with %3 test rows or more"),
    QT_TRANSLATE_NOOP("CoreText",
                      "%1 not below production by more than %2, classes with %3 test rows or more"),
    QT_TRANSLATE_NOOP("CoreText", "%1 at least %2"),
    QT_TRANSLATE_NOOP("CoreText", "%1 at most %2"),
    QT_TRANSLATE_NOOP("CoreText", "%1 not below production by more than %2"),
    QT_TRANSLATE_NOOP("CoreText", "repeatable"),
};

} // namespace

std::span<const char* const> gateForms()
{
    return gates;
}

std::span<const CoreSentence> decisionSentences()
{
    return decisionTable;
}

} // namespace lepton::ui
