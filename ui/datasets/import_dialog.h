// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/import_view_model.h"
#include "ui/widgets/dialog.h"

namespace lepton::ui {

class Button;
class InlineBanner;
class TextLabel;

/// One file on its way in: how it is read, what it holds, where it goes. Closes as soon as the import is
/// queued and deletes itself.
class ImportDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p newVersionOf names the data set that is proposed to get a new version; may be empty.
    ImportDialog(QWidget* over, const DatasetContext& context, const std::filesystem::path& file,
                 const QString& newVersionOf = {});

    /// As an import that has failed was asked for.
    ImportDialog(QWidget* over, const DatasetContext& context, const data::ImportRequest& request);

    ImportViewModel& viewModel() { return m_viewModel; }

Q_SIGNALS:
    void queued(const QString& dataset);

private:
    ImportDialog(QWidget* over, const DatasetContext& context, const data::ImportRequest* request);
    void update();
    void chooseAnother();
    QString footer() const;

    ImportViewModel m_viewModel;
    TextLabel* m_file;
    TextLabel* m_size;
    Button* m_another;
    InlineBanner* m_banner;
    Button* m_import;
};

} // namespace lepton::ui
