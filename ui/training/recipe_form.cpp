// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_form.h"

#include "ui/theme/theme.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/train_command.h"
#include "ui/widgets/form_field.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int mostColumns = 4;

/// The wheel scrolls the page: a field takes it only while it has the focus.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

RecipeForm::RecipeForm(NewRunViewModel& viewModel, std::vector<Spec> specs, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::gap16);
    grid->setVerticalSpacing(theme::gap12);
    auto* guard = new WheelGuard(this);
    const int columns = std::min(mostColumns, int(specs.size()));
    for (Spec& spec : specs) {
        QWidget* editor = makeEditor(spec);
        editor->setObjectName(QStringLiteral("newRun.%1").arg(QLatin1String(spec.key)));
        editor->setFocusPolicy(Qt::StrongFocus);
        editor->installEventFilter(guard);
        auto* field = new FormField(spec.label(), editor);
        const int place = int(m_entries.size());
        grid->addWidget(field, place / columns, place % columns, Qt::AlignTop);
        m_entries.push_back({std::move(spec), editor, field});
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    connect(&m_viewModel, &NewRunViewModel::changed, this, &RecipeForm::update);
    retranslate();
}

QWidget* RecipeForm::makeEditor(const Spec& spec)
{
    const QString key = QLatin1String(spec.key);
    const auto assign = [this, key](const QString& value) {
        if (!m_showing)
            m_viewModel.assign(key, value);
    };
    switch (spec.kind) {
    case Kind::Whole: {
        auto* spin = new QSpinBox;
        spin->setRange(spec.least, spec.most);
        spin->setGroupSeparatorShown(true);
        connect(spin, &QSpinBox::valueChanged, this, [assign](int value) { assign(QString::number(value)); });
        return spin;
    }
    case Kind::Percent: {
        auto* spin = new QDoubleSpinBox;
        spin->setRange(0, 100);
        spin->setDecimals(1);
        spin->setSuffix(QStringLiteral(" %"));
        connect(spin, &QDoubleSpinBox::valueChanged, this, [assign](double value) {
            assign(QString::number(value / 100, 'g', QLocale::FloatingPointShortest));
        });
        return spin;
    }
    case Kind::Number: {
        auto* edit = new QLineEdit;
        const bool mayBeEmpty = spec.special != nullptr;
        connect(edit, &QLineEdit::textEdited, this, [assign, mayBeEmpty](const QString& text) {
            assign(text.trimmed().isEmpty() && mayBeEmpty ? QStringLiteral("model") : text.trimmed());
        });
        return edit;
    }
    case Kind::Choice: {
        auto* combo = new QComboBox;
        for (const auto& [value, text] : spec.choices)
            combo->addItem(text(), QLatin1String(value));
        connect(combo, &QComboBox::activated, this,
                [assign, combo](int index) { assign(combo->itemData(index).toString()); });
        return combo;
    }
    }
    return nullptr;
}

FormField* RecipeForm::field(const char* key) const
{
    const auto found = std::ranges::find_if(
        m_entries, [key](const Entry& entry) { return std::string_view(entry.spec.key) == key; });
    return found == m_entries.end() ? nullptr : found->field;
}

void RecipeForm::retranslate()
{
    for (const Entry& entry : m_entries) {
        entry.field->setLabel(entry.spec.label());
        if (entry.spec.hint)
            entry.field->setHint(entry.spec.hint());
        if (auto* spin = qobject_cast<QSpinBox*>(entry.editor); spin && entry.spec.special)
            spin->setSpecialValueText(entry.spec.special());
        if (auto* edit = qobject_cast<QLineEdit*>(entry.editor); edit && entry.spec.special)
            edit->setPlaceholderText(entry.spec.special());
        if (auto* combo = qobject_cast<QComboBox*>(entry.editor)) {
            for (int i = 0; i < int(entry.spec.choices.size()); ++i)
                combo->setItemText(i, entry.spec.choices[std::size_t(i)].second());
        }
    }
    update();
}

void RecipeForm::update()
{
    m_showing = true;
    for (const Entry& entry : m_entries)
        show(entry);
    m_showing = false;
}

void RecipeForm::show(const Entry& entry)
{
    const QString key = QLatin1String(entry.spec.key);
    const QString problem = m_viewModel.problem(key);
    entry.field->setError(problem);
    if (entry.spec.state) {
        const QString state = entry.spec.state(m_viewModel.recipe());
        entry.field->setHint(!state.isEmpty() ? state : entry.spec.hint ? entry.spec.hint() : QString());
    }
    // what is being typed is the person's
    if (!problem.isEmpty())
        return;
    const QString value = recipeValue(m_viewModel.recipe(), entry.spec.key);
    if (auto* spin = qobject_cast<QSpinBox*>(entry.editor)) {
        const int number = int(std::clamp<qlonglong>(value.toLongLong(), spin->minimum(), spin->maximum()));
        if (spin->value() != number)
            spin->setValue(number);
    } else if (auto* percent = qobject_cast<QDoubleSpinBox*>(entry.editor)) {
        if (std::abs(percent->value() - value.toDouble() * 100) > 0.05)
            percent->setValue(value.toDouble() * 100);
    } else if (auto* edit = qobject_cast<QLineEdit*>(entry.editor)) {
        const QString text = value == QLatin1String("model") ? QString() : value;
        if (!edit->hasFocus() && edit->text() != text)
            edit->setText(text);
    } else if (auto* combo = qobject_cast<QComboBox*>(entry.editor)) {
        combo->setCurrentIndex(combo->findData(value));
    }
}

} // namespace lepton::ui
