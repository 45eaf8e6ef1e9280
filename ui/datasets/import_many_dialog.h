// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_rights.h"
#include "ui/datasets/import_list_model.h"
#include "ui/widgets/dialog.h"

namespace lepton::ui {

class Button;
class DataTable;
class InlineBanner;

/// Several files dropped or chosen at once: what was found of each, and one button for all. Enter or Details
/// opens one in the import dialog. Deletes itself when closed.
class ImportManyDialog final : public Dialog
{
    Q_OBJECT

public:
    ImportManyDialog(QWidget* over, const DatasetContext& context, const QStringList& files);

Q_SIGNALS:
    void queued(int count);

private:
    void update();
    void openCurrent();

    DatasetContext m_context;
    ImportListModel m_model;
    DatasetRights m_rights;
    InlineBanner* m_banner;
    DataTable* m_table;
    Button* m_details;
    Button* m_import;
};

} // namespace lepton::ui
