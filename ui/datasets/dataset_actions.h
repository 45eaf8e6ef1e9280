// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_reader.h"

#include <QString>
#include <QStringList>

class QWidget;

namespace lepton::ui {

class Navigator;

// What both pages, the window and its palette do with data sets. None of these waits; @p over is any widget
// of the window. The context and the navigator outlive the window's dialogs.

/// Asks for files and goes on as importFiles(); one who may not import is told so first.
void chooseFilesToImport(QWidget* over, const DatasetContext& context, Navigator& navigator,
                         const QString& newVersionOf = {});
/// One file: the import dialog. Several: the list of files, imported in the background with defaults.
/// @p newVersionOf names the data set that is proposed to get a new version.
void importFiles(QWidget* over, const DatasetContext& context, Navigator& navigator, const QStringList& files,
                 const QString& newVersionOf = {});
/// Opens the import dialog as an import was asked for that has failed: its file, its name, its options. One
/// who may not import is told so instead.
void importOnceMore(QWidget* over, const DatasetContext& context, Navigator& navigator,
                    const data::ImportRequest& request);
/// Files that were dropped on the window, as importFiles(); one who may not import is told so instead.
void importDroppedFiles(QWidget* over, const DatasetContext& context, Navigator& navigator,
                        const QStringList& files);
/// Opens the export dialog for @p version (0: the newest). @p filtered: the rows that a table shows now.
void exportDataset(QWidget* over, const DatasetContext& context, Navigator& navigator,
                   const data::Dataset& dataset, int version, std::optional<data::RowOrder> filtered = {});

} // namespace lepton::ui
