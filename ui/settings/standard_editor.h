// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/standards_backend.h"
#include "ui/widgets/async.h"
#include "ui/widgets/progress_watch.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace lepton::ui {

class Button;
class DataTable;
class FormField;
class InlineBanner;
class RulesForm;
class Segment;
class TextLabel;
class TrialModel;

/// A standard as a form that explains each gate, and beside it as the JSON that is signed; either can be
/// written in. Before it is published it is tried on the versions at hand.
class StandardEditor final : public QWidget
{
    Q_OBJECT

public:
    StandardEditor(std::shared_ptr<StandardsBackend> backend, QWidget* parent = nullptr);

    /// @p text is JSON. @p isNext: of a standard that was published: its name stays.
    void edit(const QString& text, bool isNext);
    QString text() const;
    /// Who may publish, and the departments there are.
    void setFacts(const StandardFacts& facts);
    /// Tries it on the versions at hand.
    void tryOut();
    bool isSettled() const noexcept { return !m_try.isRunning() && !m_publishing.isRunning(); }

Q_SIGNALS:
    void published(const QString& sentence);
    void closeRequested();

private:
    void layOut();
    void connectParts();
    void takeForm();
    void takeText();
    void fillForm(const registry::Standard& standard);
    void showError(const base::Error& error);
    void update();
    QString whyNotPublish() const;
    void stopTrying();
    /// Scrolls to what a trial came to, which stands below the form.
    void showTrial();
    void publish();

    std::shared_ptr<StandardsBackend> m_backend;
    std::optional<registry::Standard> m_standard; ///< what the text says; nothing while it is wrong
    std::optional<identity::Member> m_self;
    bool m_isNext = false;
    int m_version = 1;
    QString m_tried; ///< the text that was tried last
    std::optional<base::Error> m_refusal;
    TextLabel* m_title;
    Button* m_back;
    QLineEdit* m_name;
    QComboBox* m_department;
    QComboBox* m_task;
    FormField* m_nameField;
    Segment* m_stage;
    QStackedWidget* m_rules;
    RulesForm* m_production;
    RulesForm* m_staging;
    QWidget* m_form;
    QPlainTextEdit* m_json;
    FormField* m_jsonField;
    Button* m_tryOut;
    Button* m_stop;
    TextLabel* m_progressText;
    Button* m_publishButton;
    InlineBanner* m_banner;
    TrialModel* m_trial;
    DataTable* m_table;
    ProgressWatch m_progress;
    Async m_try;
    Async m_publishing;
};

} // namespace lepton::ui
