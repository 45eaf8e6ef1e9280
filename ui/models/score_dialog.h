// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_work.h"
#include "ui/models/models_backend.h"
#include "ui/widgets/dialog.h"

class QListWidget;

namespace lepton::ui {

class Button;
class InlineBanner;
class TextLabel;

/// Scores a version on whole data sets that a person chooses; the mean is kept with the version. Deletes
/// itself when closed.
class ScoreDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p title: "news-topics v7".
    ScoreDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& title,
                const registry::ModelVersionId& version);

Q_SIGNALS:
    void scored();

private:
    void take(std::vector<ScoreSource> sources);
    std::vector<ScoreSource> chosen() const;
    void validate();
    void score();
    void updateWork();

    std::shared_ptr<ModelsBackend> m_backend;
    registry::ModelVersionId m_version;
    std::vector<ScoreSource> m_sources;
    QListWidget* m_list;
    InlineBanner* m_banner;
    TextLabel* m_progress;
    Button* m_score;
    bool m_isRead = false;
    Async m_read;
    ModelWork m_work;
};

} // namespace lepton::ui
