// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report_panel.h"

#include "ui/training/run_view_model.h"
#include "ui/training/score_bar_delegate.h"
#include "ui/training/training_text.h"
#include "ui/training/try_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

/// In the order of the tiles: keys of the report's scores, or of the final metrics.
struct Tile
{
    const char* score;
    const char* metric;
};
constexpr std::array<Tile, 6> tiles{{{"accuracy", "test/accuracy"},
                                     {"macro_f1", "test/macro_f1"},
                                     {"weighted_f1", "test/weighted_f1"},
                                     {"mcc", "test/mcc"},
                                     {"log_loss", "test/loss"},
                                     {"calibration_error", ""}}};

std::optional<double> valueOf(const train::Run& run, const Tile& tile)
{
    if (const auto found = run.metrics.find(tile.metric); found != run.metrics.end())
        return found->second;
    if (!run.report.is_object())
        return std::nullopt;
    const auto scores = run.report.find("scores");
    if (scores == run.report.end() || !scores->is_object())
        return std::nullopt;
    const auto found = scores->find(tile.score);
    return found != scores->end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

} // namespace

ReportPanel::ReportPanel(RunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_tiles{}
    , m_card(new Card(QStringLiteral(" ")))
    , m_copy(new Button(ButtonKind::Link))
    , m_table(new DataTable)
    , m_try(new TryPanel(viewModel))
{
    auto* tileCard = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (auto& tile : m_tiles) {
        if (row->count() > 0)
            row->addWidget(makeRule(Qt::Vertical));
        tile = new StatTile;
        row->addWidget(tile, 1);
    }
    tileCard->body()->setContentsMargins(0, 0, 0, 0);
    tileCard->body()->addLayout(row);
    tileCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    m_copy->setSmall(true);
    m_copy->setObjectName(QStringLiteral("run.report.copy"));
    m_card->addToHeader(m_copy);
    m_table->setObjectName(QStringLiteral("run.report.table"));
    m_table->setModel(&m_model);
    m_table->setRowHeight(theme::rowDense);
    m_table->setItemDelegateForColumn(ReportModel::BarColumn, new ScoreBarDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(ReportModel::ClassColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{ReportModel::PrecisionColumn, 92},
                                          {ReportModel::RecallColumn, 84},
                                          {ReportModel::F1Column, 76},
                                          {ReportModel::BarColumn, 96},
                                          {ReportModel::SupportColumn, 92}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    m_card->body()->setContentsMargins(0, 0, 0, theme::gap4);
    m_card->body()->addWidget(m_table);

    auto* across = new QHBoxLayout;
    across->setSpacing(theme::gap12);
    across->addWidget(m_card, 3);
    across->addWidget(m_try, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gap24, theme::gap12, theme::gap24, theme::gap24);
    layout->setSpacing(theme::gap12);
    layout->addWidget(tileCard);
    layout->addLayout(across, 1);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        const auto& report = m_viewModel.run().report;
        if (!report.is_object())
            return;
        QGuiApplication::clipboard()->setText(QString::fromStdString(report.value("text", std::string())));
        Q_EMIT copied();
    });
    connect(&m_viewModel, &RunViewModel::changed, this, &ReportPanel::update);
    retranslate();
}

void ReportPanel::tryText(const QString& text)
{
    m_try->classify(text);
}

void ReportPanel::retranslate()
{
    m_card->setTitle(tr("Classification report"));
    m_copy->setText(tr("Copy as text"));
    m_table->setAccessibleName(tr("Classification report"));
    m_model.retranslate();
    m_try->retranslate();
    update();
}

void ReportPanel::update()
{
    const bool isReady = m_viewModel.state() == RunViewModel::State::Ready;
    const nlohmann::json report = isReady ? m_viewModel.run().report : nlohmann::json();
    if (report != m_shown) {
        m_shown = report;
        m_model.setReport(report);
    }
    m_card->setNote(isReady ? tr("test part, %Ln class(es)", nullptr, m_model.classCount()) : QString());
    updateTiles();
}

void ReportPanel::updateTiles()
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        m_tiles[i]->setLabel(TrainingText::metric(tiles[i].score));
        const auto value = m_viewModel.state() == RunViewModel::State::Ready
                               ? valueOf(m_viewModel.run(), tiles[i])
                               : std::nullopt;
        m_tiles[i]->setValue(value ? TrainingText::score(*value) : tr("none", "no score"));
    }
}

} // namespace lepton::ui
