// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/score_dialog.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/text_label.h"

#include <QListWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace lepton::ui {

ScoreDialog::ScoreDialog(QWidget* over, std::shared_ptr<ModelsBackend> backend, const QString& title,
                         const registry::ModelVersionId& version)
    : Dialog(over)
    , m_backend(std::move(backend))
    , m_version(version)
    , m_list(new QListWidget)
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_score(new Button(tr("Score"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("score"));
    setHeader(QStringLiteral("models"), tr("Score %1 on data sets").arg(title));
    m_list->setObjectName(QStringLiteral("score.list"));
    m_list->setAccessibleName(tr("Data sets"));
    m_score->setObjectName(QStringLiteral("score.score.button"));
    m_banner->hide();
    m_progress->hide();
    auto* note =
        new TextLabel(tr("All rows of each are scored. What is kept is the score on each, and their mean, "
                         "every data set counting alike."),
                      theme::Step::Small, theme::Role::Text2);
    note->setWordWrap(true);
    // A view leaves room for a frame before its boxes, which stand below the words all the same.
    const int frame = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_list) + 1;
    auto* words = new QVBoxLayout;
    words->setContentsMargins(frame, 0, 0, 0);
    words->setSpacing(theme::gap12);
    words->addWidget(m_banner);
    words->addWidget(note);
    m_progress->setContentsMargins(frame, 0, 0, 0);
    body()->setContentsMargins(theme::gap20 - frame, theme::gap16, theme::gap20, theme::gap16);
    body()->setSpacing(theme::gap12);
    body()->addLayout(words);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_progress);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary);
    cancel->setObjectName(QStringLiteral("score.cancel.button"));
    addButton(cancel);
    addButton(m_score);
    setWantedSize({520, 440});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_work.cancel(); });
    connect(m_score, &QPushButton::clicked, this, &ScoreDialog::score);
    connect(m_list, &QListWidget::itemChanged, this, &ScoreDialog::validate);
    connect(&m_work, &ModelWork::changed, this, &ScoreDialog::updateWork);
    m_read.run([backend = m_backend, version] { return backend->scoreSources(version); },
               [this](std::vector<ScoreSource> sources) { take(std::move(sources)); },
               [this](const base::Error& error) {
                   m_banner->setError(tr("The data sets cannot be read."), error);
                   m_banner->show();
               });
    validate();
}

void ScoreDialog::take(std::vector<ScoreSource> sources)
{
    m_isRead = true;
    m_sources = std::move(sources);
    for (const ScoreSource& source : m_sources) {
        auto* item =
            new QListWidgetItem(tr("%1, %2", "a version of a data set, its rows")
                                    .arg(ModelText::version(DatasetText::from(source.dataset), source.number),
                                         tr("%Ln row(s)", nullptr, int(source.rows))),
                                m_list);
        item->setSizeHint({0, theme::rowDense});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    validate();
}

std::vector<ScoreSource> ScoreDialog::chosen() const
{
    std::vector<ScoreSource> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.push_back(m_sources[std::size_t(row)]);
    }
    return chosen;
}

void ScoreDialog::validate()
{
    QString problem;
    if (m_work.isRunning())
        problem = tr("The version is being scored.");
    else if (!m_isRead)
        problem = tr("The data sets are being read.");
    else if (m_sources.empty())
        problem = tr("No data set has the columns of text and label that the version was trained on.");
    else if (chosen().empty())
        problem = tr("Choose at least one data set.");
    m_score->setDisabledReason(problem);
    setFooterText(problem);
}

void ScoreDialog::updateWork()
{
    const bool isWorking = m_work.isRunning();
    m_list->setEnabled(!isWorking);
    m_progress->setVisible(isWorking);
    if (isWorking)
        m_progress->setText(ModelText::progress(m_work.progress()));
    validate();
}

void ScoreDialog::score()
{
    m_banner->hide();
    m_work.start([backend = m_backend, version = m_version, sources = chosen()](
                     const base::Cancellation& cancellation,
                     base::Progress& progress) { backend->score(version, sources, cancellation, progress); },
                 [this] {
                     Q_EMIT scored();
                     accept();
                 },
                 [this](const base::Error& error) {
                     m_banner->setError(tr("Nothing was recorded."), error);
                     m_banner->show();
                 });
}

} // namespace lepton::ui
