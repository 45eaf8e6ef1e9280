// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/jobs_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace lepton;

namespace {

/// In memory.
class FakePreferences final : public ui::Preferences
{
public:
    ui::theme::Mode themeMode() const override { return ui::theme::Mode::Light; }
    void setThemeMode(ui::theme::Mode) override {}
    ui::theme::Wish highContrast() const override { return ui::theme::Wish::System; }
    void setHighContrast(ui::theme::Wish) override {}
    ui::theme::Wish lessMotion() const override { return ui::theme::Wish::System; }
    void setLessMotion(ui::theme::Wish) override {}
    ui::LanguageChoice language() const override { return ui::LanguageChoice::English; }
    void setLanguage(ui::LanguageChoice) override {}
    int jobSlots() const override { return m_slots; }
    void setJobSlots(int count) override
    {
        m_slots = count;
        Q_EMIT changed();
    }
    ui::RunDevice runDevice() const override { return m_device; }
    void setRunDevice(ui::RunDevice device) override
    {
        m_device = device;
        Q_EMIT changed();
    }
    int runThreads() const override { return m_threads; }
    void setRunThreads(int count) override
    {
        m_threads = count;
        Q_EMIT changed();
    }

private:
    int m_slots = 2;
    int m_threads = 0;
    ui::RunDevice m_device = ui::RunDevice::Automatic;
};

} // namespace

class TestJobsSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }

    void init()
    {
        m_preferences = std::make_unique<FakePreferences>();
        m_machine = {8, {}};
        m_slotsApplied = 0;
        m_runsApplied = 0;
    }

    void cleanup() { m_section.reset(); }

    void appliesSlotsAtOnceWithUndo()
    {
        open();
        std::function<void()> undo;
        connect(m_section.get(), &ui::SettingsSection::changed, this,
                [&](const QString&, const std::function<void()>& back) { undo = back; });
        find<QSpinBox>("settings.slots.spin")->setValue(5);
        QCOMPARE(m_preferences->jobSlots(), 5);
        QCOMPARE(m_slotsApplied, 5);
        undo();
        QCOMPARE(m_slotsApplied, 2);
        QCOMPARE(find<QSpinBox>("settings.slots.spin")->value(), 2);
    }

    void appliesThreadsAndSaysWhatIsUsed()
    {
        open();
        auto* threads = find<QSpinBox>("settings.threads.spin");
        QCOMPARE(threads->text(), QStringLiteral("All cores"));
        QCOMPARE(threads->maximum(), 8);
        QVERIFY2(used().contains(QStringLiteral("CPU")) && used().contains(QStringLiteral("8")),
                 qPrintable(used()));
        threads->setValue(3);
        QCOMPARE(m_preferences->runThreads(), 3);
        QCOMPARE(m_runsApplied, 1);
        QVERIFY2(used().contains(QStringLiteral("3")), qPrintable(used()));
    }

    void letsHintsTakeTheWidthThatThereIs()
    {
        open();
        m_section->resize(560, 600);
        m_section->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_section.get()));
        const auto* slotsSpin = find<QSpinBox>("settings.slots.spin");
        QCOMPARE(slotsSpin->width(), 264);
        QCOMPARE(slotsSpin->mapTo(m_section.get(), QPoint()).x(), 0);
        const auto labels = m_section->findChildren<QLabel*>();
        const auto hint = std::ranges::find_if(
            labels, [](QLabel* label) { return label->text().startsWith(QStringLiteral("Further ones")); });
        QVERIFY(hint != labels.end());
        QVERIFY((*hint)->width() > 500);
        QVERIFY2((*hint)->height() < 2 * (*hint)->fontMetrics().height(), "it stands in one line");
    }

    void offersACardOnlyWhereThereIsOne()
    {
        open();
        auto* device = find<QComboBox>("settings.device.combo");
        QCOMPARE(device->count(), 2);
        m_machine.graphicsCards = {QStringLiteral("NVIDIA H100")};
        m_section->refresh();
        QTRY_VERIFY(m_section->isSettled());
        QCOMPARE(device->count(), 3);
        QVERIFY(used().contains(QStringLiteral("NVIDIA H100")));
        device->setCurrentIndex(1);
        Q_EMIT device->activated(1);
        QCOMPARE(m_preferences->runDevice(), ui::RunDevice::Cpu);
        QCOMPARE(m_runsApplied, 1);
        QVERIFY2(!used().contains(QStringLiteral("NVIDIA")), qPrintable(used()));
    }

    void keepsTheChoiceOfACardThatIsGone()
    {
        m_preferences->setRunDevice(ui::RunDevice::Cuda);
        open();
        auto* device = find<QComboBox>("settings.device.combo");
        QCOMPARE(device->count(), 3);
        QCOMPARE(device->currentData().toInt(), int(ui::RunDevice::Cuda));
    }

private:
    void open()
    {
        m_section = std::make_unique<ui::JobsSection>(
            ui::SettingsSources{.preferences = *m_preferences,
                                .workspace = {},
                                .root = {},
                                .members = {},
                                .standards = {},
                                .applySlots = [this](int count) { m_slotsApplied = count; },
                                .applyRuns = [this] { ++m_runsApplied; },
                                .runMachine = [this] { return m_machine; },
                                .stall = {},
                                .versions = {},
                                .device = {},
                                .logTail = {}});
        QTRY_VERIFY(m_section->isSettled());
    }
    template <class Widget>
    Widget* find(const char* name) const
    {
        return m_section->findChild<Widget*>(QLatin1String(name));
    }
    QString used() const { return find<QLabel>("settings.used")->text(); }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<FakePreferences> m_preferences;
    std::unique_ptr<ui::JobsSection> m_section;
    ui::RunMachine m_machine;
    int m_slotsApplied = 0;
    int m_runsApplied = 0;
};

QTEST_MAIN(TestJobsSection)
#include "tst_jobs_section.moc"
