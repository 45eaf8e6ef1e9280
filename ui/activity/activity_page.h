// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_backend.h"
#include "ui/widgets/async.h"
#include "ui/widgets/page.h"
#include "ui/widgets/progress_watch.h"

#include <memory>
#include <optional>

class QAction;
class QStackedWidget;

namespace lepton::ui {

class Button;
class DataTable;
class EmptyState;
class EventExport;
class EventList;
class FilterButton;
class FilterField;
class IconButton;
class InlineBanner;
class PageHeader;
class TextLabel;

/// The audit log: whether the chain is intact, and who did what, newest first.
class ActivityPage : public Page
{
    Q_OBJECT

public:
    ActivityPage(Navigator& navigator, std::shared_ptr<ActivityBackend> backend, QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;

    /// Writes all events of the log that the filter takes.
    void exportTo(const QString& file);
    void saveCheckpoint(const QString& file);
    /// Verifies the log and that it goes on from the checkpoint in @p file.
    void checkAgainst(const QString& file);

private:
    enum class Verify
    {
        Anew, ///< forgets what is known, and checks every signature again
        More  ///< events have come
    };
    void layOut();
    void connectParts();
    void makeMenu();
    void verify(Verify how, const QString& checkpoint = {});
    void chooseFile(const QString& title, const QString& name, const QString& filter,
                    void (ActivityPage::*then)(const QString&));
    void openEvent(const QModelIndex& index);
    void showEvent(std::int64_t seq);
    void tell(const QString& title, const base::Error& error);
    void showVerdict();
    void setFilter(const QString& text, const QString& group);
    void showFilter();
    void showList();
    void showExport();
    void tellExported();
    void fillMenu();
    void seekEvent(std::int64_t seq);
    bool selectEvent(std::int64_t seq);

    std::shared_ptr<ActivityBackend> m_backend;
    EventList* m_list;
    EventExport* m_exporter;
    PageHeader* m_header;
    Button* m_export;
    Button* m_verify;
    IconButton* m_more;
    QAction* m_saveCheckpoint = nullptr;
    QAction* m_checkAgainst = nullptr;
    InlineBanner* m_verdict;
    InlineBanner* m_error;
    InlineBanner* m_exporting;
    Button* m_cancelExport = nullptr;
    FilterField* m_field;
    FilterButton* m_groupButton;
    TextLabel* m_shown;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    Button* m_stop;
    Button* m_newest;
    Button* m_older;
    std::optional<Verification> m_result;
    std::optional<base::Error> m_verifyError;
    bool m_isUnread = false; ///< m_error tells that the log could not be read
    ProgressWatch m_progress;
    Async m_prove;
    Async m_write;
};

} // namespace lepton::ui
