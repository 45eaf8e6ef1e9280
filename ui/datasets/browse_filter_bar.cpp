// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_filter_bar.h"

#include "ui/datasets/browse_view_model.h"
#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace lepton::ui {

namespace {

template <class Value>
void toggle(QSet<Value>& set, const Value& value)
{
    if (!set.remove(value))
        set.insert(value);
}

} // namespace

BrowseFilterBar::BrowseFilterBar(BrowseViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_edit(new FilterField)
    , m_department(
          makeMenuButton(QStringLiteral("datasets.filter.department"), &BrowseFilterBar::fillDepartments))
    , m_sensitivity(
          makeMenuButton(QStringLiteral("datasets.filter.sensitivity"), &BrowseFilterBar::fillSensitivities))
    , m_tag(makeMenuButton(QStringLiteral("datasets.filter.tag"), &BrowseFilterBar::fillTags))
    , m_clear(new Button(ButtonKind::Link))
{
    m_edit->setObjectName(QStringLiteral("datasets.filter.edit"));
    m_edit->setFixedWidth(theme::fieldWidth);
    m_clear->setObjectName(QStringLiteral("datasets.filter.clear"));
    m_clear->setSmall(true);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap12);
    layout->setSpacing(theme::gap8);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_edit), static_cast<QWidget*>(m_department),
          static_cast<QWidget*>(m_sensitivity), static_cast<QWidget*>(m_tag), static_cast<QWidget*>(m_clear)})
        layout->addWidget(widget);
    layout->addStretch();

    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_viewModel.setSearchText(text); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_viewModel.clearFilter();
        m_edit->setFocus();
    });
    connect(&m_viewModel, &BrowseViewModel::changed, this, &BrowseFilterBar::update);
    retranslate();
}

FilterButton* BrowseFilterBar::makeMenuButton(const QString& objectName, void (BrowseFilterBar::*fill)())
{
    auto* button = new FilterButton;
    button->setObjectName(objectName);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, fill);
    return button;
}

void BrowseFilterBar::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void BrowseFilterBar::fillDepartments()
{
    auto* menu = m_department->menu();
    menu->clear();
    for (const auto& [department, count] : m_viewModel.departments()) {
        auto* action = menu->addAction(
            tr("%1 (%2)", "a value and its number of data sets").arg(department, DatasetText::count(count)));
        action->setCheckable(true);
        action->setChecked(m_viewModel.facets().departments.contains(department));
        connect(action, &QAction::triggered, this, [this, name = department] {
            auto facets = m_viewModel.facets();
            toggle(facets.departments, name);
            m_viewModel.setFacets(facets);
        });
    }
}

void BrowseFilterBar::fillSensitivities()
{
    auto* menu = m_sensitivity->menu();
    menu->clear();
    for (const auto& [sensitivity, count] : m_viewModel.sensitivities()) {
        auto* action = menu->addAction(
            tr("%1 (%2)", "a value and its number of data sets")
                .arg(DatasetText::sensitivity(data::Sensitivity(sensitivity)), DatasetText::count(count)));
        action->setCheckable(true);
        action->setChecked(m_viewModel.facets().sensitivities.contains(sensitivity));
        connect(action, &QAction::triggered, this, [this, value = sensitivity] {
            auto facets = m_viewModel.facets();
            toggle(facets.sensitivities, value);
            m_viewModel.setFacets(facets);
        });
    }
}

void BrowseFilterBar::fillTags()
{
    auto* menu = m_tag->menu();
    menu->clear();
    const auto tags = m_viewModel.tags();
    if (tags.empty())
        menu->addAction(tr("No data set has a tag"))->setEnabled(false);
    for (const auto& [tag, count] : tags) {
        auto* action = menu->addAction(
            tr("%1 (%2)", "a value and its number of data sets").arg(tag, DatasetText::count(count)));
        action->setCheckable(true);
        action->setChecked(m_viewModel.facets().tags.contains(tag));
        connect(action, &QAction::triggered, this, [this, name = tag] {
            auto facets = m_viewModel.facets();
            toggle(facets.tags, name);
            m_viewModel.setFacets(facets);
        });
    }
}

void BrowseFilterBar::update()
{
    // Only a filter set from elsewhere is written back: a person's trailing blank stays while they type.
    // Its signals stay on: the mark that clears the field goes by them, and the text is the one already asked
    // for.
    if (m_edit->text().trimmed() != m_viewModel.searchText())
        m_edit->setText(m_viewModel.searchText());
    const auto& facets = m_viewModel.facets();
    const auto show = [](FilterButton* button, const QString& label, const QStringList& values) {
        button->setLabel(label);
        button->setActiveText(values.isEmpty() ? QString()
                              : values.size() == 1
                                  ? tr("%1: %2", "a filter and its value").arg(label, values.front())
                                  : tr("%1: %Ln chosen", "a filter", int(values.size())).arg(label));
    };
    QStringList sensitivities;
    for (const int sensitivity : facets.sensitivities)
        sensitivities << DatasetText::sensitivity(data::Sensitivity(sensitivity));
    show(m_department, tr("Department"), facets.departments.values());
    show(m_sensitivity, tr("Sensitivity"), sensitivities);
    show(m_tag, tr("Tag"), facets.tags.values());
    m_clear->setVisible(m_viewModel.isFiltered());
}

void BrowseFilterBar::retranslate()
{
    m_edit->setLabel(tr("Filter by name, column or tag"));
    m_clear->setText(tr("Clear", "all filters"));
    update();
}

void BrowseFilterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
