// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

class QLineEdit;

namespace lepton::ui {

class Button;
class FormField;

/// Another name for a version, such as "champion". Deletes itself when closed.
class AliasDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p version: "news-topics v7".
    AliasDialog(QWidget* over, const QString& version);

Q_SIGNALS:
    void named(const QString& alias);

private:
    void validate();

    QLineEdit* m_alias;
    FormField* m_field;
    Button* m_save;
};

} // namespace lepton::ui
