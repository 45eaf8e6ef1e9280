// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QGridLayout;

namespace lepton::ui {

class FormField;
class NewRunViewModel;

/// Fields for keys of a recipe, at most four in a row. Each shows what the recipe holds and sets it as it is
/// changed.
class RecipeForm final : public QWidget
{
    Q_OBJECT

public:
    /// What a field looks like.
    enum class Kind
    {
        Whole,   ///< a spin box
        Percent, ///< a share as a percentage
        Number,  ///< a field that takes 2e-5 as well as 0.1
        Choice   ///< one of a few words
    };
    using Text = QString (*)();
    struct Spec
    {
        const char* key;
        Kind kind;
        Text label;
        Text hint = nullptr;
        /// In place of the hint, what the other settings make of this one; empty: the hint.
        QString (*state)(const train::Recipe&) = nullptr;
        int least = 0, most = 1'000'000; ///< Whole
        Text special = nullptr; ///< Whole: what the least one means; Number: what an empty field means
        /// Choice: values of the recipe with their texts.
        std::vector<std::pair<const char*, Text>> choices = {};
    };

    RecipeForm(NewRunViewModel& viewModel, std::vector<Spec> specs, QWidget* parent = nullptr);

    FormField* field(const char* key) const;
    void retranslate();

private:
    struct Entry
    {
        Spec spec;
        QWidget* editor;
        FormField* field;
    };

    QWidget* makeEditor(const Spec& spec);
    void update();
    void show(const Entry& entry);

    NewRunViewModel& m_viewModel;
    std::vector<Entry> m_entries;
    bool m_showing = false;
};

/// The settings that people change most, and the rest.
std::vector<RecipeForm::Spec> mainRecipeFields();
std::vector<RecipeForm::Spec> moreRecipeFields();
/// What does not change what is learnt, but where and how: seed, precision, threads.
std::vector<RecipeForm::Spec> runRecipeFields();
std::vector<RecipeForm::Spec> splitRecipeFields();

} // namespace lepton::ui
