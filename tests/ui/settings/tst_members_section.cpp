// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_members.h"
#include "support/nameless_widgets.h"

#include "ui/settings/identity_section.h"
#include "ui/settings/join_panel.h"
#include "ui/settings/member_dialogs.h"
#include "ui/settings/member_list_model.h"
#include "ui/settings/members_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/table_delegate.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;
using identity::Role;

class TestMembersSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void listsMembers();
    void tellsOthersWhyTheyCannotChange_data();
    void tellsOthersWhyTheyCannotChange();
    void showsWhoAsksBeforeItEnrols();
    void saysWhatIsWrongWithARequest();
    void keepsTheDialogWhenCoreRefuses();
    void changesRoles();
    void revokesWithAReason();
    void replacesALostKey();
    void letsANewcomerAsk();
    void saysThatOneIsEnrolled();
    void tellsWhenItCannotRead();
    void opensALockedKey();
    void changesThePassphrase();
    void namesEveryControl();

private:
    void open();
    void choose(const char* name);
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return m_window->findChild<Widget*>(name);
    }
    QPushButton* button(const QString& name) const { return find<QPushButton>(name); }
    /// The dialog of that name, once it has read what it shows.
    QPushButton* actButton(const char* dialog);
    QString textsBelow(const QWidget* widget) const;

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeMembers> m_backend;
    std::unique_ptr<QWidget> m_window;
    ui::MembersSection* m_section = nullptr;
    QStringList m_toasts;
};

void TestMembersSection::init()
{
    m_backend = std::make_shared<FakeMembers>();
    m_backend->told.members = {makeMember("Lars", "Risk", {Role::Admin}, 'a'),
                               makeMember("Mei", "Risk", {Role::Engineer, Role::Reviewer}, 'b')};
    m_backend->told.self = m_backend->told.members[0];
    m_backend->told.key = ui::OwnKey{.key = std::string(64, 'a'), .file = "/home/lars/keys/aa.json"};
    m_backend->told.workspace = "/shared/halden's";
    m_backend->request.name = "Priya";
    m_backend->request.department = "Marketing";
    m_backend->request.key = std::string(64, 'd');
    m_toasts.clear();
}

void TestMembersSection::cleanup()
{
    if (m_section)
        QTRY_VERIFY(m_section->isSettled());
    m_window.reset();
    m_section = nullptr;
}

void TestMembersSection::open()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(620, 700);
    m_section = new ui::MembersSection(m_backend, m_window.get());
    m_section->resize(560, 700);
    connect(m_section, &ui::SettingsSection::changed, this,
            [this](const QString& what, const std::function<void()>&) { m_toasts << what; });
    m_window->show();
    m_section->refresh();
    QTRY_VERIFY(m_section->isSettled());
}

void TestMembersSection::choose(const char* name)
{
    auto* table = find<ui::DataTable>(QStringLiteral("settings.members.table"));
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == QLatin1String(name))
            table->selectRow(row);
    }
}

QPushButton* TestMembersSection::actButton(const char* dialog)
{
    QPushButton* found = nullptr;
    (void)QTest::qWaitFor([&] {
        found = button(QLatin1String(dialog) + QStringLiteral(".act.button"));
        return found != nullptr;
    });
    return found;
}

QString TestMembersSection::textsBelow(const QWidget* widget) const
{
    QStringList texts;
    for (const auto* label : widget->findChildren<QLabel*>()) {
        if (label->isVisibleTo(widget))
            texts << label->text();
    }
    return texts.join(QLatin1Char('|'));
}

void TestMembersSection::listsMembers()
{
    m_backend->told.members[1].revoked = 17;
    open();
    auto* model = find<ui::DataTable>(QStringLiteral("settings.members.table"))->model();
    const QAbstractItemModelTester tester(model);
    QCOMPARE(model->rowCount(), 2);
    using Model = ui::MemberListModel;
    QCOMPARE(model->index(0, Model::MemberColumn).data(ui::TableDelegate::SuffixRole).toString(),
             QStringLiteral("you"));
    QCOMPARE(model->index(1, Model::MemberColumn).data(ui::TableDelegate::SecondLineRole).toString(),
             QStringLiteral("Risk"));
    QCOMPARE(model->index(1, Model::RolesColumn).data().toString(), QStringLiteral("engineer, reviewer"));
    QCOMPARE(model->index(1, Model::KeyColumn).data().toString(), QStringLiteral("bbbbbbbbbbbb"));
    QCOMPARE(model->index(1, Model::StateColumn).data().toString(), QStringLiteral("Key revoked"));
    QVERIFY(!find<QWidget>(QStringLiteral("settings.join.button"))->isVisible());
    choose("Mei");
    QVERIFY(!button(QStringLiteral("settings.members.revoke.button"))->isEnabled());
    QVERIFY(button(QStringLiteral("settings.members.replaceKey.button"))->isEnabled());
}

