// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/theme/wishes.h"
#include "ui/widgets/language.h"

#include <QObject>

namespace lepton::ui {

/// Where new runs are trained.
enum class RunDevice
{
    Automatic, ///< the graphics card where one works, else the CPU
    Cpu,
    Cuda
};

/// What a person chose for the program on this machine. Setting one applies it at once and remembers it.
class Preferences : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual theme::Mode themeMode() const = 0;
    virtual void setThemeMode(theme::Mode mode) = 0;
    virtual theme::Wish highContrast() const = 0;
    virtual void setHighContrast(theme::Wish wish) = 0;
    virtual theme::Wish lessMotion() const = 0;
    virtual void setLessMotion(theme::Wish wish) = 0;
    virtual LanguageChoice language() const = 0;
    virtual void setLanguage(LanguageChoice choice) = 0;
    /// Jobs that run at once, 1 to 64.
    virtual int jobSlots() const = 0;
    virtual void setJobSlots(int count) = 0;
    virtual RunDevice runDevice() const = 0;
    virtual void setRunDevice(RunDevice device) = 0;
    /// Threads of a new run; 0: one a core.
    virtual int runThreads() const = 0;
    virtual void setRunThreads(int count) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace lepton::ui
