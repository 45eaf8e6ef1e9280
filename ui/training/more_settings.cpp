// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/more_settings.h"

#include "ui/training/new_run_view_model.h"
#include "ui/training/recipe_form.h"
#include "ui/training/train_command.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

/// A value as its field shows it.
QString shownValue(const RecipeForm::Spec& spec, const QString& value)
{
    using Kind = RecipeForm::Kind;
    if (spec.kind == Kind::Percent)
        return QStringLiteral("%1 %").arg(QLocale().toString(value.toDouble() * 100, 'g', 3));
    if (spec.kind == Kind::Choice) {
        const auto choice = std::ranges::find(spec.choices, value,
                                              [](const auto& one) { return QString::fromUtf8(one.first); });
        return choice == spec.choices.end() ? value : choice->second();
    }
    const bool isSpecial =
        spec.kind == Kind::Number ? value == QLatin1String("model") : value.toLongLong() == spec.least;
    return spec.special && isSpecial ? spec.special() : value;
}

} // namespace

MoreSettings::MoreSettings(NewRunViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_button(new Button(ButtonKind::Link))
    , m_note(new TextLabel(theme::Step::Small, theme::Role::Text2))
{
    m_button->setSmall(true);
    m_button->setIconSize(QSize(16, 16)); // its words begin where the titles of cards do
    m_button->setObjectName(QStringLiteral("newRun.more"));
    m_button->setCheckable(true);
    m_note->setObjectName(QStringLiteral("newRun.more.note"));
    m_note->setElided(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap12);
    line->addWidget(m_button);
    line->addWidget(m_note);
    line->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addLayout(line);
    connect(m_button, &QPushButton::toggled, this, &MoreSettings::show);
    connect(&m_viewModel, &NewRunViewModel::changed, this, &MoreSettings::update);
    show(false);
    retranslate();
}

void MoreSettings::setOpen(bool open)
{
    m_button->setChecked(open);
}

void MoreSettings::show(bool open)
{
    if (open && !m_form) {
        m_form = new RecipeForm(m_viewModel, moreRecipeFields(), this);
        layout()->addWidget(m_form);
    }
    if (m_form)
        m_form->setVisible(open);
    m_note->setVisible(!open);
    m_button->setIconName(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    if (open)
        Q_EMIT opened();
}

void MoreSettings::update()
{
    const train::Recipe usual;
    QStringList changes;
    for (const auto& spec : moreRecipeFields()) {
        const QString value = recipeValue(m_viewModel.recipe(), spec.key);
        if (value != recipeValue(usual, spec.key))
            changes << tr("%1: %2", "a setting and its value").arg(spec.label(), shownValue(spec, value));
    }
    m_note->setText(changes.isEmpty() ? tr("all at their usual values")
                                      : QLocale().createSeparatedList(changes));
}

void MoreSettings::retranslate()
{
    m_button->setText(tr("More settings"));
    if (m_form)
        m_form->retranslate();
    update();
}

} // namespace lepton::ui
