// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_cards.h"

#include "ui/charts/line_chart.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/fact_list.h"
#include "ui/models/card_table.h"
#include "ui/models/model_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/text_label.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <map>

namespace lepton::ui {
namespace {

constexpr int rowsInSight = 8;
constexpr int performanceChartHeight = 140;
constexpr int dayWidth = 128;
constexpr qsizetype hashDigits = 12;

TextLabel* makeNote(const QString& name)
{
    auto* note = new TextLabel(theme::Step::Small, theme::Role::Text2);
    note->setObjectName(name);
    note->setWordWrap(true);
    note->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap12);
    return note;
}

} // namespace

VersionCard::VersionCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_facts(new FactList)
    , m_run(new Button(ButtonKind::Secondary))
    , m_review(new Button(ButtonKind::Secondary))
{
    setObjectName(QStringLiteral("model.version"));
    m_run->setObjectName(QStringLiteral("model.version.run.button"));
    m_run->setIconName(QStringLiteral("training"));
    m_review->setObjectName(QStringLiteral("model.version.review.button"));
    m_review->setIconName(QStringLiteral("shield"));
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_facts);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap8);
    buttons->addWidget(m_run);
    buttons->addWidget(m_review);
    buttons->addStretch();
    body()->addLayout(buttons);
    connect(m_run, &QPushButton::clicked, this, &VersionCard::runRequested);
    connect(m_review, &QPushButton::clicked, this, &VersionCard::reviewRequested);
}

void VersionCard::setVersion(const VersionSummary* version)
{
    m_hasVersion = version != nullptr;
    setVisible(m_hasVersion);
    if (version)
        m_version = *version;
    retranslate();
}

void VersionCard::retranslate()
{
    if (!m_hasVersion)
        return;
    setTitle(tr("Version %1").arg(ModelText::number(m_version.number)));
    m_facts->clear();
    m_facts->add(tr("Stage"), ModelText::stage(m_version.stage).text);
    m_facts->add(tr("Made by"), m_version.run.empty()
                                    ? tr("import of %1", "a folder").arg(DatasetText::from(m_version.source))
                                    : DatasetText::from(m_version.run));
    m_facts->add(ModelText::testScore(), ModelText::score(m_version.macroF1));
    m_facts->add(tr("Registered by"), DatasetText::from(m_version.author.name));
    m_facts->add(tr("Registered"), DatasetText::when(m_version.created),
                 DatasetText::fullTime(m_version.created));
    m_facts->add(tr("Size"), DatasetText::size(m_version.bytes));
    const QStringList aliases = stringList(m_version.aliases);
    if (!aliases.isEmpty())
        m_facts->add(tr("Alias"), aliases.join(tr(", ", "between aliases")));
    const QString hash = DatasetText::from(m_version.hash);
    m_facts->addCopyable(tr("Model hash"), hash.left(hashDigits), hash,
                         QStringLiteral("model.version.copyHash"));
    m_run->setText(DatasetText::from(m_version.run));
    m_run->setToolTip(tr("Open the run"));
    m_run->setVisible(!m_version.run.empty());
    m_review->setText(tr("Review %1").arg(DatasetText::from(m_version.pending)));
    m_review->setVisible(!m_version.pending.empty());
}

