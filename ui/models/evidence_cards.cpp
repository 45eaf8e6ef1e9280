// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidence_cards.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/card_table.h"
#include "ui/models/model_text.h"
#include "ui/models/person_row.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int cardAvatar = 28;
constexpr int classesInSight = 8;
constexpr int settingsInSight = 12;

QString signatures(const ReviewDetails& review)
{
    return GatesCard::tr("%1 of %2", "signatures").arg(review.request.approvals).arg(review.request.needed);
}

bool isSigned(const ReviewDetails& review)
{
    return review.request.approvals >= review.request.needed;
}

} // namespace

RequestCard::RequestCard(QWidget* parent)
    : Card({}, parent)
    , m_avatar(new Avatar(cardAvatar))
    , m_name(new TextLabel(theme::Step::Strong))
    , m_what(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_reason(new TextLabel(theme::Step::Body))
{
    setObjectName(QStringLiteral("review.request"));
    m_reason->setObjectName(QStringLiteral("review.request.reason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_what->setElided(true);
    m_what->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_avatar->setFixedSize(cardAvatar, cardAvatar);
    m_name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::gap4);
    first->addWidget(m_name);
    first->addWidget(m_what, 1);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::gap4);
    texts->addLayout(first);
    texts->addWidget(m_reason);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap12);
    line->addWidget(m_avatar, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    body()->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    body()->addLayout(line);
}

void RequestCard::setReview(const ReviewDetails& review)
{
    const QString name = DatasetText::from(review.request.requester.name);
    m_avatar->setMember(name, DatasetText::from(review.request.requester.id));
    m_name->setText(name);
    const QString when = DatasetText::whenInside(review.request.time);
    const QString stage = ModelText::stage(review.request.target).text;
    if (review.isRollback)
        m_what->setText(tr("asks to roll back to v%1, %2", "when").arg(review.request.version).arg(when));
    else if (review.incumbent && review.request.target == registry::Stage::Production)
        m_what->setText(tr("asks to replace v%1, %2", "when").arg(*review.incumbent).arg(when));
    else
        m_what->setText(tr("asks for the stage %1, %2", "stage, when").arg(stage, when));
    m_reason->setText(DatasetText::from(review.reason));
}

ClassesCard::ClassesCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_table(makeCardTable(QStringLiteral("review.classes"), &m_model, this))
{
    setObjectName(QStringLiteral("review.classesCard"));
    fillBody(*this, m_table);
}

void ClassesCard::setReview(const ReviewDetails& review)
{
    setVisible(!review.classes.empty());
    setTitle(tr("F1 by class"));
    const bool hasIncumbent = review.incumbent.has_value();
    const auto fell = std::ranges::count_if(review.classes, [](const ClassComparison& row) {
        return row.before && row.after && *row.after < *row.before;
    });
    const auto rose = std::ranges::count_if(review.classes, [](const ClassComparison& row) {
        return row.before && row.after && *row.after > *row.before;
    });
    setNote(hasIncumbent ? tr("%1 better, %2 worse, the largest loss first").arg(rose).arg(fell)
                         : tr("%Ln class(es)", nullptr, int(review.classes.size())));
    m_table->setAccessibleName(tr("F1 by class"));
    std::vector<std::vector<TableCell>> rows;
    for (const ClassComparison& row : review.classes)
        rows.push_back({{.text = DatasetText::from(row.label)},
                        {.text = DatasetText::count(row.support), .tone = theme::Role::Text2},
                        scoreCell(row.before, {}, false),
                        scoreCell(row.after, {}, true),
                        changeCell(row.before, row.after, true)});
    m_model.setTable(
        {{tr("Class")},
         {tr("Test rows"), true},
         {hasIncumbent ? tr("v%1, now", "version in production").arg(*review.incumbent) : QString(), true},
         {ModelText::number(review.request.version), true},
         {tr("Change"), true}},
        std::move(rows));
    m_table->setColumnHidden(2, !hasIncumbent);
    m_table->setColumnHidden(4, !hasIncumbent);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_model.columnCount(); ++column)
        header->resizeSection(column, 96);
    fitHeight(*m_table, classesInSight);
}

