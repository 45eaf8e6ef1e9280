// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/export_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QButtonGroup>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

enum Format
{
    Csv,
    Tsv,
    JsonLines,
    Parquet
};
constexpr const char* endings[] = {".csv", ".tsv", ".jsonl", ".parquet"};

QString fileNameOf(const data::Dataset& dataset, int version)
{
    auto name = DatasetText::from(dataset.name);
    for (const auto* character : {":", "\\", "*", "?", "\"", "<", ">", "|"})
        name.replace(QLatin1String(character), QStringLiteral("_"));
    return version > 0 ? QStringLiteral("%1_v%2").arg(name).arg(version) : name;
}

} // namespace

ExportDialog::ExportDialog(QWidget* over, const DatasetContext& context, const data::Dataset& dataset,
                           int version, std::optional<data::RowOrder> filtered)
    : Dialog(over)
    , m_context(context)
    , m_dataset(dataset)
    , m_version(version > 0 ? version : dataset.latestVersion)
    , m_filtered(std::move(filtered))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_format(new Segment)
    , m_whole(new QRadioButton(tr("All rows")))
    , m_part(new QRadioButton)
    , m_file(new QLineEdit)
    , m_note(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_replaces(new InlineBanner(BannerKind::Caution))
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Secondary))
    , m_export(new Button(tr("Export"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("export"));
    setHeader(QStringLiteral("download"),
              tr("Export %1 v%2", "name and version of a data set")
                  .arg(DatasetText::from(dataset.name), QString::number(m_version)));
    m_format->setObjectName(QStringLiteral("export.format"));
    const QString names[] = {tr("CSV"), tr("TSV"), tr("JSON Lines"), tr("Parquet")};
    for (int i = 0; i < 4; ++i)
        m_format->add(i, names[i])
            ->setObjectName(QStringLiteral("export.format.") + QLatin1String(endings[i] + 1));
    m_whole->setObjectName(QStringLiteral("export.rows.all"));
    m_part->setObjectName(QStringLiteral("export.rows.filtered"));
    m_part->setText(
        tr("The %1 rows that the filter shows").arg(DatasetText::count(m_filtered ? m_filtered->size() : 0)));
    m_part->setChecked(m_filtered.has_value());
    m_whole->setChecked(!m_filtered);
    m_file->setObjectName(QStringLiteral("export.file"));
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_file->setText((documents.exists() ? documents : QDir::home())
                        .filePath(fileNameOf(dataset, m_version) + QLatin1String(endings[Csv])));
    m_replaces->setObjectName(QStringLiteral("export.replaces"));
    m_replaces->hide();
    m_note->setWordWrap(true);
    m_banner->hide();

    auto* group = new QButtonGroup(this);
    group->addButton(m_whole);
    group->addButton(m_part);
    auto* rows = new QWidget(this);
    auto* rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->setSpacing(theme::gap8);
    rowsLayout->addWidget(m_part);
    rowsLayout->addWidget(m_whole);
    auto* choose = new Button(tr("Choose…"), ButtonKind::Secondary);
    choose->setObjectName(QStringLiteral("export.choose.button"));
    m_fileField = new FormField(tr("File"), m_file);
    m_fileField->addBeside(choose);

    body()->setContentsMargins(theme::gap20, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap16);
    body()->addWidget(m_banner);
    body()->addWidget(new FormField(tr("Format"), m_format));
    rows->setVisible(m_filtered.has_value());
    if (m_filtered)
        body()->addWidget(new FormField(tr("Rows"), rows));
    body()->addWidget(m_fileField);
    body()->addWidget(m_note);
    body()->addWidget(m_replaces);
    body()->addStretch();
    m_cancel->setObjectName(QStringLiteral("export.cancel.button"));
    m_export->setObjectName(QStringLiteral("export.start.button"));
    m_export->setIconName(QStringLiteral("download"));
    addButton(m_cancel);
    addButton(m_export);
    setWantedSize({540, m_filtered ? 420 : 350});

    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_format, &Segment::chosen, this, &ExportDialog::chooseFormat);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::chooseTarget);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::stop);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(this, &QDialog::rejected, this, [this] { m_work.cancel(); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, m_export,
            &QPushButton::click);
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &ExportDialog::showProgress);
    m_export->setFocus();
    chooseTarget();
}

void ExportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::chooseFormat(int format)
{
    auto file = m_file->text();
    for (const auto* ending : endings) {
        if (file.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
            file.chop(qsizetype(qstrlen(ending)));
            break;
        }
    }
    m_file->setText(file + QLatin1String(endings[format]));
}

