// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_many_dialog.h"

#include "ui/datasets/import_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"

#include <QAction>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

ImportManyDialog::ImportManyDialog(QWidget* over, const DatasetContext& context, const QStringList& files)
    : Dialog(over)
    , m_context(context)
    , m_model(context, files)
    , m_rights(context)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_table(new DataTable)
    , m_details(new Button(tr("Details"), ButtonKind::Secondary))
    , m_import(new Button(ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("importMany"));
    setHeader(QStringLiteral("upload"), tr("Import %Ln file(s)", nullptr, int(files.size())));
    m_table->setObjectName(QStringLiteral("importMany.table"));
    m_table->setAccessibleName(tr("Files"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(ImportListModel::FileColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ImportListModel::ReadAsColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ImportListModel::TargetColumn, QHeaderView::Stretch);
    header->resizeSection(ImportListModel::SizeColumn, 88);
    header->resizeSection(ImportListModel::ColumnsColumn, 88);
    m_banner->hide();
    body()->addWidget(m_banner);
    body()->addWidget(m_table, 1);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("importMany.cancel.button"));
    m_details->setObjectName(QStringLiteral("importMany.details.button"));
    m_import->setObjectName(QStringLiteral("importMany.start.button"));
    m_import->setIconName(QStringLiteral("upload"));
    addButton(cancel);
    addButton(m_details);
    addButton(m_import);
    setWantedSize({920, 480});

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_model.cancel(); });
    connect(m_details, &QPushButton::clicked, this, &ImportManyDialog::openCurrent);
    connect(m_table, &DataTable::activated, this, &ImportManyDialog::openCurrent);
    connect(m_import, &QPushButton::clicked, this, [this] { m_model.importAll(); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_import,
            &QPushButton::click);
    auto* remove = new QAction(m_table);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] { m_model.remove(m_table->currentIndex().row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportManyDialog::update);
    connect(&m_model, &ImportListModel::changed, this, &ImportManyDialog::update);
    connect(&m_model, &ImportListModel::submitted, this, [this](int count) {
        Q_EMIT queued(count);
        accept();
    });
    connect(&m_model, &ImportListModel::submitFailed, this, [this](const base::Error& error) {
        m_banner->setError(tr("Not all files were queued."), error);
        m_banner->show();
    });
    connect(&m_rights, &Rights::changed, this, &ImportManyDialog::update);
    m_rights.refresh();
    m_model.read();
    m_table->setFocus();
    update();
}

void ImportManyDialog::update()
{
    const int ready = m_model.readyCount();
    m_import->setText(tr("Import %Ln file(s)", nullptr, ready));
    const QString whyNot = m_rights.whyNot(data::DatasetAction::Import);
    m_import->setDisabledReason(!whyNot.isEmpty()   ? whyNot
                                : !m_model.isRead() ? tr("The files are being looked at.")
                                : ready == 0        ? tr("None of the files can be read.")
                                                    : QString());
    m_details->setDisabledReason(m_table->currentIndex().isValid() ? QString()
                                                                   : tr("Choose a file of the list first."));
    m_table->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.isFailed(row)) // a sentence takes more room than an encoding
            m_table->setSpan(row, ImportListModel::ReadAsColumn, 1,
                             ImportListModel::ColumnCount - ImportListModel::ReadAsColumn);
    }
    const int failed = m_model.isRead() ? m_model.rowCount() - ready : 0;
    setFooterText(!whyNot.isEmpty() ? whyNot
                  : failed > 0
                      ? tr("%Ln file(s) cannot be read and are left out.", nullptr, failed)
                      : tr("Each is imported in the background as it was found. A row that cannot be read "
                           "stops its file."));
    if (m_model.isRead() && m_model.rowCount() == 0)
        reject();
}

void ImportManyDialog::openCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    auto* dialog = new ImportDialog(this, m_context, m_model.file(row));
    connect(dialog, &ImportDialog::queued, this, [this, file = m_model.file(row)] {
        for (int i = 0; i < m_model.rowCount(); ++i) {
            if (m_model.file(i) == file) {
                m_model.remove(i);
                break;
            }
        }
    });
    dialog->open();
}

} // namespace lepton::ui
