// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "identity/access.h"

#include <QTest>

using namespace lepton;
using identity::Right;
using identity::Role;
using testing::errorOf;
using testing::kindOf;

namespace {

constexpr std::array roles{Role::Analyst, Role::Engineer, Role::Reviewer, Role::Admin};

} // namespace

/// One row a rule of who may do what.
class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<QString>("who");
        const auto rule = [](const char* name, Right right, const char* who) {
            QTest::newRow(name) << static_cast<int>(right) << who;
        };
        rule("everybody reads", Right::Read, "analyst engineer reviewer admin");
        rule("everybody comments", Right::Comment, "analyst engineer reviewer admin");
        rule("everybody predicts", Right::Predict, "analyst engineer reviewer admin");
        rule("engineers import", Right::Import, "engineer admin");
        rule("engineers train", Right::Train, "engineer admin");
        rule("engineers edit runs", Right::EditRuns, "engineer admin");
        rule("engineers register", Right::Register, "engineer admin");
        rule("engineers ask for a promotion", Right::RequestPromotion, "engineer admin");
        rule("reviewers approve and reject", Right::Review, "reviewer admin");
        rule("admins empty the trash", Right::EmptyTrash, "admin");
        rule("admins change members", Right::ManageMembers, "admin");
        rule("admins publish standards", Right::ManageStandards, "admin");
        rule("admins acknowledge refused events", Right::Acknowledge, "admin");
    }

    void rules()
    {
        QFETCH(int, right);
        QFETCH(QString, who);
        const QStringList allowed = who.split(' ');
        for (const Role role : roles) {
            const QString name = QString::fromUtf8(identity::roleName(role).data());
            QVERIFY2(identity::mayDo({role}, static_cast<Right>(right)) == allowed.contains(name),
                     qPrintable(name));
        }
        QVERIFY(!identity::mayDo({}, static_cast<Right>(right)));
    }

    void rolesAddUp()
    {
        QVERIFY(identity::mayDo({Role::Analyst, Role::Reviewer}, Right::Review));
        QVERIFY(!identity::mayDo({Role::Analyst, Role::Reviewer}, Right::Train));
    }

    void aRefusalNamesTheRoleThatItTakes()
    {
        const auto error = errorOf([] { identity::requireRight({Role::Analyst}, Right::Train); });
        QVERIFY(error && error->message().find("engineer or admin") != std::string::npos);
        QCOMPARE(kindOf([] { identity::requireRight({Role::Analyst}, Right::Train); }), "not_allowed");
        QCOMPARE(kindOf([] { identity::requireRight({Role::Engineer}, Right::Review); }), "not_reviewer");
        QCOMPARE(kindOf([] { identity::requireRight({Role::Admin}, Right::Review); }), "none");
    }

    void eventsAskForARight_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("right");
        const auto rule = [](const char* kind, Right right) {
            QTest::newRow(kind) << kind << static_cast<int>(right);
        };
        rule("member.added", Right::ManageMembers);
        rule("member.revoked", Right::ManageMembers);
        rule("member.key_replaced", Right::ManageMembers);
        rule("role.given", Right::ManageMembers);
        rule("standard.published", Right::ManageStandards);
        rule("model.registered", Right::Register);
        rule("promotion.requested", Right::RequestPromotion);
        rule("promotion.approved", Right::Review);
        rule("promotion.rejected", Right::Review);
        rule("promotion.withdrawn", Right::RequestPromotion);
        rule("prediction.made", Right::Predict);
        rule("audit.acknowledged", Right::Acknowledge);
    }

    void eventsAskForARight()
    {
        QFETCH(QString, kind);
        QFETCH(int, right);
        const auto found = identity::rightOfEvent(kind.toStdString());
        QVERIFY(found && static_cast<int>(*found) == right);
        QVERIFY(!identity::rightOfEvent("job.queued"));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
