// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/jobs_section.h"

#include "ui/widgets/form_field.h"
#include "ui/widgets/preferences.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lepton::ui {

JobsSection::JobsSection(Preferences& preferences, std::function<void(int)> apply, QWidget* parent)
    : SettingsSection(parent)
    , m_preferences(preferences)
    , m_apply(std::move(apply))
    , m_slots(new QSpinBox)
    , m_field(new FormField({}, m_slots, this))
{
    m_slots->setObjectName(QStringLiteral("settings.slots.spin"));
    m_slots->setRange(1, 64);
    m_field->setMaximumWidth(264);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    layout->addStretch();
    connect(m_slots, &QSpinBox::valueChanged, this, &JobsSection::choose);
    connect(&m_preferences, &Preferences::changed, this, &JobsSection::refresh);
    retranslate();
    refresh();
}

QString JobsSection::title() const
{
    return tr("Jobs");
}

void JobsSection::retranslate()
{
    m_field->setLabel(tr("Jobs that run at once"));
    m_field->setHint(tr("Further ones wait in the queue. Jobs that run already go on."));
}

void JobsSection::refresh()
{
    const QSignalBlocker blocker(m_slots);
    m_slots->setValue(m_preferences.jobSlots());
}

void JobsSection::choose(int count)
{
    const int before = m_preferences.jobSlots();
    m_preferences.setJobSlots(count);
    m_apply(count);
    Q_EMIT changed(tr("%Ln job(s) run at once now", nullptr, count), [this, before] {
        m_preferences.setJobSlots(before);
        m_apply(before);
    });
}

} // namespace lepton::ui
