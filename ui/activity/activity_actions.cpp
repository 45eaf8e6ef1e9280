// SPDX-License-Identifier: GPL-3.0-or-later
// What ActivityPage does with files and rows.
#include "ui/activity/activity_page.h"
#include "ui/activity/event_export.h"
#include "ui/activity/event_model.h"
#include "ui/activity/event_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

#include <utility>

namespace lepton::ui {

void ActivityPage::tell(const QString& title, const base::Error& error)
{
    m_error->setKind(BannerKind::Error);
    m_error->setError(title, error);
    m_error->clearActions();
    m_error->show();
}

void ActivityPage::chooseFile(const QString& title, const QString& name, const QString& filter,
                              void (ActivityPage::*then)(const QString&))
{
    const bool saves = !name.isEmpty();
    auto* dialog =
        new QFileDialog(window(), title, saves ? QDir::home().filePath(name) : QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(name.section(QLatin1Char('.'), -1));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& chosen) {
        dialog->setDefaultSuffix(chosen.contains(QLatin1String(".jsonl")) ? QStringLiteral("jsonl")
                                 : chosen.contains(QLatin1String(".csv")) ? QStringLiteral("csv")
                                                                          : QStringLiteral("json"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString& file) { (this->*then)(file); });
    dialog->open();
}

void ActivityPage::exportTo(const QString& file)
{
    std::vector<store::Event> events;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        events.push_back(m_model->eventAt(m_filtered->mapToSource(m_filtered->index(row, 0)).row()));
    const int count = int(events.size());
    m_write.run([path = std::filesystem::path(file.toStdString()), events = std::move(events),
                 names = m_model->names()] { exportEvents(path, events, names); },
                [this, file, count] {
                    m_error->hide();
                    navigator().toast(
                        tr("%Ln event(s) are in %1", "number, file", count).arg(QFileInfo(file).fileName()));
                },
                [this](const base::Error& error) { tell(tr("The events were not exported."), error); });
}

void ActivityPage::saveCheckpoint(const QString& file)
{
    m_write.run(
        [backend = m_backend,
         path = std::filesystem::path(file.toStdString())](const base::Cancellation& cancellation) {
            base::Progress progress;
            return backend->saveCheckpoint(path, cancellation, progress);
        },
        [this, file](const identity::Head& head) {
            m_error->hide();
            navigator().toast(tr("Event %1 is signed in %2. Keep the file away from the workspace",
                                 "place in the chain, file")
                                  .arg(QLocale().toString(qlonglong(head.seq)), QFileInfo(file).fileName()));
        },
        [this](const base::Error& error) { tell(tr("No checkpoint was saved."), error); });
}

void ActivityPage::checkAgainst(const QString& file)
{
    verify(Verify::More, file);
}

void ActivityPage::openEvent(const QModelIndex& index)
{
    const int row = m_filtered->mapToSource(index).row();
    const Route route = eventRoute(m_model->eventAt(row), m_model->names());
    if (!route.page.isEmpty())
        navigator().go(route);
}

bool ActivityPage::selectEvent(std::int64_t seq)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->eventAt(row).seq == seq) {
            const QModelIndex index = m_filtered->mapFromSource(m_model->index(row, 0));
            m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
            m_table->selectRow(index.row());
            m_table->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void ActivityPage::showEvent(std::int64_t seq)
{
    clearFilter();
    if (selectEvent(seq))
        return;
    constexpr std::int64_t newerOnes = 50; // so that what came after it is seen, too
    m_sought = seq;
    readFrom(seq + newerOnes, m_wanted);
}

void ActivityPage::seekEvent()
{
    const std::int64_t sought = std::exchange(m_sought, 0);
    if (sought > 0 && !selectEvent(sought))
        tell(tr("Event %1 is not there.").arg(QLocale().toString(qlonglong(sought))),
             base::Error(base::ErrorCode::NotFound, "It was removed from the log."));
}

} // namespace lepton::ui
