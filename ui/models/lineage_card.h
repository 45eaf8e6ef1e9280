// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/review_facts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/route.h"

#include <QAbstractButton>

#include <array>

namespace lepton::ui {

/// One box of the lineage: icon and name, a line, and the hash. A click opens its page.
class LineageBox final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LineageBox(QWidget* parent = nullptr);

    /// @p isSubject: it is what the request is about.
    void setStep(const LineageStep& step, bool isSubject);
    const Route& route() const { return m_route; }
    QSize sizeHint() const override;
    /// A name that one line does not hold takes two.
    bool needsTwoLines() const;
    void setTwoLines(bool two);

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QStringList titleLines() const;

    QString m_icon, m_title, m_detail, m_hash;
    Route m_route;
    bool m_isSubject = false;
    int m_titleLines = 1;
};

/// From the data set over the run to the version, and what it would replace.
class LineageCard final : public Card
{
    Q_OBJECT

public:
    explicit LineageCard(QWidget* parent = nullptr);
    void setReview(const ReviewDetails& review);

Q_SIGNALS:
    void opened(const lepton::ui::Route& route);

private:
    void fitTitles();

    static constexpr std::size_t mostSteps = 4;
    std::array<LineageBox*, mostSteps> m_boxes{};
    std::array<QWidget*, mostSteps> m_arrows{}; ///< before each box; none before the first
};

} // namespace lepton::ui