GatesCard::GatesCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
{
    setObjectName(QStringLiteral("review.gates"));
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
}

void GatesCard::setReview(const ReviewDetails& review)
{
    const bool hasOthers =
        std::ranges::any_of(review.metrics, [](const auto& one) { return !one.gates.empty(); });
    setTitle(hasOthers ? tr("Other gates") : tr("Gates"));
    const auto passed =
        std::ranges::count(review.otherGates, true, &GateOutcome::passed) + (isSigned(review) ? 1 : 0);
    setNote(tr("%1 of %2 pass, by the standard %3 v%4")
                .arg(passed)
                .arg(review.otherGates.size() + 1)
                .arg(DatasetText::from(review.standard))
                .arg(review.standardVersion));
    if (auto lines = linesOf(review); lines != m_lines) {
        m_lines = std::move(lines);
        showLines();
    }
}

std::vector<GatesCard::Line> GatesCard::linesOf(const ReviewDetails& review)
{
    std::vector<Line> lines;
    for (const GateOutcome& gate : review.otherGates)
        lines.push_back({gate.passed ? QStringLiteral("check") : QStringLiteral("close"),
                         gate.passed ? theme::Role::Good : theme::Role::Bad, ModelText::gate(gate.gate),
                         ModelText::sentence(gate.why)});
    const bool isMine = review.state == registry::PromotionState::Waiting && !review.whyNotApprove;
    lines.push_back(
        {isSigned(review) ? QStringLiteral("check") : QStringLiteral("clock"),
         isSigned(review) ? theme::Role::Good : theme::Role::Accent,
         tr("%Ln signature(s)", nullptr, review.request.needed),
         isMine ? tr("%1, waits for you", "signatures").arg(signatures(review)) : signatures(review)});
    return lines;
}

void GatesCard::showLines()
{
    while (auto* item = body()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Line& one : m_lines) {
        body()->addWidget(makeRule(Qt::Horizontal));
        auto* line = makeIconLine(one.icon, one.tone, one.name, theme::Step::Strong, one.right);
        line->layout()->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
        body()->addWidget(line);
    }
}

RecipeCard::RecipeCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_table(makeCardTable(QStringLiteral("review.recipe"), &m_model, this))
    , m_same(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    setObjectName(QStringLiteral("review.recipeCard"));
    m_same->setContentsMargins(theme::gap16, 0, theme::gap16, theme::gap12);
    fillBody(*this, m_table);
    body()->addWidget(m_same);
}

void RecipeCard::setReview(const ReviewDetails& review)
{
    setVisible(!review.incumbentRun.empty());
    if (review.incumbentRun.empty())
        return;
    setTitle(tr("What was changed in training"));
    const QString before = DatasetText::from(review.incumbentRun);
    const QString after = DatasetText::from(review.run);
    setNote(tr("%1 against %2, the run in production", "two runs").arg(after, before));
    m_table->setAccessibleName(tr("What was changed in training"));
    m_table->setVisible(!review.recipe.empty());
    m_same->setVisible(review.recipe.empty());
    m_same->setText(tr("Data, base model and all settings are the same."));
    std::vector<std::vector<TableCell>> rows;
    const auto value = [](const std::string& text) {
        if (text.empty())
            return QStringLiteral("–");
        bool isNumber = false; // whole ones stay as they are: a seed has no thousands
        const double number = text.find_first_of(".eE") == std::string::npos
                                  ? 0.0
                                  : DatasetText::from(text).toDouble(&isNumber);
        return isNumber ? TrainingText::number(number) : DatasetText::from(text);
    };
    for (const RecipeChange& change : review.recipe) {
        const QString title = change.key == "dataset"     ? tr("Data set")
                              : change.key == "basemodel" ? tr("Base model")
                                                          : settingTitle(change.key);
        rows.push_back({{.text = title},
                        {.text = value(change.before), .tone = theme::Role::Text2},
                        {.text = value(change.after), .isStrong = true}});
    }
    m_model.setTable({{tr("Setting")}, {before}, {after}}, std::move(rows));
    auto* header = m_table->horizontalHeader();
    for (int column = 0; column < m_model.columnCount(); ++column)
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    fitHeight(*m_table, settingsInSight);
}

} // namespace lepton::ui