void TestMembersSection::tellsOthersWhyTheyCannotChange_data()
{
    QTest::addColumn<int>("self"); // 0: admin, 1: engineer, -1: nobody
    QTest::addColumn<bool>("isRevoked");
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<QString>("word");
    QTest::newRow("no admin") << 1 << false << false << "admins";
    QTest::newRow("no member") << -1 << false << false << "not a member";
    QTest::newRow("revoked") << 0 << true << false << "revoked";
    QTest::newRow("locked") << 0 << false << true << "passphrase";
}

void TestMembersSection::tellsOthersWhyTheyCannotChange()
{
    QFETCH(int, self);
    QFETCH(bool, isRevoked);
    QFETCH(bool, isLocked);
    QFETCH(QString, word);
    if (isRevoked)
        m_backend->told.members[0].revoked = 9;
    m_backend->told.self.reset();
    if (self >= 0)
        m_backend->told.self = m_backend->told.members[std::size_t(self)];
    else
        m_backend->told.key.reset();
    if (isLocked)
        m_backend->told.key->isLocked = true;
    open();
    choose("Mei");
    QCOMPARE(find<ui::DataTable>(QStringLiteral("settings.members.table"))->model()->rowCount(), 2);
    for (const char* name : {"enrol", "roles", "replaceKey", "revoke"}) {
        auto* one = button(QStringLiteral("settings.members.%1.button").arg(QLatin1String(name)));
        QVERIFY(!one->isEnabled());
        QVERIFY2(one->toolTip().contains(word), qPrintable(one->toolTip()));
    }
    QVERIFY(find<QLabel>(QStringLiteral("settings.members.why"))->text().contains(word));
}

void TestMembersSection::showsWhoAsksBeforeItEnrols()
{
    open();
    m_section->enrol(QStringLiteral("priya.json"));
    auto* act = actButton("enrol");
    QTRY_VERIFY(act->isEnabled());
    QCOMPARE(act->text(), QStringLiteral("Enrol Priya"));
    QVERIFY(m_backend->done.empty()); // nothing is signed before it was seen
    for (const char* part : {"Priya", "Marketing", "dddddddddddddddd"})
        QTRY_VERIFY2(textsBelow(find<QWidget>(QStringLiteral("enrol.facts"))).contains(QLatin1String(part)),
                     part);
    find<QCheckBox>(QStringLiteral("enrol.role.analyst"))->setChecked(false);
    QVERIFY(!act->isEnabled());
    QVERIFY(!act->toolTip().isEmpty());
    find<QCheckBox>(QStringLiteral("enrol.role.engineer"))->setChecked(true);
    act->click();
    QTRY_COMPARE(m_toasts.size(), 1);
    QCOMPARE(m_backend->done, std::vector<std::string>{"enrol Priya +engineer"});
    QVERIFY(m_toasts.front().contains(QStringLiteral("Priya")));
}

