// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/review_facts.h"

#include <QWidget>

namespace lepton::ui {

/// Who signed a request, who may, and who may not: a row a person.
class SignatureList final : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureList(QWidget* parent = nullptr);
    /// Rows that are as before are left as they are.
    void setReview(const ReviewDetails& review);
    void retranslate() { m_shown.clear(); }

private:
    QString m_shown; ///< what the rows say
};

} // namespace lepton::ui
