// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_table_model.h"
#include "ui/models/review_facts.h"
#include "ui/widgets/card.h"

#include <vector>

namespace lepton::ui {

class Avatar;
class DataTable;
class TextLabel;

/// Who asks for what, and why, in the requester's words.
class RequestCard final : public Card
{
    Q_OBJECT

public:
    explicit RequestCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

private:
    Avatar* m_avatar;
    TextLabel* m_name;
    TextLabel* m_what;
    TextLabel* m_reason;
};

/// F1 of each class, the largest loss first.
class ClassesCard final : public Card
{
    Q_OBJECT

public:
    explicit ClassesCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

private:
    CellTableModel m_model;
    DataTable* m_table;
};

/// Gates that are not of a metric, and the signatures that it takes.
class GatesCard final : public Card
{
    Q_OBJECT

public:
    explicit GatesCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

private:
    struct Line
    {
        QString icon;
        theme::Role tone;
        QString name, right;

        bool operator==(const Line&) const = default;
    };
    static std::vector<Line> linesOf(const ReviewDetails& review);
    void showLines();

    std::vector<Line> m_lines; ///< that are shown
};

/// In which settings the run differs from that of the version in production.
class RecipeCard final : public Card
{
    Q_OBJECT

public:
    explicit RecipeCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

private:
    CellTableModel m_model;
    DataTable* m_table;
    TextLabel* m_same;
};

} // namespace lepton::ui
