// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_work.h"
#include "ui/models/models_backend.h"
#include "ui/widgets/dialog.h"

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class Segment;
class TextLabel;

/// Asks for a promotion of a version, or for a roll back, with a reason. The gates are computed while it
/// shows how far they are; cancelled, nothing is recorded. Deletes itself when closed.
class AskDialog final : public Dialog
{
    Q_OBJECT

public:
    /// For the promotion of @p version of @p model.
    AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& model,
              const VersionSummary& version);
    /// For the roll back of @p model from version @p from to @p to.
    AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& model,
              const registry::ModelId& id, int from, int to);

Q_SIGNALS:
    /// @p promotion: "P-3"
    void asked(const QString& promotion);

private:
    explicit AskDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend);

    void build();
    void validate();
    void ask();
    void updateWork();

    std::shared_ptr<ModelsBackend> m_backend;
    std::optional<registry::ModelVersionId> m_version;
    std::optional<registry::ModelId> m_model; ///< for a roll back
    Segment* m_target;
    QPlainTextEdit* m_reason;
    FormField* m_reasonField;
    InlineBanner* m_banner;
    TextLabel* m_note;
    TextLabel* m_progress;
    Button* m_ask;
    ModelWork m_work;
};

} // namespace lepton::ui
