// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/jobs_section.h"

#include "ui/widgets/form_field.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

JobsSection::JobsSection(SettingsSources sources, QWidget* parent)
    : SettingsSection(parent)
    , m_sources(std::move(sources))
    , m_preferences(m_sources.preferences)
    , m_slots(new QSpinBox)
    , m_slotsField(new FormField({}, m_slots, this))
    , m_device(new QComboBox)
    , m_deviceField(new FormField({}, m_device, this))
    , m_threads(new QSpinBox)
    , m_threadsField(new FormField({}, m_threads, this))
    , m_used(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
{
    m_slots->setObjectName(QStringLiteral("settings.slots.spin"));
    m_slots->setRange(1, 64);
    m_device->setObjectName(QStringLiteral("settings.device.combo"));
    m_threads->setObjectName(QStringLiteral("settings.threads.spin"));
    m_threads->setRange(0, m_machine.threads);
    m_used->setObjectName(QStringLiteral("settings.used"));
    m_used->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap16);
    for (FormField* field : {m_slotsField, m_deviceField, m_threadsField}) {
        field->setFieldWidth(theme::fieldWidth);
        layout->addWidget(field);
    }
    layout->addWidget(m_used);
    layout->addStretch();
    connect(m_slots, &QSpinBox::valueChanged, this, &JobsSection::chooseSlots);
    connect(m_threads, &QSpinBox::valueChanged, this, &JobsSection::chooseThreads);
    connect(m_device, &QComboBox::activated, this, &JobsSection::chooseDevice);
    connect(&m_preferences, &Preferences::changed, this, [this] { fillDevices(); });
    retranslate();
    refresh();
}

void JobsSection::retranslate()
{
    m_slotsField->setLabel(tr("Jobs that run at once"));
    m_slotsField->setHint(tr("Further ones wait in the queue. Jobs that run already go on."));
    m_deviceField->setLabel(tr("Device of new runs"));
    m_threadsField->setLabel(tr("Threads of new runs"));
    m_threadsField->setHint(tr("A run can have its own number on the page New run."));
    m_threads->setSpecialValueText(tr("All cores"));
    fillDevices();
}

void JobsSection::refresh()
{
    fillDevices();
    m_read.run([read = m_sources.runMachine] { return read(); },
               [this](RunMachine machine) {
                   m_machine = std::move(machine);
                   fillDevices();
               },
               [](const base::Error&) {});
}

void JobsSection::fillDevices()
{
    const QSignalBlocker slotsBlocker(m_slots);
    const QSignalBlocker threadsBlocker(m_threads);
    m_slots->setValue(m_preferences.jobSlots());
    m_threads->setRange(0, std::max(m_machine.threads, m_preferences.runThreads()));
    m_threads->setValue(m_preferences.runThreads());
    const bool hasCard = !m_machine.graphicsCards.isEmpty();
    const RunDevice chosen = m_preferences.runDevice();
    m_device->clear();
    m_device->addItem(tr("Automatic"), int(RunDevice::Automatic));
    m_device->addItem(tr("CPU"), int(RunDevice::Cpu));
    // one that was chosen where there was a card stays to be seen, and to be changed
    if (hasCard || chosen == RunDevice::Cuda)
        m_device->addItem(tr("Graphics card (CUDA)"), int(RunDevice::Cuda));
    m_device->setCurrentIndex(m_device->findData(int(chosen)));
    m_deviceField->setHint(hasCard ? tr("Automatic takes the graphics card where it works.")
                                   : tr("No NVIDIA graphics card with a driver was found here."));
    showUsed();
}

void JobsSection::showUsed()
{
    const int threads = m_preferences.runThreads() > 0 ? m_preferences.runThreads() : m_machine.threads;
    const bool onCard = m_preferences.runDevice() != RunDevice::Cpu && !m_machine.graphicsCards.isEmpty();
    m_used->setText(onCard ? tr("New runs are trained on %1, with %Ln thread(s) beside it.", nullptr, threads)
                                 .arg(m_machine.graphicsCards.first())
                           : tr("New runs are trained on the CPU, on %Ln thread(s).", nullptr, threads));
}

void JobsSection::chooseSlots(int count)
{
    const int before = m_preferences.jobSlots();
    m_preferences.setJobSlots(count);
    m_sources.applySlots(count);
    Q_EMIT changed(tr("%Ln job(s) run at once now", nullptr, count), [this, before] {
        m_preferences.setJobSlots(before);
        m_sources.applySlots(before);
    });
}

void JobsSection::chooseThreads(int count)
{
    const int before = m_preferences.runThreads();
    m_preferences.setRunThreads(count);
    m_sources.applyRuns();
    Q_EMIT changed(tr("The threads of new runs were changed"), [this, before] {
        m_preferences.setRunThreads(before);
        m_sources.applyRuns();
    });
}

void JobsSection::chooseDevice(int row)
{
    const RunDevice before = m_preferences.runDevice();
    m_preferences.setRunDevice(RunDevice(m_device->itemData(row).toInt()));
    m_sources.applyRuns();
    Q_EMIT changed(tr("The device of new runs was changed"), [this, before] {
        m_preferences.setRunDevice(before);
        m_sources.applyRuns();
    });
}

} // namespace lepton::ui
