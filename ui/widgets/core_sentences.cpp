// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/core_sentences.h"

#include <QtGlobal>

namespace lepton::ui {

namespace {

using base::ErrorCode;

constexpr const char* actions[] = {
    QT_TRANSLATE_NOOP("CoreText", "create"), QT_TRANSLATE_NOOP("CoreText", "create the folder"),
    QT_TRANSLATE_NOOP("CoreText", "lock"),   QT_TRANSLATE_NOOP("CoreText", "map"),
    QT_TRANSLATE_NOOP("CoreText", "open"),   QT_TRANSLATE_NOOP("CoreText", "open the workspace"),
    QT_TRANSLATE_NOOP("CoreText", "read"),   QT_TRANSLATE_NOOP("CoreText", "save"),
    QT_TRANSLATE_NOOP("CoreText", "write"),  QT_TRANSLATE_NOOP("CoreText", "write to"),
};

constexpr CoreSentence generalTable[] = {
    // files
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: it does not exist.")},
    {ErrorCode::NoSpace,
     QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: the disk is full. Free some space and try again.")},
    {ErrorCode::NoSpace,
     QT_TRANSLATE_NOOP("CoreText",
                       "Cannot %1 %2: the file would grow past the limit that is set for it here.")},
    {ErrorCode::ReadOnly, QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: the file system is read-only.")},
    {ErrorCode::Permission,
     QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: you do not have the rights for it.")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: it is a folder, not a file.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: a part of the path is not a folder.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: its symbolic links lead in a circle.")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: the name is too long.")},
    {ErrorCode::Io, QT_TRANSLATE_NOOP("CoreText", "Cannot %1 %2: %3.")},
    {ErrorCode::Internal,
     QT_TRANSLATE_NOOP("CoreText",
                       "There is not enough memory for this. Close other programs and try again.")},

    // workspaces
    {ErrorCode::Busy,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "Others have been writing to the workspace %1 all the time. Nothing was changed; try again.")},
    {ErrorCode::Busy, QT_TRANSLATE_NOOP("CoreText", "The workspace %1 is open elsewhere, and this needs it "
                                                    "alone. Close it everywhere and try again.")},
    {ErrorCode::Busy, QT_TRANSLATE_NOOP("CoreText", "The journal of the workspace %1 cannot be changed now. "
                                                    "Close the workspace everywhere and try again.")},
    {ErrorCode::NoSpace,
     QT_TRANSLATE_NOOP("CoreText", "The disk that holds the workspace %1 is full. Nothing was changed; free "
                                   "some space and try again.")},
    {ErrorCode::ReadOnly,
     QT_TRANSLATE_NOOP("CoreText",
                       "You can read the workspace %1 but not change it: it is write-protected for you.")},
    {ErrorCode::ReadOnly,
     QT_TRANSLATE_NOOP("CoreText",
                       "You can read the workspace %1 but not change it: its folder is write-protected for "
                       "you. Ask its owner for the right to write.")},
    {ErrorCode::ReadOnly,
     QT_TRANSLATE_NOOP("CoreText",
                       "The workspace %1 is of an older version and must be brought up to date before you "
                       "can open it, but you cannot write to its folder. Ask someone who can to open it "
                       "once.")},
    {ErrorCode::Permission,
     QT_TRANSLATE_NOOP("CoreText", "The workspace %1 cannot be opened: you do not have the rights to read "
                                   "its catalog.db.")},
    {ErrorCode::Io, QT_TRANSLATE_NOOP("CoreText", "The catalog of the workspace %1 cannot be reached. Check "
                                                  "that its disk or share is connected and try again.")},
    {ErrorCode::NotAWorkspace,
     QT_TRANSLATE_NOOP("CoreText",
                       "%1 is a file. A workspace is a folder: choose the folder that holds catalog.db.")},
    {ErrorCode::NotAWorkspace,
     QT_TRANSLATE_NOOP("CoreText", "%1 is not a workspace: it has no catalog.db. Choose another folder, or "
                                   "make one here with lepton init.")},
    {ErrorCode::NotAWorkspace,
     QT_TRANSLATE_NOOP("CoreText", "%1 is not a workspace: its catalog.db is not a file.")},
    {ErrorCode::NotAWorkspace,
     QT_TRANSLATE_NOOP("CoreText", "%1 is not a workspace: its catalog.db is no SQLite file. If it was one, "
                                   "put the newest file of its folder backups in its place.")},
    {ErrorCode::NotAWorkspace,
     QT_TRANSLATE_NOOP("CoreText", "%1 is not a workspace: its catalog.db belongs to another program.")},
    {ErrorCode::NewerSchema,
     QT_TRANSLATE_NOOP("CoreText", "The workspace %1 was made or changed by a newer version of Lepton "
                                   "Workbench (schema %2, this version knows up to %3). Install the newer "
                                   "version on this machine to open it.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText", "The catalog of the workspace %1 is damaged. Put the newest file of its "
                                   "folder backups in the place of catalog.db.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText", "The catalog of the workspace %1 is damaged: %2 Put the newest file of "
                                   "its folder backups in the place of catalog.db.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText", "The workspace %1 has lost the beginning of its audit log. Put the newest "
                                   "file of its folder backups in the place of catalog.db.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText", "The key file %1 is damaged. Put it back from a copy of it.")},
    {ErrorCode::Damaged,
     QT_TRANSLATE_NOOP("CoreText", "The file %1, in which this machine remembers the workspaces it trusts, "
                                   "is damaged. Put it back from a copy, or remove it to trust what you "
                                   "open next.")},
    {ErrorCode::WalOverNetwork,
     QT_TRANSLATE_NOOP("CoreText",
                       "The workspace %1 was made for one machine and lies on a network folder, where its "
                       "catalog would be damaged. Close it everywhere and convert it with: %2")},
    {ErrorCode::WalOverNetwork,
     QT_TRANSLATE_NOOP("CoreText", "%1 lies on a network folder, where a workspace for one machine would be "
                                   "damaged. Make it with --shared.")},
    {ErrorCode::Untrusted,
     QT_TRANSLATE_NOOP("CoreText",
                       "The workspace %1 has another root than this machine remembers for it: %2 instead of "
                       "%3. Somebody may have put a forged one in its place. If an admin of the workspace "
                       "has told you that this is right, say: %4")},
    {ErrorCode::Untrusted,
     QT_TRANSLATE_NOOP("CoreText",
                       "At %1 this machine has seen another workspace than the one that is there now (%2 "
                       "before, %3 now). If an admin of the workspace has told you that this is right, say: "
                       "%4")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "Cannot make a workspace at %1: there is a file of "
                                                      "this name. Choose another folder.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 is a workspace already. Open it instead.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "%1 has just become a workspace. Open it instead.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "Cannot make a workspace in %1: it is not empty (%2 is in it). Choose a "
                                   "new or an empty folder.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "A file of the workspace is missing: %1. Put it back from a copy of the "
                                   "workspace, or import the data again.")},

    // members and keys
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "You are not a member of this workspace. Ask an admin of it to add you.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "You can read this workspace but not change it: you are not a member of "
                                   "it with a key on this machine. Ask an admin of the workspace to add "
                                   "you.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText",
                       "Only a member of the workspace can start work in it. Ask an admin to enrol you.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "Only a member of the workspace can import. Ask an admin to enrol you.")},
    {ErrorCode::RevokedKey,
     QT_TRANSLATE_NOOP("CoreText",
                       "Your key for this workspace was revoked. Ask an admin of it for a new one.")},
    {ErrorCode::KeyLocked,
     QT_TRANSLATE_NOOP("CoreText", "Your key for this workspace is locked with a passphrase. Give the "
                                   "passphrase, or set LEPTON_PASSPHRASE, and try again.")},
    {ErrorCode::NoMember,
     QT_TRANSLATE_NOOP("CoreText", "Only a member of the workspace can do this. Ask an admin to enrol you.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "%1 is the only admin: nobody could change members any more. Make somebody else an admin first.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText",
                       "The key of this request belongs to a member, or did before. Make a new request.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText",
                       "The request was changed after it was signed. Ask the newcomer for it again.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The request in %1 was changed after it was signed. Ask the newcomer for the file again.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The request of %1 is for another workspace. Ask for one for this one.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The request is of %1, not of %2. Nothing was changed.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP(
         "CoreText",
         "The file %1 is no request to become a member. The newcomer makes one with lepton member request.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "The file %1 is there already. Choose another name.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "There is a member called %1 already. Choose another name.")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "The key of %1 belongs to a member already.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "This key belongs to a member already. Make a new request.")},
    {ErrorCode::RevokedKey, QT_TRANSLATE_NOOP("CoreText", "The key of %1 is revoked already.")},
    {ErrorCode::KeyLocked,
     QT_TRANSLATE_NOOP("CoreText", "This is not the passphrase of your key. Try again.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "To add or change members takes the role admin, which you do not have "
                                   "here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "To publish standards takes the role admin, which you do not have here. "
                                   "Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText",
                       "To import or change data sets takes the role engineer or admin, which you "
                       "do not have here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "To train models takes the role engineer or admin, which you do not have "
                                   "here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText",
                       "To name, tag or trash runs takes the role engineer or admin, which you do "
                       "not have here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "To empty the trash takes the role admin, which you do not have here. Ask "
                                   "an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText", "To register models takes the role engineer or admin, which you do not "
                                   "have here. Ask an admin of the workspace for it.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText",
                       "To ask for a promotion takes the role engineer or admin, which you do not "
                       "have here. Ask an admin of the workspace for it.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The file %1 is no checkpoint of lepton audit checkpoint.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("CoreText", "The checkpoint %1 is of another version of the program than this one.")},
    {ErrorCode::Damaged, QT_TRANSLATE_NOOP("CoreText", "Nothing was signed: the audit log is not whole. %1")},

    // standards
    {ErrorCode::BadJson, QT_TRANSLATE_NOOP("CoreText", "The standard is no JSON: line %1 cannot be read.")},
    {ErrorCode::BadJson, QT_TRANSLATE_NOOP("CoreText", "The standard is no JSON: it is not UTF-8.")},
    {ErrorCode::BadJson, QT_TRANSLATE_NOOP("CoreText", "The standard holds a number that is too large.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: there is no such key. There are: %2.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: this key is missing.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: this key stands twice.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText",
                       "The standard is not right at %1: a whole number from %2 to %3 is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText",
                       "The standard is not right at %1: a number from %2 to %3 is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: a text is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: a list of texts is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: a list of gates is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: an object is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText",
                       "The standard is not right at %1: there is no metric \"%2\". There are: %3.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: exactly one of at_least, at_most and "
                                   "not_below_production_by is expected here.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: nobody brings a version into production "
                                   "alone: 1 or more is expected.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: \"%2\" is no role that may review. Use "
                                   "reviewer or admin.")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("CoreText", "The standard is not right at %1: %2")},
    {ErrorCode::Exists, QT_TRANSLATE_NOOP("CoreText", "The next version of the standard %1 is %2, not %3.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText",
                       "The name built-in is that of the built-in standard. Choose another one.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The standard %1 is for other models. What a standard is for does not "
                                   "change: publish one under another name.")},
    {ErrorCode::NotAllowed,
     QT_TRANSLATE_NOOP("CoreText",
                       "The standard is for %1, which has an admin of its own: only that one publishes it.")},

    // data sets
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "The data set is not there any more.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "The data set is not there any more: it has been removed.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "There is no data set called \"%1\". %2")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" has no version %2. Its newest version is %3.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "\"%1\" is in the trash. Restore it first.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("CoreText", "\"%1\" is not in the trash.")},
    {ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" was imported, and has been removed again by someone else.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "There is already a data set called \"%1\" with other content. Choose "
                                   "another name, or add this as a new version of it.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "There is already a data set called \"%1\". Choose another name.")},
    {ErrorCode::Exists,
     QT_TRANSLATE_NOOP("CoreText", "\"%1\" cannot come back under the name \"%2\": another data set has it "
                                   "now. Restore it under another name.")},
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("CoreText", "This is no name for a %1: it is empty.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText",
                       "This is no name for a %1: it has %2 characters, and at most %3 are allowed.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "This is no name for a %1: character %2 is a control character.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "This is no name for a %1: it has the character %2, which parts a name "
                                   "from what follows it.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "This is no name for a %1: it begins or ends with a blank.")},

    // files to import, and exports
    {ErrorCode::Busy,
     QT_TRANSLATE_NOOP("CoreText",
                       "The file changed while it was read. Wait until it is complete and import it "
                       "again.")},
    {ErrorCode::EmptyFile, QT_TRANSLATE_NOOP("CoreText", "The file is empty: there is nothing in it.")},
    {ErrorCode::EmptyFile,
     QT_TRANSLATE_NOOP("CoreText", "The file is empty: there is not even a header in it.")},
    {ErrorCode::EmptyFile,
     QT_TRANSLATE_NOOP("CoreText", "The file holds no columns: there is nothing to import.")},
    {ErrorCode::UnknownEncoding,
     QT_TRANSLATE_NOOP("CoreText", "The text may be %1 or %2: both can be read. Choose the encoding.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("CoreText", "This is a JSON document. Only JSON Lines can be imported: one object a "
                                   "line. Write the records of the document so and import that file.")},
    {ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("CoreText", "This is a Parquet file inside a %1 file. Decompress it first: Parquet "
                                   "compresses its own pages.")},
    {ErrorCode::BadCompression,
     QT_TRANSLATE_NOOP("CoreText", "The %1 compressed file ends too early: a part of it is missing. Get the "
                                   "file again, complete this time.")},
    {ErrorCode::BadParquet,
     QT_TRANSLATE_NOOP("CoreText", "The table in %1 cannot be read: the file is damaged or is no Parquet "
                                   "file. Restore it from a backup, or import the data again.")},
    {ErrorCode::InvalidArgument,
     QT_TRANSLATE_NOOP("CoreText", "The ending of %1 says no format. Let the name end in .csv, .tsv, .jsonl "
                                   "or .parquet.")},
    {ErrorCode::BadEncoding,
     QT_TRANSLATE_NOOP("CoreText", "The character %1 in row %2, column \"%3\", has no place in the encoding "
                                   "%4. Nothing was written; export as UTF-8 instead.")},
    {ErrorCode::UnknownColumn,
     QT_TRANSLATE_NOOP("CoreText", "There is no column \"%1\". Did you mean \"%2\"?")},
    {ErrorCode::UnknownColumn,
     QT_TRANSLATE_NOOP("CoreText", "There is no column \"%1\". The columns are %2.")},
};

} // namespace

std::span<const CoreSentence> coreSentences()
{
    return generalTable;
}

std::span<const char* const> coreActions()
{
    return actions;
}

} // namespace lepton::ui
