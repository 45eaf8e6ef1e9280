// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_reader.h"
#include "ui/widgets/async.h"
#include "ui/widgets/page.h"

#include <optional>

class QStackedWidget;

namespace lepton::ui {

class Button;
class DataTable;
class EmptyState;
class EventFilterModel;
class EventModel;
class FilterButton;
class FilterField;
class InlineBanner;
class PageHeader;
class TextLabel;

/// The audit log: whether the chain is intact, and who did what, newest first.
class ActivityPage : public Page
{
    Q_OBJECT

public:
    ActivityPage(Navigator& navigator, ActivityReader reader, QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;

private:
    /// @p anew: forgets what is known, as after a press of the button.
    void verify(bool anew);
    void showVerdict();
    void showCount();
    void chooseGroup(const QString& group);
    void fillMenu();
    void showOlder();

    ActivityReader m_reader;
    std::int64_t m_wanted;
    EventModel* m_model;
    EventFilterModel* m_filtered;
    PageHeader* m_header;
    Button* m_verify;
    InlineBanner* m_verdict;
    InlineBanner* m_error;
    FilterField* m_field;
    FilterButton* m_groupButton;
    TextLabel* m_shown;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    Button* m_older;
    std::optional<identity::AuditResult> m_result;
    std::optional<base::Error> m_verifyError;
    Async m_read;
    Async m_prove;
};

} // namespace lepton::ui
