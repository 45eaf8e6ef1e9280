// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QBoxLayout;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace lepton::base {
class Error;
}

namespace lepton::ui {

class InlineBanner;
class ModelsSide;
class PageHeader;
class Skeleton;
class StickyColumn;

/// What the pages of one model share: requests and versions at the left, the header, and below it what is
/// being read, why it cannot be shown, or two columns: evidence, and the facts and decisions beside it, which
/// stand above it where there is no room.
class ModelFrame final : public QWidget
{
    Q_OBJECT

public:
    /// The names of its parts begin with @p page: "review".
    explicit ModelFrame(const QString& page, QWidget* parent = nullptr);

    ModelsSide& side() noexcept { return *m_side; }
    PageHeader& header() noexcept { return *m_header; }
    /// The parents of what is added below: a card that is made without one takes its style once more.
    QWidget* evidence() const;
    QWidget* facts() const noexcept { return m_facts; }
    /// Over both columns.
    void addBanner(QWidget* banner);
    void addEvidence(QWidget* card);
    void addFacts(QWidget* card);

    void setLoadingSentence(const QString& sentence);
    /// @p news: as Skeleton::setNews().
    void setLoadingNews(std::function<QString()> news);
    void showLoading();
    void showFailure(const QString& title, const base::Error& error);
    void showContent();
    /// Scrolls to @p card, one of the evidence; null: to the first.
    void showFrom(const QWidget* card);

Q_SIGNALS:
    void readAgainWanted();
    void allModelsWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QScrollArea* buildContent();
    QWidget* buildFailure();

    ModelsSide* m_side;
    PageHeader* m_header;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    InlineBanner* m_failed;
    QVBoxLayout* m_banners;
    QVBoxLayout* m_evidence;
    QWidget* m_facts;
    QVBoxLayout* m_factsLayout;
    StickyColumn* m_factsColumn;
    QBoxLayout* m_columns;
    QScrollArea* m_content;
    QWidget* m_failure;
};

} // namespace lepton::ui