void ExportDialog::update()
{
    const auto file = m_file->text();
    int format = -1;
    for (int i = 0; i < 4; ++i) {
        if (file.endsWith(QLatin1String(endings[i]), Qt::CaseInsensitive))
            format = i;
    }
    if (file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive))
        format = JsonLines;
    if (format >= 0)
        m_format->setCurrent(format);
    const QString obstacle = problem(format >= 0);
    m_fileField->setError(obstacle);
    m_export->setDisabledReason(m_work.isRunning() ? tr("The file is being written.") : obstacle);
    const bool replaces = obstacle.isEmpty() && m_target.isFileThere;
    showWhatIsReplaced(replaces);
    const bool isDelimited = format == Csv || format == Tsv;
    m_note->setText(
        isDelimited ? tr("Written as the file that came in was: a CSV that was not changed comes out equal.")
                    : QString());
    m_note->setVisible(isDelimited && !replaces);
}

void ExportDialog::showWhatIsReplaced(bool replaces)
{
    m_export->setText(replaces ? tr("Replace") : tr("Export"));
    m_replaces->setVisible(replaces);
    if (!replaces) {
        m_replacesSince.invalidate();
        return;
    }
    if (!m_replacesSince.isValid())
        m_replacesSince.start();
    m_replaces->setText(tr("A file of this name is there already."),
                        m_target.changed ? tr("It has %1 and was changed on %2.", "size, date and time")
                                               .arg(DatasetText::size(m_target.bytes),
                                                    DatasetText::fullTime(*m_target.changed))
                                         : QString());
}

QString ExportDialog::problem(bool isFormatKnown) const
{
    const auto file = m_file->text();
    if (file.isEmpty())
        return tr("Choose where the file goes.");
    if (!isFormatKnown)
        return tr("The name ends with .csv, .tsv, .jsonl, .ndjson or .parquet: the ending says the format.");
    if (!QDir::isAbsolutePath(file))
        return tr("Give the file with its folder, or choose it.");
    if (!m_target.isFolderThere)
        return tr("There is no such folder. Choose where the file goes.");
    return {};
}

ExportDialog::Target ExportDialog::look(const std::filesystem::path& file)
{
    const QFileInfo info(QString::fromStdString(file.string()));
    Target target;
    target.isFolderThere = info.dir().exists();
    target.isFileThere = info.exists() || info.isSymLink();
    target.bytes = info.size();
    if (info.exists())
        target.changed = base::UtcTime{info.lastModified().toMSecsSinceEpoch()};
    return target;
}

void ExportDialog::chooseTarget()
{
    m_target = {};
    update();
    m_look.run([file = std::filesystem::path(m_file->text().toStdString())] { return look(file); },
               [this](const Target& target) {
                   m_target = target;
                   update();
               },
               [](const base::Error&) {});
}

void ExportDialog::start()
{
    if (!m_export->isEnabled())
        return;
    // Who pressed Export as the caution came up, or twice, has not read it yet.
    if (m_replacesSince.isValid() && m_replacesSince.elapsed() < QApplication::doubleClickInterval())
        return;
    const auto ifThere = m_replacesSince.isValid() ? data::IfThere::Replace : data::IfThere::Refuse;
    m_banner->hide();
    m_progress = std::make_shared<SharedProgress>();
    auto part = m_filtered && m_part->isChecked() ? m_filtered : std::optional<data::RowOrder>();
    const auto target = m_file->text();
    m_work.run(
        [context = m_context, id = m_dataset.id, number = m_version, part, ifThere, shared = m_progress,
         file = std::filesystem::path(target.toStdString())](const base::Cancellation& cancellation) {
            const auto version = context.datasets.store().version(id, number);
            if (!version)
                throw base::Error(base::ErrorCode::NotFound, "This version is no longer in the workspace.");
            const auto table = context.datasets.open(*version);
            base::Progress progress([shared](const base::ProgressState& state) {
                const std::lock_guard lock(shared->mutex);
                shared->state = state;
            });
            auto options = data::exportOptionsFor(file, version->provenance.csvStyle);
            options.ifThere = ifThere;
            return data::exportTable(*table, part ? *part : data::RowOrder::all(table->rowCount()), file,
                                     options, cancellation, progress);
        },
        [this, target](std::int64_t rows) {
            m_timer.stop();
            Q_EMIT exported(target, rows);
            accept();
        },
        [this, ifThere](const base::Error& error) { fail(error, ifThere); });
    m_timer.start();
    setFooterText(tr("The file is being written."));
    update();
}

void ExportDialog::fail(const base::Error& error, data::IfThere ifThere)
{
    m_timer.stop();
    setFooterText({});
    if (error.code() == base::ErrorCode::Exists && ifThere == data::IfThere::Refuse) {
        setFooterText(tr("Nothing was written yet."));
    } else {
        m_banner->setError(tr("The file was not written."), error);
        m_banner->show();
    }
    chooseTarget();
}

void ExportDialog::stop()
{
    if (!m_work.isRunning()) {
        reject();
        return;
    }
    m_work.cancel();
    m_timer.stop();
    setFooterText(tr("Stopped. No file was written."));
    update();
}

void ExportDialog::showProgress()
{
    const std::lock_guard lock(m_progress->mutex);
    if (const auto share = m_progress->state.share())
        setFooterText(tr("The file is being written: %1 %").arg(QLocale().toString(int(*share * 100))));
}

} // namespace lepton::ui
