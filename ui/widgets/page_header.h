// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace lepton::ui {

class TextLabel;

/// 56 high: title, chips, facts in the second colour; at the right secondary actions, one primary, "more".
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setFacts(const QString& facts);
    /// Between title and facts: a chip, the version switch.
    void addBesideTitle(QWidget* widget);
    /// At the right, in the order of calls.
    void addAction(QWidget* widget);

private:
    TextLabel* m_title;
    QHBoxLayout* m_beside;
    TextLabel* m_facts;
    QHBoxLayout* m_actions;
};

} // namespace lepton::ui
