// SPDX-License-Identifier: GPL-3.0-or-later
// What ActivityPage does with files and rows.
#include "ui/activity/activity_page.h"
#include "ui/activity/event_export.h"
#include "ui/activity/event_list.h"
#include "ui/activity/event_model.h"
#include "ui/activity/event_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/inline_banner.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

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
    m_error->hide();
    m_exporter->start(std::filesystem::path(file.toStdString()), m_list->query());
}

void ActivityPage::tellExported()
{
    navigator().toast(tr("%Ln event(s) are in %1", "number, file", int(m_exporter->written()))
                          .arg(QString::fromStdString(m_exporter->file().filename().string())));
}

void ActivityPage::showExport()
{
    const bool isLong =
        m_exporter->isRunning() && m_exporter->looked() > 0 && m_exporter->looked() < m_exporter->total();
    m_export->setDisabledReason(m_exporter->isRunning() ? tr("Events are being exported.") : QString());
    if (isLong) {
        const QLocale locale;
        m_exporting->setText(tr("Exporting."), tr("%1 of %2 events looked through.")
                                                   .arg(locale.toString(qlonglong(m_exporter->looked())),
                                                        locale.toString(qlonglong(m_exporter->total()))));
    }
    m_exporting->setVisible(isLong);
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
    const EventModel& events = m_list->model();
    const Route route = eventRoute(events.eventAt(index.row()), events.names());
    if (!route.page.isEmpty())
        navigator().go(route);
}

bool ActivityPage::selectEvent(std::int64_t seq)
{
    const EventModel& events = m_list->model();
    for (int row = 0; row < events.rowCount(); ++row) {
        if (events.eventAt(row).seq == seq) {
            m_table->scrollTo(events.index(row, 0), QAbstractItemView::PositionAtCenter);
            m_table->selectRow(row);
            m_table->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void ActivityPage::showEvent(std::int64_t seq)
{
    if (m_list->query().isEmpty() && selectEvent(seq))
        return;
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_list->seek(seq);
    showFilter();
    Q_EMIT routeChanged();
}

void ActivityPage::seekEvent(std::int64_t seq)
{
    if (!selectEvent(seq))
        tell(tr("Event %1 is not there.").arg(QLocale().toString(qlonglong(seq))),
             base::Error(base::ErrorCode::NotFound, "It was removed from the log."));
}

} // namespace lepton::ui
