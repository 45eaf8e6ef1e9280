// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/file.h"
#include "identity/access.h"
#include "identity/key_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>

#include <sys/stat.h>

using namespace lepton;
using identity::KeyPair;
using identity::KeyStore;
using identity::Right;
using identity::Role;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

namespace {

constexpr auto noPassphrase = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };

unsigned modeOf(const fs::path& file)
{
    struct stat status
    {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

} // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = fs::path(m_temporary.path().toStdString()) / "config of 林" / "keys";
        fs::remove_all(m_folder.parent_path());
    }

    void signaturesAreRfc8032()
    {
        // The key pair of RFC 8032, section 7.1, TEST 1; the signature over SHA-256("abc") is OpenSSL's.
        const auto seedText =
            base::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").value();
        KeyPair::Seed seed;
        std::copy(seedText.begin(), seedText.end(), reinterpret_cast<char*>(seed.data()));
        const KeyPair pair = KeyPair::fromSeed(seed);
        QCOMPARE(pair.publicKey(),
                 std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        const auto hash = base::sha256("abc");
        const std::string signature = base::toHex(pair.sign(hash));
        QCOMPARE(signature, std::string("096f5569d807ee8ac7b1913da70cf0aab335c258f4b94c8f210dd141e9743927"
                                        "c8d1a6b378872a72c9446c1f75e6dc7b2def98bd0c214be6706d48791f57680a"));
        QVERIFY(identity::isSignedBy(pair.publicKey(), hash, signature));
        QVERIFY(!identity::isSignedBy(pair.publicKey(), base::sha256("abd"), signature));
        QVERIFY(!identity::isSignedBy(KeyPair::generate().publicKey(), hash, signature));
        QVERIFY(!identity::isSignedBy(pair.publicKey(), hash, signature.substr(2)));
        QVERIFY(!identity::isSignedBy("", hash, ""));
        QVERIFY(!identity::isSignedBy(pair.publicKey(), hash, std::string(128, 'x')));
    }

    void aKeyComesBack()
    {
        KeyStore store(m_folder);
        QVERIFY(store.keys().empty());
        const KeyPair pair = KeyPair::generate();
        store.save(pair, std::nullopt);
        QCOMPARE(store.keys(), std::vector<std::string>{pair.publicKey()});
        QVERIFY(!store.isLocked(pair.publicKey()));
        QVERIFY(store.load(pair.publicKey(), noPassphrase).seed() == pair.seed());
        QCOMPARE(modeOf(m_folder), 0700U);
        QCOMPARE(modeOf(m_folder / (pair.publicKey() + ".json")), 0600U);
        store.remove(pair.publicKey());
        QVERIFY(store.keys().empty());
        QCOMPARE(kindOf([&] { store.load(pair.publicKey(), noPassphrase); }), "not_found");
    }

    void aPassphraseLocksIt()
    {
        KeyStore store(m_folder);
        const KeyPair pair = KeyPair::generate();
        store.save(pair, "correct horse 电池");
        const fs::path file = m_folder / (pair.publicKey() + ".json");
        QVERIFY(store.isLocked(pair.publicKey()));
        QCOMPARE(modeOf(file), 0600U);
        QVERIFY2(base::readTextFile(file).find(base::toHex(pair.seed())) == std::string::npos,
                 "the secret lies open in the file");
        QCOMPARE(kindOf([&] { store.load(pair.publicKey(), noPassphrase); }), "key_locked");
        QCOMPARE(kindOf([&] {
                     store.load(pair.publicKey(), [](auto&) { return std::optional<std::string>("wrong"); });
                 }),
                 "key_locked");
        qputenv("LEPTON_PASSPHRASE", "correct horse 电池");
        QVERIFY(store.load(pair.publicKey(), identity::passphraseFromEnvironment).seed() == pair.seed());
        qunsetenv("LEPTON_PASSPHRASE");
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("no JSON") << "hello";
        QTest::newRow("nothing in it") << "{}";
        QTest::newRow("a secret that is none") << "{\"secret\":\"xyz\"}";
        QTest::newRow("another key's secret") << "{\"secret\":\"" + QString(64, '1') + "\"}";
        QTest::newRow("a box without its parts") << "{\"box\":{\"salt\":\"00\"}}";
    }

    void damagedFiles()
    {
        QFETCH(QString, text);
        KeyStore store(m_folder);
        const KeyPair pair = KeyPair::generate();
        store.save(pair, std::nullopt);
        base::writeFileAtomically(m_folder / (pair.publicKey() + ".json"), text.toStdString());
        const auto error = errorOf(
            [&] { store.load(pair.publicKey(), [](auto&) { return std::optional<std::string>("x"); }); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("damaged"));
        QVERIFY(error->message().find(pair.publicKey()) != std::string::npos);
    }

    void rights_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("allowed");
        const auto row = [](Role role, const char* allowed) {
            QTest::newRow(identity::roleName(role).data()) << static_cast<int>(role) << allowed;
        };
        // read comment predict | import train register ask | review | members standards
        row(Role::Analyst, "yyynnnnnnn");
        row(Role::Engineer, "yyyyyyynnn");
        row(Role::Reviewer, "yyynnnnynn");
        row(Role::Admin, "yyyyyyyyyy");
    }

    void rights()
    {
        QFETCH(int, role);
        QFETCH(QString, allowed);
        constexpr Right all[] = {
            Right::Read,          Right::Comment,        Right::Predict,          Right::Import,
            Right::Train,         Right::Register,       Right::RequestPromotion, Right::Review,
            Right::ManageMembers, Right::ManageStandards};
        for (int i = 0; i < allowed.size(); ++i) {
            const identity::Roles roles{static_cast<Role>(role)};
            QCOMPARE(identity::mayDo(roles, all[i]), allowed[i] == 'y');
            QCOMPARE(!errorOf([&] { identity::requireRight(roles, all[i]); }), allowed[i] == 'y');
            QVERIFY(!identity::mayDo({}, all[i]));
        }
        QVERIFY(identity::parseRole(identity::roleName(static_cast<Role>(role))) == static_cast<Role>(role));
    }

    void refusalsSayWhatItTakes()
    {
        const auto import = errorOf([] { identity::requireRight({Role::Analyst}, Right::Import); });
        QVERIFY(import && import->message().find("engineer or admin") != std::string::npos);
        const auto review = errorOf([] { identity::requireRight({Role::Engineer}, Right::Review); });
        QCOMPARE(review->kind(), std::string_view("not_reviewer"));
        const auto role = errorOf([] { (void)identity::parseRole("boss"); });
        QVERIFY(role && role->message().find("analyst, engineer, reviewer or admin") != std::string::npos);
        const auto near = errorOf([] { (void)identity::parseRole("reviwer"); });
        QCOMPARE(QString::fromUtf8(near->message()), "There is no role reviwer. Did you mean \"reviewer\"?");
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_key_store.moc"