void TestMembersSection::saysWhatIsWrongWithARequest()
{
    m_backend->refusal = base::Error(base::ErrorCode::InvalidArgument, "It was changed after it was signed.");
    open();
    m_section->enrol(QStringLiteral("priya.json"));
    auto* act = actButton("enrol");
    auto* banner = find<QWidget>(QStringLiteral("enrol.banner"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(textsBelow(banner).contains(QStringLiteral("changed after it was signed")));
    QVERIFY(!act->isEnabled());
    find<QCheckBox>(QStringLiteral("enrol.role.engineer"))->setChecked(true);
    QVERIFY(!act->isEnabled());
}

void TestMembersSection::keepsTheDialogWhenCoreRefuses()
{
    open();
    m_section->enrol(QStringLiteral("priya.json"));
    auto* act = actButton("enrol");
    QTRY_VERIFY(act->isEnabled());
    m_backend->refusal = base::Error(base::ErrorCode::Exists, "There is a member called Priya already.");
    act->click();
    auto* banner = find<QWidget>(QStringLiteral("enrol.banner"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(textsBelow(banner).contains(QStringLiteral("called Priya already")));
    QVERIFY(act->isEnabled()); // to try again
    QVERIFY(m_toasts.isEmpty());
}

void TestMembersSection::changesRoles()
{
    open();
    choose("Mei");
    button(QStringLiteral("settings.members.roles.button"))->click();
    auto* act = actButton("memberRoles");
    QVERIFY(!act->isEnabled()); // these are the roles already
    find<QCheckBox>(QStringLiteral("memberRoles.role.reviewer"))->setChecked(false);
    find<QCheckBox>(QStringLiteral("memberRoles.role.admin"))->setChecked(true);
    act->click();
    QTRY_COMPARE(m_toasts.size(), 1);
    QCOMPARE(m_backend->done, std::vector<std::string>{"roles Mei +admin -reviewer"});
}

void TestMembersSection::revokesWithAReason()
{
    open();
    choose("Mei");
    button(QStringLiteral("settings.members.revoke.button"))->click();
    auto* act = actButton("revokeKey");
    auto* dialog = find<ui::RevokeDialog>(QStringLiteral("revokeKey"));
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("Mei")));
    QVERIFY(!act->isEnabled());
    find<QLineEdit>(QStringLiteral("revokeKey.reason.edit"))->setText(QStringLiteral(" "));
    QVERIFY(!act->isEnabled());
    find<QLineEdit>(QStringLiteral("revokeKey.reason.edit"))->setText(QStringLiteral("Laptop stolen"));
    act->click();
    QTRY_COMPARE(m_toasts.size(), 1);
    QCOMPARE(m_backend->done, std::vector<std::string>{"revoke Mei: Laptop stolen"});
}

void TestMembersSection::replacesALostKey()
{
    open();
    choose("Mei");
    m_section->replaceKey(QStringLiteral("mei.json"));
    auto* act = actButton("replaceKey");
    QTRY_VERIFY(act->toolTip().contains(QStringLiteral("reason")));
    for (const char* part : {"dddddddddddddddd", "bbbbbbbbbbbbbbbb"})
        QTRY_VERIFY2(
            textsBelow(find<QWidget>(QStringLiteral("replaceKey.facts"))).contains(QLatin1String(part)),
            part);
    find<QLineEdit>(QStringLiteral("replaceKey.reason.edit"))->setText(QStringLiteral("Disk broken"));
    act->click();
    QTRY_COMPARE(m_toasts.size(), 1);
    QCOMPARE(m_backend->done, std::vector<std::string>{"replace Mei by dddd: Disk broken"});
}

void TestMembersSection::letsANewcomerAsk()
{
    m_backend->told.self.reset();
    m_backend->told.key.reset();
    open();
    auto* ask = button(QStringLiteral("settings.join.button"));
    QVERIFY(ask->isVisible());
    QVERIFY(!ask->isEnabled());
    find<QLineEdit>(QStringLiteral("settings.join.name.edit"))->setText(QStringLiteral("Priya"));
    find<QLineEdit>(QStringLiteral("settings.join.department.edit"))->setText(QStringLiteral("Marketing"));
    QVERIFY(ask->isEnabled());
    const QString command = find<QLabel>(QStringLiteral("settings.join.command"))->text();
    QCOMPARE(command, QStringLiteral("lepton member request request.json --name 'Priya' --department "
                                     "'Marketing' --workspace '/shared/halden'\\''s'"));
    find<QLineEdit>(QStringLiteral("settings.join.passphrase.edit"))->setText(QStringLiteral("moss"));
    QVERIFY(!ask->isEnabled()); // it is asked for twice
    find<QLineEdit>(QStringLiteral("settings.join.again.edit"))->setText(QStringLiteral("moss"));
    QVERIFY(ask->isEnabled());
    m_section->findChild<ui::JoinPanel*>()->ask(QStringLiteral("priya.json"));
    auto* banner = find<QWidget>(QStringLiteral("settings.join.banner"));
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(m_backend->done, std::vector<std::string>{"ask Priya of Marketing into priya.json with moss"});
    const QString told = textsBelow(banner);
    QVERIFY2(told.contains(QStringLiteral("priya.json")) && told.contains(QStringLiteral("dddddddd dddd")),
             qPrintable(told));
    // a secret does not stay on the screen's side of things
    QVERIFY(find<QLineEdit>(QStringLiteral("settings.join.passphrase.edit"))->text().isEmpty());
}

void TestMembersSection::saysThatOneIsEnrolled()
{
    m_backend->told.self.reset();
    m_backend->told.key.reset();
    m_backend->told.isEnrolledNow = true;
    open();
    auto* banner = find<QWidget>(QStringLiteral("settings.members.banner"));
    QVERIFY(banner->isVisible());
    QVERIFY(textsBelow(banner).contains(QStringLiteral("Open the workspace again")));
    QVERIFY(!button(QStringLiteral("settings.join.button"))->isVisible());
}

void TestMembersSection::tellsWhenItCannotRead()
{
    open();
    m_backend->readError = base::Error(base::ErrorCode::Io, "The share is gone.");
    m_section->refresh();
    QTRY_VERIFY(m_section->isSettled());
    QVERIFY(textsBelow(find<QWidget>(QStringLiteral("settings.members.banner")))
                .contains(QStringLiteral("The share is gone")));
    QCOMPARE(find<ui::DataTable>(QStringLiteral("settings.members.table"))->model()->rowCount(), 2);
}

void TestMembersSection::opensALockedKey()
{
    m_backend->told.key->hasPassphrase = true;
    m_backend->told.key->isLocked = true;
    m_window = std::make_unique<QWidget>();
    auto* section = new ui::IdentitySection(m_backend, m_window.get());
    m_window->show();
    section->refresh();
    QTRY_VERIFY(section->isSettled());
    auto* edit = find<QLineEdit>(QStringLiteral("settings.identity.passphrase.edit"));
    QVERIFY(edit->isVisible());
    m_backend->refusal = base::Error(base::ErrorCode::KeyLocked, "This is not the passphrase of your key.");
    edit->setText(QStringLiteral("wrong"));
    auto* unlock = button(QStringLiteral("settings.identity.unlock.button"));
    unlock->click();
    QTRY_VERIFY(section->isSettled());
    QVERIFY(textsBelow(section).contains(QStringLiteral("not the passphrase")));
    m_backend->refusal.reset();
    edit->setText(QStringLiteral("right"));
    QVERIFY(!textsBelow(section).contains(QStringLiteral("not the passphrase")));
    unlock->click();
    QTRY_VERIFY(!edit->isVisible());
    QCOMPARE(m_backend->done, std::vector<std::string>{"unlock right"});
}

void TestMembersSection::changesThePassphrase()
{
    m_window = std::make_unique<QWidget>();
    auto* section = new ui::IdentitySection(m_backend, m_window.get());
    m_window->show();
    section->refresh();
    QTRY_VERIFY(section->isSettled());
    QTRY_VERIFY(textsBelow(section).contains(QStringLiteral("/home/lars/keys/aa.json")));
    button(QStringLiteral("settings.identity.passphrase.button"))->click();
    auto* save = button(QStringLiteral("passphrase.save.button"));
    QVERIFY(!find<QLineEdit>(QStringLiteral("passphrase.before.edit"))->isVisible());
    find<QLineEdit>(QStringLiteral("passphrase.after.edit"))->setText(QStringLiteral("moss"));
    find<QLineEdit>(QStringLiteral("passphrase.again.edit"))->setText(QStringLiteral("mos"));
    QVERIFY(!save->isEnabled());
    find<QLineEdit>(QStringLiteral("passphrase.again.edit"))->setText(QStringLiteral("moss"));
    save->click();
    QTRY_COMPARE(m_backend->done, std::vector<std::string>{"passphrase  to moss"});
    QTRY_VERIFY(section->isSettled());
}

void TestMembersSection::namesEveryControl()
{
    m_backend->told.self.reset(); // with the panel of newcomers
    open();
    QCOMPARE(namelessWidgets(*m_section), QStringList());
}

QTEST_MAIN(TestMembersSection)
#include "tst_members_section.moc"
