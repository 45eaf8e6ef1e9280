// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_filter_bar.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/grid/expression_field.h"
#include "ui/training/runs_view_model.h"
#include "ui/training/training_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int fieldWidth = 304;
/// A menu does not grow beyond this; the filter finds the rest.
constexpr std::size_t mostValues = 30;

} // namespace

RunFilterBar::RunFilterBar(RunsViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_field(new ExpressionField)
    , m_clear(new Button(ButtonKind::Link))
    , m_right(new QWidget)
    , m_line(new QWidget)
    , m_lineText(new TextLabel(theme::Step::Small, theme::Role::Bad))
{
    m_field->setObjectName(QStringLiteral("training.filter.edit"));
    m_field->setFixedWidth(fieldWidth);
    m_field->installEventFilter(this);
    m_clear->setObjectName(QStringLiteral("training.filter.clear"));
    m_clear->setSmall(true);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(theme::gap8);
    filters->addWidget(m_field);
    addMenu(train::RunFact::Dataset, QStringLiteral("training.filter.dataset"));
    addMenu(train::RunFact::BaseModel, QStringLiteral("training.filter.baseModel"));
    addMenu(train::RunFact::State, QStringLiteral("training.filter.state"));
    addMenu(train::RunFact::Member, QStringLiteral("training.filter.member"));
    addMenu(train::RunFact::Tag, QStringLiteral("training.filter.tag"));
    for (const Menu& menu : m_menus)
        filters->addWidget(menu.button);
    filters->addWidget(m_clear);
    filters->addStretch();
    auto* right = new QHBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(theme::gap8);
    filters->addWidget(m_right);

    m_line->setObjectName(QStringLiteral("training.filter.message"));
    m_lineText->setElided(true);
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::gap8);
    line->addWidget(new IconLabel(QStringLiteral("error"), theme::Role::Bad, 14));
    line->addWidget(m_lineText);
    line->addStretch();
    m_line->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap12);
    layout->setSpacing(theme::gap8);
    layout->addLayout(filters);
    layout->addWidget(m_line);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        auto request = m_viewModel.request();
        request.filter = text.toStdString();
        m_viewModel.setRequest(std::move(request));
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        m_viewModel.refresh();
        Q_EMIT leaveRequested();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        auto request = m_viewModel.request();
        request.filter.clear();
        request.chosen.clear();
        m_viewModel.setRequest(std::move(request));
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_viewModel, &RunsViewModel::changed, this, &RunFilterBar::update);
    connect(&m_viewModel, &RunsViewModel::choicesChanged, this, &RunFilterBar::update);
    retranslate();
}

void RunFilterBar::addMenu(train::RunFact fact, const QString& objectName)
{
    auto* button = new FilterButton;
    button->setObjectName(objectName);
    button->setMenu(new QMenu(button));
    m_menus.push_back({fact, button});
    connect(button->menu(), &QMenu::aboutToShow, this, [this, menu = m_menus.back()] { fill(menu); });
}

void RunFilterBar::addButton(QWidget* button)
{
    m_right->layout()->addWidget(button);
}

void RunFilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool RunFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        Q_EMIT leaveRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunFilterBar::fill(const Menu& menu)
{
    menu.button->menu()->clear();
    const auto& facets = m_viewModel.choices().facets;
    const auto found = facets.find(menu.fact);
    if (found == facets.end() || found->second.empty()) {
        menu.button->menu()
            ->addAction(menu.fact == train::RunFact::Tag ? tr("No run has a tag") : tr("There is no run"))
            ->setEnabled(false);
        return;
    }
    const auto& request = m_viewModel.request();
    const auto chosen = request.chosen.find(menu.fact);
    for (std::size_t i = 0; i < std::min(mostValues, found->second.size()); ++i) {
        const train::RunFacet& facet = found->second[i];
        auto* action = menu.button->menu()->addAction(
            tr("%1 (%2)", "a value and its number of runs")
                .arg(valueText(menu.fact, facet.value), DatasetText::count(facet.count))
                .replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(chosen != request.chosen.end() &&
                           std::ranges::find(chosen->second, facet.value) != chosen->second.end());
        connect(action, &QAction::triggered, this,
                [this, fact = menu.fact, value = facet.value] { toggle(fact, value); });
    }
}

void RunFilterBar::toggle(train::RunFact fact, const std::string& value)
{
    auto request = m_viewModel.request();
    auto& values = request.chosen[fact];
    if (std::erase(values, value) == 0)
        values.push_back(value);
    if (values.empty())
        request.chosen.erase(fact);
    m_viewModel.setRequest(std::move(request));
}

QString RunFilterBar::label(train::RunFact fact) const
{
    switch (fact) {
    case train::RunFact::Dataset:
        return tr("Data set");
    case train::RunFact::BaseModel:
        return tr("Base model");
    case train::RunFact::State:
        return tr("Status");
    case train::RunFact::Member:
        return tr("Started by");
    default:
        return tr("Tag");
    }
}

QString RunFilterBar::valueText(train::RunFact fact, const std::string& value) const
{
    if (fact == train::RunFact::State) {
        if (const auto state = jobs::stateFromName(value))
            return TrainingText::state(*state).text;
    }
    return DatasetText::from(value);
}

void RunFilterBar::update()
{
    const auto& request = m_viewModel.request();
    // Only a filter set from elsewhere is written back.
    if (m_field->text().toStdString() != request.filter)
        m_field->setText(QString::fromStdString(request.filter));
    for (const Menu& menu : m_menus) {
        const auto chosen = request.chosen.find(menu.fact);
        menu.button->setLabel(label(menu.fact));
        menu.button->setActiveText(
            chosen == request.chosen.end() ? QString()
            : chosen->second.size() == 1
                ? tr("%1: %2", "a filter and its value")
                      .arg(label(menu.fact),
                           menu.button->fontMetrics().elidedText(valueText(menu.fact, chosen->second.front()),
                                                                 Qt::ElideRight, 140))
                : tr("%1: %Ln chosen", "a filter", int(chosen->second.size())).arg(label(menu.fact)));
    }
    m_clear->setVisible(request.isFiltered());
    const bool isAnswer = request.isFiltered() && m_viewModel.isAnswered() && !m_viewModel.filterError();
    m_field->setCount(isAnswer ? tr("%Ln run(s)", nullptr, m_viewModel.shown()) : QString(), isAnswer);
    showError();
}

void RunFilterBar::showError()
{
    const auto& error = m_viewModel.filterError();
    setStyleProperty(m_field, "state", error ? QStringLiteral("bad") : QString());
    const QString text = error ? CoreText::error(*error) : QString();
    // The place is told in bytes, the field counts characters.
    int position = -1;
    if (error && error->place().byte)
        position = int(
            QString::fromUtf8(
                QByteArray::fromStdString(m_viewModel.request().filter).left(qsizetype(*error->place().byte)))
                .size());
    m_field->setErrorPosition(position);
    const bool isNew = error && m_lineText->text() != text;
    m_lineText->setText(text);
    m_line->setVisible(error.has_value());
    if (isNew) {
        QAccessibleEvent event(m_lineText, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void RunFilterBar::retranslate()
{
    m_field->setLabel(tr("Filter, for example macro_f1 > 0.9"));
    m_field->setAccessibleName(tr("Filter"));
    m_clear->setText(tr("Clear", "all filters"));
    update();
}

} // namespace lepton::ui
