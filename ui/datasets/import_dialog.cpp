// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/import_options_panel.h"
#include "ui/datasets/import_preview_panel.h"
#include "ui/datasets/import_target_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/plural.h"
#include "ui/widgets/text_label.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr int leftWidth = 340;

} // namespace

ImportDialog::ImportDialog(QWidget* over, const DatasetContext& context, const std::filesystem::path& file,
                           const QString& newVersionOf)
    : ImportDialog(over, context, nullptr)
{
    if (!newVersionOf.isEmpty())
        m_viewModel.proposeDataset(newVersionOf);
    m_viewModel.setFile(file);
    m_import->setFocus();
}

ImportDialog::ImportDialog(QWidget* over, const DatasetContext& context, const data::ImportRequest& request)
    : ImportDialog(over, context, &request)
{
    m_viewModel.setFile(request.file);
    m_import->setFocus();
}

ImportDialog::ImportDialog(QWidget* over, const DatasetContext& context, const data::ImportRequest* request)
    : Dialog(over)
    , m_viewModel(context)
    , m_file(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_size(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_another(new Button(tr("Choose another"), ButtonKind::Link))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_import(new Button(tr("Import"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("import"));
    if (request)
        m_viewModel.setRequest(*request);
    setHeader(QStringLiteral("upload"), tr("Import data"));
    m_file->setObjectName(QStringLiteral("import.file"));
    m_file->setTextFormat(Qt::PlainText);
    m_file->setElided(true, Qt::ElideMiddle);
    m_another->setObjectName(QStringLiteral("import.choose.button"));
    m_another->setSmall(true);
    addToHeader(new IconLabel(QStringLiteral("file"), theme::Role::Text2));
    addToHeader(m_file);
    addToHeader(m_size);
    addToHeader(m_another);

    auto* left = new QWidget;
    left->setProperty("plain", true);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    leftLayout->setSpacing(theme::gap16);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(left); // while it is empty, as in PageScroll
    leftLayout->addWidget(new ImportOptionsPanel(m_viewModel));
    leftLayout->addWidget(makeRule(Qt::Horizontal));
    leftLayout->addWidget(new ImportTargetPanel(m_viewModel));
    leftLayout->addStretch();
    auto* leftGround = new QWidget;
    leftGround->setAttribute(Qt::WA_StyledBackground);
    leftGround->setProperty("surface", "page");
    leftGround->setFixedWidth(leftWidth);
    auto* ground = new QVBoxLayout(leftGround);
    ground->setContentsMargins(0, 0, 0, 0);
    ground->addWidget(scroll);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(leftGround);
    columns->addWidget(makeRule(Qt::Vertical));
    columns->addWidget(new ImportPreviewPanel(m_viewModel), 1);
    auto* bannerBox = new QVBoxLayout;
    bannerBox->setContentsMargins(theme::gap20, 0, theme::gap20, 0);
    bannerBox->addWidget(m_banner);
    m_banner->hide();
    body()->addLayout(bannerBox);
    body()->addLayout(columns, 1);

    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("import.cancel.button"));
    m_import->setObjectName(QStringLiteral("import.start.button"));
    m_import->setIconName(QStringLiteral("upload"));
    addButton(cancel);
    addButton(m_import);
    setWantedSize({1120, 740});

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_another, &QPushButton::clicked, this, &ImportDialog::chooseAnother);
    connect(m_import, &QPushButton::clicked, this, [this] { m_viewModel.submit(); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_import,
            &QPushButton::click);
    connect(this, &QDialog::rejected, this, [this] { m_viewModel.cancel(); });
    connect(&m_viewModel, &ImportViewModel::changed, this, &ImportDialog::update);
    connect(&m_viewModel, &ImportViewModel::submitted, this, [this](const QString& dataset) {
        Q_EMIT queued(dataset);
        accept();
    });
    connect(&m_viewModel, &ImportViewModel::submitFailed, this, [this](const base::Error& error) {
        m_banner->setError(tr("Nothing was imported."), error);
        m_banner->show();
    });
}

void ImportDialog::update()
{
    m_file->setText(m_viewModel.fileName());
    m_file->setToolTip(QString::fromStdString(m_viewModel.file().string()));
    m_size->setText(m_viewModel.state() == ImportViewModel::State::Ready
                        ? DatasetText::size(m_viewModel.preview().fileBytes)
                        : QString());
    const auto* existing = m_viewModel.existing();
    m_import->setText(m_viewModel.target() == ImportViewModel::Target::NewVersion && existing
                          ? tr("Import as v%1").arg(existing->latestVersion + 1)
                          : tr("Import"));
    const auto obstacle = m_viewModel.obstacle();
    m_import->setDisabledReason(obstacle);
    setFooterText(obstacle.isEmpty() ? footer() : obstacle);
}

QString ImportDialog::footer() const
{
    if (m_viewModel.scanState() != ImportViewModel::Scan::Ready)
        return tr("Nothing is saved until the whole file is read.");
    const auto& scan = m_viewModel.scanResult();
    const auto columns = tr("%Ln column(s)", nullptr, int(scan.schema.size()));
    const auto rows = scan.badRowCount > 0 ? tr("%1 of %2 rows", "rows that are imported, all")
                                                 .arg(DatasetText::count(scan.rows),
                                                      DatasetText::count(scan.rows + scan.badRowCount))
                                           : tr("%Ln row(s)", nullptr, plural(scan.rows));
    return tr("%1, %2. Nothing is saved until the whole file is read.", "rows, columns").arg(rows, columns);
}

void ImportDialog::chooseAnother()
{
    auto* dialog = new QFileDialog(this, tr("Choose a file to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QString::fromStdString(m_viewModel.file().parent_path().string()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_viewModel.setFile(std::filesystem::path(file.toStdString())); });
    dialog->open();
}

} // namespace lepton::ui
