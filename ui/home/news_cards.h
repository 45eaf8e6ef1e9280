// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/route.h"

#include <vector>

class QVBoxLayout;

namespace lepton::ui {

class Button;
class HomeRow;
class HomeViewModel;
class TextLabel;

/// Rows of what is new, and a link to all of it. Rows that say the same as before stay.
class NewsCard : public Card
{
    Q_OBJECT

public:
    NewsCard(HomeViewModel& viewModel, const QString& name, QWidget* parent = nullptr);

    void retranslate();

Q_SIGNALS:
    void goRequested(const lepton::ui::Route& route);

protected:
    struct Words
    {
        QString title;
        QString all;     ///< of the link
        QString nothing; ///< in place of rows
    };
    /// A line of a row: icon or person at the left, two texts, a figure or time at the right.
    struct Row
    {
        QString icon;
        QString memberName; ///< instead of the icon
        QString memberId;
        QString title;
        QString line;
        QString right;
        QString rightLine;
        QString hint; ///< tooltip of what is at the right
        Route route{};

        friend bool operator==(const Row&, const Row&) = default;
    };

    HomeViewModel& viewModel() const { return m_viewModel; }
    virtual Words words() const = 0;
    virtual Route allRoute() const = 0;
    virtual std::vector<Row> rows() const = 0;

private:
    void update();
    HomeRow* makeRow(const Row& row);

    HomeViewModel& m_viewModel;
    Button* m_all;
    TextLabel* m_nothing;
    QVBoxLayout* m_rows;
    struct Shown
    {
        Row row;
        HomeRow* widget;
    };
    std::vector<Shown> m_shown;
};

/// What happened, in sentences, with person and time.
class ActivityCard final : public NewsCard
{
    Q_OBJECT

public:
    using NewsCard::NewsCard;

private:
    Words words() const override;
    Route allRoute() const override;
    std::vector<Row> rows() const override;
};

class NewDatasetsCard final : public NewsCard
{
    Q_OBJECT

public:
    using NewsCard::NewsCard;

private:
    Words words() const override;
    Route allRoute() const override;
    std::vector<Row> rows() const override;
};

/// With the score that each is chosen by.
class NewRunsCard final : public NewsCard
{
    Q_OBJECT

public:
    using NewsCard::NewsCard;

private:
    Words words() const override;
    Route allRoute() const override;
    std::vector<Row> rows() const override;
};

} // namespace lepton::ui
