// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_work.h"
#include "ui/models/models_backend.h"
#include "ui/widgets/dialog.h"

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class InlineBanner;

/// What a model is for and what it is not for, as people type it in Markdown. Deletes itself when closed.
class DescribeDialog final : public Dialog
{
    Q_OBJECT

public:
    DescribeDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const registry::ModelId& model,
                   const QString& name, const QString& intendedUse, const QString& limits);

Q_SIGNALS:
    void saved();

private:
    void save();

    std::shared_ptr<ModelsBackend> m_backend;
    registry::ModelId m_model;
    QPlainTextEdit* m_use;
    QPlainTextEdit* m_limits;
    InlineBanner* m_banner;
    Button* m_save;
    ModelWork m_work;
};

} // namespace lepton::ui
