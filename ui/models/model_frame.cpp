// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_frame.h"

#include "ui/models/models_side.h"
#include "ui/models/sticky_column.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {
namespace {

constexpr int factsWidth = 296;
/// Below this width the facts stand above the evidence.
constexpr int wideFrom = 900;

} // namespace

ModelFrame::ModelFrame(const QString& page, QWidget* parent)
    : QWidget(parent)
    , m_side(new ModelsSide(page + QStringLiteral(".side"), this))
    , m_header(new PageHeader(this))
    , m_stack(new QStackedWidget(this))
    , m_skeleton(new Skeleton(m_stack))
    , m_failed(new InlineBanner(BannerKind::Error))
    , m_banners(new QVBoxLayout)
    , m_evidence(new QVBoxLayout)
    , m_facts(new QWidget)
    , m_factsLayout(new QVBoxLayout(m_facts))
    , m_factsColumn(nullptr)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_content(buildContent())
    , m_failure(buildFailure())
{
    m_failed->setObjectName(page + QStringLiteral(".failed"));
    for (QWidget* content : {static_cast<QWidget*>(m_skeleton), static_cast<QWidget*>(m_content), m_failure})
        m_stack->addWidget(content);
    auto* main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(m_header);
    main->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addWidget(makeRule(Qt::Vertical));
    layout->addLayout(main, 1);
    connect(m_side, &ModelsSide::allModelsRequested, this, &ModelFrame::allModelsWanted);
}

QScrollArea* ModelFrame::buildContent()
{
    m_evidence->setSpacing(theme::gap12);
    m_evidence->addStretch();
    m_factsLayout->setContentsMargins(0, 0, 0, 0);
    m_factsLayout->setSpacing(theme::gap12);
    m_factsLayout->addStretch();
    m_columns->setSpacing(theme::gap12);
    m_columns->addLayout(m_evidence, 1);
    auto* layout = new QVBoxLayout;
    auto* scroll = new PageScroll(layout, m_stack, PageScroll::Below::Header);
    m_factsColumn =
        new StickyColumn(m_facts, *scroll, scroll->widget()); // evidence moves beside the decision
    m_columns->addWidget(m_factsColumn);
    layout->addLayout(m_banners);
    layout->addLayout(m_columns, 1);
    return scroll;
}

QWidget* ModelFrame::buildFailure()
{
    auto* failure = new QWidget;
    auto* layout = new QVBoxLayout(failure);
    layout->setContentsMargins(theme::gap24, 0, theme::gap24, theme::gap24);
    layout->addWidget(m_failed);
    layout->addStretch();
    return failure;
}

QWidget* ModelFrame::evidence() const
{
    return m_content->widget();
}

void ModelFrame::addBanner(QWidget* banner)
{
    m_banners->addWidget(banner);
}

void ModelFrame::addEvidence(QWidget* card)
{
    m_evidence->insertWidget(m_evidence->count() - 1, card); // before the stretch
}

void ModelFrame::addFacts(QWidget* card)
{
    m_factsLayout->insertWidget(m_factsLayout->count() - 1, card);
}

void ModelFrame::setLoadingSentence(const QString& sentence)
{
    m_skeleton->setSentence(sentence);
}

void ModelFrame::setLoadingNews(std::function<QString()> news)
{
    m_skeleton->setNews(std::move(news));
}

void ModelFrame::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
    m_skeleton->start();
}

void ModelFrame::showFailure(const QString& title, const base::Error& error)
{
    m_skeleton->stop();
    m_failed->clearActions();
    m_failed->setError(title, error);
    m_failed->addAction(tr("Try again"), [this] { Q_EMIT readAgainWanted(); });
    m_failed->addAction(tr("All models"), [this] { Q_EMIT allModelsWanted(); });
    m_stack->setCurrentWidget(m_failure);
}

void ModelFrame::showContent()
{
    m_skeleton->stop();
    m_stack->setCurrentWidget(m_content);
}

void ModelFrame::showFrom(const QWidget* card)
{
    m_content->verticalScrollBar()->setValue(
        card ? card->mapTo(m_content->widget(), QPoint(0, -theme::gap12)).y() : 0);
}

void ModelFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() - m_side->width() >= wideFrom;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_factsColumn->setMinimumWidth(isWide ? factsWidth : 0);
    m_factsColumn->setMaximumWidth(isWide ? factsWidth : QWIDGETSIZE_MAX);
}

} // namespace lepton::ui
