// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace lepton::ui {

/// One part of the settings.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void retranslate() = 0;
    /// Shown now, or asked to read again.
    virtual void refresh() {}
    virtual bool isSettled() const { return true; }
    /// Pixels that it may be wide.
    virtual int columnWidth() const { return 560; }
    /// States beyond the plain one that the self-check takes pictures of.
    virtual std::vector<Scene> scenes() { return {}; }

Q_SIGNALS:
    /// Something was changed; @p undo takes it back.
    void changed(const QString& what, const std::function<void()>& undo);
};

} // namespace lepton::ui