PerformanceCard::PerformanceCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_chart(new charts::LineChart)
    , m_table(makeCardTable(QStringLiteral("model.performance.table"), &m_model, this))
    , m_none(makeNote(QStringLiteral("model.performance.none")))
    , m_score(new Button(ButtonKind::Link))
{
    setObjectName(QStringLiteral("model.performance"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // its chart would take what others leave
    m_chart->setObjectName(QStringLiteral("model.performance.chart"));
    m_chart->setFixedHeight(performanceChartHeight);
    m_chart->setXAxis(charts::XAxis::Step); // whole numbers
    m_chart->setPlaceText([](double version) { return ModelText::number(int(version)); });
    m_score->setObjectName(QStringLiteral("model.score.button"));
    m_score->setSmall(true);
    addToHeader(m_score);
    auto* chart = new QVBoxLayout;
    chart->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap8);
    chart->addWidget(m_chart);
    body()->setContentsMargins(0, 0, 0, theme::gap4);
    body()->setSpacing(0);
    body()->addLayout(chart);
    body()->addWidget(m_table);
    body()->addWidget(m_none);
    connect(m_score, &QPushButton::clicked, this, &PerformanceCard::scoreRequested);
}

void PerformanceCard::setScoreReason(const QString& reason)
{
    m_score->setDisabledReason(reason);
}

void PerformanceCard::setModel(const ModelDetails& details)
{
    setTitle(tr("Performance over data sets"));
    setNote(tr("each data set counts alike in the mean"));
    m_score->setText(tr("Score on data sets…"));
    m_none->setText(tr("No version was scored on whole data sets yet."));
    m_none->setVisible(details.performance.empty());
    m_table->setVisible(!details.performance.empty());
    m_table->setAccessibleName(tr("Performance over data sets"));

    std::map<int, double> newest; // of each version
    std::vector<std::vector<TableCell>> rows;
    for (const PerformanceRow& row : details.performance) {
        newest.emplace(row.version, row.macroF1);
        const QString version = ModelText::number(row.version);
        rows.push_back(
            {{.text = version, .isStrong = true},
             {.text = tr("Mean of %Ln data set(s)", nullptr, int(row.sources.size())), .isStrong = true},
             {},
             {.text = ModelText::score(row.macroF1), .isStrong = true},
             {.text = ModelText::score(row.accuracy), .isStrong = true},
             {.text = DatasetText::when(row.time),
              .tone = theme::Role::Text3,
              .toolTip = DatasetText::fullTime(row.time)}});
        for (const auto& source : row.sources)
            rows.push_back({{},
                            {.text = ModelText::version(DatasetText::from(source.dataset), source.number),
                             .tone = theme::Role::Text2},
                            {.text = DatasetText::count(source.rows), .tone = theme::Role::Text2},
                            {.text = ModelText::score(source.macroF1), .tone = theme::Role::Text2},
                            {.text = ModelText::score(source.accuracy), .tone = theme::Role::Text2},
                            {}});
    }
    m_model.setTable({{tr("Version")},
                      {tr("Data set")},
                      {tr("Rows"), true},
                      {tr("Macro F1"), true},
                      {tr("Accuracy"), true},
                      {tr("When"), true}},
                     std::move(rows));
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    for (const int column : {0, 2, 3, 4, 5})
        header->resizeSection(column, 92);
    fitHeight(*m_table, rowsInSight);
    std::vector<charts::Point> points;
    for (const auto& [version, score] : newest)
        points.push_back({.x = double(version), .y = score});
    m_chart->setVisible(points.size() > 1);
    m_chart->setTitle(tr("Mean macro F1 by version"));
    m_chart->setAxisNames(tr("Version"), {});
    m_chart->setSeries({{.name = tr("Macro F1"), .number = 1, .hasMarks = true}});
    m_chart->setPoints(0, points);
    if (points.size() > 1)
        m_chart->setXRange(charts::Range{points.front().x, points.back().x});
}

HistoryCard::HistoryCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_label(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_day(new QDateEdit(QDate::currentDate()))
    , m_answer(new TextLabel(theme::Step::Strong))
    , m_table(makeCardTable(QStringLiteral("model.history.table"), &m_model, this))
    , m_none(makeNote(QStringLiteral("model.history.none")))
{
    setObjectName(QStringLiteral("model.history"));
    m_day->setObjectName(QStringLiteral("model.history.day"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(dayWidth);
    m_day->setMaximumDate(QDate::currentDate());
    m_answer->setObjectName(QStringLiteral("model.history.answer"));
    m_table->setItemDelegateForColumn(2, new ChipDelegate(m_table));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap12);
    line->setSpacing(theme::gap8);
    line->addWidget(m_label);
    line->addWidget(m_day);
    line->addWidget(m_answer);
    line->addStretch();
    body()->setContentsMargins(0, 0, 0, theme::gap4);
    body()->setSpacing(0);
    body()->addLayout(line);
    body()->addWidget(m_table);
    body()->addWidget(m_none);
    connect(m_day, &QDateEdit::dateChanged, this, &HistoryCard::ask);
    const auto open = [this](const QModelIndex& index) {
        const QString name = index.siblingAtColumn(3).data().toString();
        if (!name.isEmpty())
            Q_EMIT promotionRequested(name);
    };
    connect(m_table, &QAbstractItemView::activated, this, open);
}

void HistoryCard::ask()
{
    const qint64 end = m_day->date().endOfDay().toMSecsSinceEpoch();
    Q_EMIT dayAsked(base::UtcTime{end});
}

void HistoryCard::setProduction(std::optional<int> version)
{
    m_answer->setText(version ? ModelText::number(*version) : tr("no version"));
}

void HistoryCard::setModel(const ModelDetails& details)
{
    setTitle(tr("History"));
    setNote(tr("%Ln move(s)", nullptr, int(details.moves.size())));
    m_label->setText(tr("In production at the end of"));
    m_day->setAccessibleName(m_label->text());
    m_day->setLocale(QLocale()); // names of months and days in the calendar
    m_day->setDisplayFormat(tr("d MMM yyyy", "a date, as in QLocale::toString"));
    if (auto* edit = m_day->findChild<QLineEdit*>())
        edit->setAccessibleName(m_label->text());
    m_none->setText(tr("No version has moved to a stage yet."));
    m_none->setVisible(details.moves.empty());
    m_table->setVisible(!details.moves.empty());
    m_table->setAccessibleName(tr("History"));
    std::vector<std::vector<TableCell>> rows;
    for (const StageMove& move : details.moves) {
        QStringList approvers;
        for (const Person& one : move.approvers)
            approvers << DatasetText::from(one.name);
        const ChipContent stage = ModelText::stage(move.to);
        rows.push_back(
            {{.text = DatasetText::when(move.time),
              .tone = theme::Role::Text2,
              .toolTip = DatasetText::fullTime(move.time)},
             {.text = ModelText::number(move.version), .isStrong = true},
             {.text = stage.text, .chip = stage.kind},
             {.text = DatasetText::from(move.promotion), .tone = theme::Role::Text2},
             {.text = move.isRollback
                          ? tr("%1, to roll back", "who asked").arg(DatasetText::from(move.requester.name))
                          : DatasetText::from(move.requester.name),
              .tone = theme::Role::Text2},
             {.text = approvers.isEmpty() ? tr("nobody had to") : approvers.join(tr(", ", "between members")),
              .tone = approvers.isEmpty() ? theme::Role::Text3 : theme::Role::Text2}});
    }
    m_model.setTable({{tr("When")},
                      {tr("Version")},
                      {tr("Moved to")},
                      {tr("Request")},
                      {tr("Asked by")},
                      {tr("Approved by")}},
                     std::move(rows));
    auto* header = m_table->horizontalHeader();
    header->resizeSection(0, 112);
    header->resizeSection(1, 72);
    header->resizeSection(2, 104);
    header->resizeSection(3, 76);
    header->setSectionResizeMode(4, QHeaderView::Stretch);
    header->setSectionResizeMode(5, QHeaderView::Stretch);
    fitHeight(*m_table, rowsInSight);
    ask();
}

} // namespace lepton::ui
