// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/review_facts.h"
#include "ui/widgets/card.h"

#include <map>

class QPlainTextEdit;

namespace lepton::ui {

class Button;
class Chip;
class FormField;
class IconLabel;
class InlineBanner;
class ReviewViewModel;
class SignatureList;

/// Who signed, who may, and the decision of the person at this computer. Who asked finds the sentence that
/// another must review in the place of the buttons.
class DecisionCard final : public Card
{
    Q_OBJECT

public:
    /// @p viewModel outlives it.
    explicit DecisionCard(ReviewViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();
    /// Approves, where that can be done now. False where it cannot.
    bool approve();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void connectParts();
    void update();
    void updateCount();
    void updateLock();
    void updateActions();
    void updateWork();
    void reject();
    QString outcome() const; ///< what a signature will do
    QString rule() const;    ///< who cannot sign this one
    QString whyNotApprove() const;

    ReviewViewModel& m_viewModel;
    Chip* m_count;
    SignatureList* m_people;
    QWidget* m_lock; ///< why this person does not approve
    IconLabel* m_lockIcon;
    TextLabel* m_lockText;
    QPlainTextEdit* m_comment;
    FormField* m_field;
    InlineBanner* m_error;
    Button* m_approve;
    Button* m_reject;
    Button* m_withdraw;
    TextLabel* m_work;
    Button* m_cancel;
    TextLabel* m_outcome;
    QString m_forReview;                 ///< the request that the comment is for
    std::map<QString, QString> m_drafts; ///< comments of requests, while the page is open
};

/// What led to where the request stands, newest first.
class TimelineCard final : public Card
{
    Q_OBJECT

public:
    explicit TimelineCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

private:
    QWidget* m_list;
    QString m_shown;
};

} // namespace lepton::ui
