// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_tiles.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/report/report_text.h"
#include "ui/training/report/report_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int sentenceWidth = 200;
const std::string speedKey = "test_rows_per_second";

std::optional<double> speedOf(const train::Run& run)
{
    const auto found = run.metrics.find(speedKey);
    return found == run.metrics.end() ? std::nullopt : std::optional(found->second);
}

/// A speed says nothing of how good a model is: which way is better is left to the reader.
QString speedChange(double change)
{
    const QString figure = DatasetText::count(std::llround(std::abs(change)));
    return (change < 0 ? QStringLiteral("\u2193 ") : QStringLiteral("\u2191 ")) + figure;
}

} // namespace

ReportTiles::ReportTiles(ReportViewModel& viewModel, QWidget* parent)
    : Card({}, parent)
    , m_viewModel(viewModel)
    , m_tiles{}
    , m_speed(new StatTile(this))
    , m_beside(new QWidget(this))
    , m_grid(new QGridLayout)
    , m_sentence(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_choose(new Button(ButtonKind::Link))
{
    for (auto& tile : m_tiles)
        tile = new StatTile(this);
    auto* beside = new QVBoxLayout(m_beside);
    beside->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    beside->setSpacing(0);
    beside->addStretch();
    m_sentence->setObjectName(QStringLiteral("run.report.comparison"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(sentenceWidth);
    m_choose->setObjectName(QStringLiteral("run.report.compare.button"));
    m_choose->setSmall(true);
    beside->addWidget(m_sentence);
    beside->addWidget(m_choose, 0, Qt::AlignLeft);
    beside->addStretch();
    m_grid->setSpacing(0);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addLayout(m_grid);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&m_viewModel, &ReportViewModel::changed, this, &ReportTiles::update);
    connect(&m_viewModel, &ReportViewModel::comparisonChanged, this, &ReportTiles::update);
    connect(m_choose, &QPushButton::clicked, this, &ReportTiles::choose);
    retranslate();
}

void ReportTiles::retranslate()
{
    m_choose->setText(tr("Compare with"));
    update();
}

void ReportTiles::setRoom(int width)
{
    m_room = width;
    std::vector<QWidget*> tiles(m_tiles.begin(), m_tiles.end());
    tiles.push_back(m_speed);
    int across = 0;
    for (const QWidget* tile : tiles)
        across += tile->minimumSizeHint().width() + 1;
    const bool isBeside = across + m_beside->minimumSizeHint().width() <= width;
    const int columns = across <= width ? int(tiles.size()) : int(tiles.size()) / 2;
    if (isBeside == m_isBeside && columns == m_columns)
        return;
    m_isBeside = isBeside;
    m_columns = columns;
    layOut();
}

void ReportTiles::layOut()
{
    for (QWidget* rule : std::exchange(m_rules, {}))
        delete rule;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0); // the items, not the widgets
    const auto addRule = [this](Qt::Orientation orientation, int row, int column, int columnSpan) {
        m_rules.push_back(makeRule(orientation, this));
        m_grid->addWidget(m_rules.back(), row, column, 1, columnSpan);
        m_rules.back()->show();
    };
    std::vector<QWidget*> tiles(m_tiles.begin(), m_tiles.end());
    tiles.push_back(m_speed);
    const int across = 2 * m_columns - 1; // tiles with rules between them
    for (int i = 0; i < int(tiles.size()); ++i) {
        const int row = i / m_columns * 2;
        const int column = i % m_columns * 2;
        if (column > 0)
            addRule(Qt::Vertical, row, column - 1, 1);
        else if (row > 0)
            addRule(Qt::Horizontal, row - 1, 0, across);
        m_grid->addWidget(tiles[std::size_t(i)], row, column);
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column % 2 == 0 && column < across ? 1 : 0);
    if (m_isBeside) {
        addRule(Qt::Vertical, 0, across, 1);
        m_grid->addWidget(m_beside, 0, across + 1);
        m_grid->setColumnStretch(across + 1, 1);
    } else {
        const int row = (int(tiles.size()) - 1) / m_columns * 2 + 1;
        addRule(Qt::Horizontal, row, 0, across);
        m_grid->addWidget(m_beside, row + 1, 0, 1, across);
    }
}

void ReportTiles::update()
{
    const bool isReady = m_viewModel.state() == ReportViewModel::State::Ready;
    for (std::size_t i = 0; i < tileScores.size(); ++i) {
        const auto score = tileScores[i];
        m_tiles[i]->setLabel(
            tr("%1, test", "a score, and the part of the data").arg(ReportText::score(score)));
        const auto value = isReady ? m_viewModel.report().score(score) : std::nullopt;
        const auto change =
            isReady ? m_viewModel.comparison().change(m_viewModel.report(), score) : std::nullopt;
        m_tiles[i]->setValue(value ? figureText(*value) : tr("none", "no score"),
                             change ? ReportText::change(*change) : QString(),
                             change ? ReportText::changeTone(*change, train::isHigherBetter(score))
                                    : theme::Role::Text2);
    }
    updateSpeed(isReady);
    const bool isCompared = isReady && !m_viewModel.isComparing();
    m_sentence->setText(isCompared ? ReportText::comparison(m_viewModel) : QString());
    m_choose->setVisible(isCompared && !m_viewModel.comparison().candidates.empty());
    setRoom(m_room);
}

void ReportTiles::updateSpeed(bool isReady)
{
    m_speed->setLabel(tr("Rows a second"));
    const auto speed = isReady ? speedOf(m_viewModel.run()) : std::nullopt;
    const auto before =
        isReady && m_viewModel.comparison().isMade() ? speedOf(*m_viewModel.comparison().run) : std::nullopt;
    m_speed->setValue(speed ? DatasetText::count(std::llround(*speed)) : tr("none", "not measured"),
                      speed && before ? speedChange(*speed - *before) : QString());
}

void ReportTiles::choose()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("run.report.compare.menu"));
    const auto& comparison = m_viewModel.comparison();
    const auto add = [&](const QString& text, const std::optional<train::RunId>& id, bool isOn) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::triggered, this, [this, id] { m_viewModel.compareWith(id); });
    };
    add(tr("No run"), std::nullopt, !comparison.run);
    for (const auto& run : comparison.candidates)
        add(tr("%1, %2", "run, base model")
                .arg(TrainingText::runName(run), QString::fromStdString(run.baseModelName)),
            run.id, comparison.run && comparison.run->id == run.id);
    menu->popup(m_choose->mapToGlobal(QPoint(0, m_choose->height())));
}

} // namespace lepton::ui
