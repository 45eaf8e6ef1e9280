// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_actions.h"

#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/export_dialog.h"
#include "ui/datasets/import_dialog.h"
#include "ui/datasets/import_many_dialog.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/rights_gate.h"

#include <QFileDialog>
#include <QFileInfo>

namespace lepton::ui {

namespace {

/// The texts of this file.
struct DatasetActions
{
    Q_DECLARE_TR_FUNCTIONS(DatasetActions)
};

/// Goes on where the person may import.
void whenImportAllowed(QWidget* over, const DatasetContext& context, std::function<void()> then)
{
    std::function<std::optional<base::Error>()> whyNot;
    if (context.whyNot)
        whyNot = [ask = context.whyNot] { return ask(data::DatasetAction::Import); };
    whenAllowed(over, DatasetActions::tr("Import data"), std::move(whyNot), std::move(then));
}

void openFileDialog(QWidget* over, const DatasetContext& context, Navigator& navigator,
                    const QString& newVersionOf)
{
    auto* dialog = new QFileDialog(
        over->window(), newVersionOf.isEmpty() ? DatasetActions::tr("Choose files to import")
                                               : DatasetActions::tr("Choose the file of the new version"));
    dialog->setObjectName(QStringLiteral("import.files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(newVersionOf.isEmpty() ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {DatasetActions::tr("Tables (*.csv *.tsv *.txt *.jsonl *.ndjson *.parquet *.gz *.zst)"),
         DatasetActions::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, over,
                     [over, context, &navigator, newVersionOf](const QStringList& files) {
                         importFiles(over, context, navigator, files, newVersionOf);
                     });
    dialog->open();
}

void openImportDialog(ImportDialog* dialog, QWidget* over, Navigator& navigator)
{
    QObject::connect(dialog, &ImportDialog::queued, over, [&navigator](const QString& dataset) {
        navigator.toast(DatasetActions::tr("%1 is being imported", "name of a data set").arg(dataset));
    });
    dialog->open();
}

} // namespace

void chooseFilesToImport(QWidget* over, const DatasetContext& context, Navigator& navigator,
                         const QString& newVersionOf)
{
    whenImportAllowed(over, context, [over, context, &navigator, newVersionOf] {
        openFileDialog(over, context, navigator, newVersionOf);
    });
}

void importDroppedFiles(QWidget* over, const DatasetContext& context, Navigator& navigator,
                        const QStringList& files)
{
    whenImportAllowed(over, context,
                      [over, context, &navigator, files] { importFiles(over, context, navigator, files); });
}

void importOnceMore(QWidget* over, const DatasetContext& context, Navigator& navigator,
                    const data::ImportRequest& request)
{
    whenImportAllowed(over, context, [over, context, &navigator, request] {
        openImportDialog(new ImportDialog(over, context, request), over, navigator);
    });
}

void importFiles(QWidget* over, const DatasetContext& context, Navigator& navigator, const QStringList& files,
                 const QString& newVersionOf)
{
    if (files.isEmpty())
        return;
    if (files.size() == 1) {
        openImportDialog(
            new ImportDialog(over, context, std::filesystem::path(files.front().toStdString()), newVersionOf),
            over, navigator);
        return;
    }
    auto* dialog = new ImportManyDialog(over, context, files);
    QObject::connect(dialog, &ImportManyDialog::queued, over, [&navigator](int count) {
        navigator.toast(DatasetActions::tr("%Ln file(s) are being imported", nullptr, count));
    });
    dialog->open();
}

void exportDataset(QWidget* over, const DatasetContext& context, Navigator& navigator,
                   const data::Dataset& dataset, int version, std::optional<data::RowOrder> filtered)
{
    auto* dialog = new ExportDialog(over, context, dataset, version, std::move(filtered));
    QObject::connect(dialog, &ExportDialog::exported, over, [&navigator](const QString& file, qint64 rows) {
        navigator.toast(DatasetActions::tr("%1: %2 rows written", "file, number of rows")
                            .arg(QFileInfo(file).fileName(), DatasetText::count(rows)));
    });
    dialog->open();
}

} // namespace lepton::ui
