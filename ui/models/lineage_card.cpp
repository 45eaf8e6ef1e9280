// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lineage_card.h"

#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_lines.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int boxHeight = 68;
constexpr int boxWidth = 116;
constexpr int boxLineHeight = 18;
constexpr int markSize = 14;

} // namespace

LineageBox::LineageBox(QWidget* parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

QSize LineageBox::sizeHint() const
{
    return {boxWidth, boxHeight + (m_titleLines - 1) * boxLineHeight};
}

QStringList LineageBox::titleLines() const
{
    const int room = width() - 2 * theme::gap8 - markSize - theme::gap4;
    return twoLines(m_title, theme::font(theme::Step::Body, QFont::DemiBold), room);
}

bool LineageBox::needsTwoLines() const
{
    return titleLines().size() > 1;
}

void LineageBox::setTwoLines(bool two)
{
    const int lines = two ? 2 : 1;
    if (lines == m_titleLines)
        return;
    m_titleLines = lines;
    updateGeometry();
    update();
}

void LineageBox::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT resized();
}

void LineageBox::setStep(const LineageStep& step, bool isSubject)
{
    using Kind = LineageStep::Kind;
    const QString name = DatasetText::from(step.name);
    m_isSubject = isSubject;
    m_hash = ModelText::hash(step.hash);
    QString whole;
    switch (step.kind) {
    case Kind::Dataset:
        m_icon = QStringLiteral("datasets");
        m_title = ModelText::version(name, step.number);
        m_detail = tr("data set");
        m_route = datasetRoute(name, step.number);
        whole = tr("Data set %1").arg(m_title);
        break;
    case Kind::Run:
        m_icon = QStringLiteral("training");
        m_title = name;
        m_detail = DatasetText::from(step.detail);
        m_route = runRoute(name);
        whole = tr("Run %1").arg(m_title);
        break;
    case Kind::Version:
        m_icon = QStringLiteral("models");
        m_title = ModelText::version(name, step.number);
        m_detail = step.source.empty() ? DatasetText::size(step.amount)
                                       : tr("imported, %1", "size").arg(DatasetText::size(step.amount));
        m_route = modelRoute(name, step.number);
        whole = tr("Version %1").arg(m_title);
        break;
    case Kind::Production:
        m_icon = QStringLiteral("deployments");
        m_title = tr("Production");
        m_detail = tr("v%1 now", "version in production").arg(step.number);
        m_route = modelRoute(name, step.number);
        whole = tr("In production: %1").arg(ModelText::version(name, step.number));
        break;
    }
    setToolTip(tr("%1, hash %2").arg(whole, DatasetText::from(step.hash)).toHtmlEscaped());
    setAccessibleName(tr("%1, hash %2").arg(whole, m_hash));
    update();
}

void LineageBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Role ground = underMouse()  ? theme::Role::Hover
                               : m_isSubject ? theme::Role::Sel
                                             : theme::Role::Surface;
    painter.setPen(QPen(theme::color(m_isSubject ? theme::Role::Accent : theme::Role::Line2), 1));
    painter.setBrush(theme::color(ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                            theme::radiusControl);
    if (hasFocus()) {
        painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::radiusControl,
                                theme::radiusControl);
    }
    QRect line = rect().adjusted(theme::gap8, 0, -theme::gap8, 0);
    line.setTop((height() - (2 + m_titleLines) * boxLineHeight) / 2);
    line.setHeight(boxLineHeight);
    painter.drawPixmap(line.x(), line.y() + (boxLineHeight - markSize) / 2,
                       theme::pixmap(m_icon, m_isSubject ? theme::Role::Accent : theme::Role::Text2, markSize,
                                     devicePixelRatioF()));
    const auto draw = [&](const QRect& area, const QFont& font, theme::Role tone, const QString& text) {
        painter.setFont(font);
        painter.setPen(theme::color(tone));
        paintText(painter, area, Qt::AlignLeft | Qt::AlignVCenter,
                  painter.fontMetrics().elidedText(text, Qt::ElideMiddle, area.width()));
    };
    const QStringList title = m_titleLines > 1 ? titleLines() : QStringList(m_title);
    for (const QString& part : title) {
        draw(line.adjusted(markSize + theme::gap4, 0, 0, 0), theme::font(theme::Step::Body, QFont::DemiBold),
             theme::Role::Text, part);
        line.translate(0, boxLineHeight);
    }
    draw(line, theme::font(theme::Step::Small), theme::Role::Text2, m_detail);
    line.translate(0, boxLineHeight);
    draw(line, theme::font(theme::Step::Code), theme::Role::Text2, m_hash);
}

void LineageBox::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LineageBox::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

LineageCard::LineageCard(QWidget* parent)
    : Card(QStringLiteral(" "), parent)
{
    setObjectName(QStringLiteral("review.lineage"));
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap4);
    for (std::size_t i = 0; i < mostSteps; ++i) {
        m_arrows[i] = new IconLabel(QStringLiteral("arrow-right"), theme::Role::Text2);
        m_boxes[i] = new LineageBox;
        m_boxes[i]->setObjectName(QStringLiteral("review.lineage.%1").arg(i));
        line->addWidget(m_arrows[i]);
        line->addWidget(m_boxes[i], 1);
        connect(m_boxes[i], &LineageBox::resized, this, &LineageCard::fitTitles);
        connect(m_boxes[i], &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT opened(m_boxes[i]->route()); });
    }
    body()->addLayout(line);
}

void LineageCard::setReview(const ReviewDetails& review)
{
    setTitle(tr("Lineage"));
    setNote(tr("from the data to what it replaces, each named by its hash"));
    for (std::size_t i = 0; i < mostSteps; ++i) {
        const bool isShown = i < review.lineage.size();
        m_boxes[i]->setVisible(isShown);
        m_arrows[i]->setVisible(isShown && i > 0);
        if (isShown)
            m_boxes[i]->setStep(review.lineage[i], review.lineage[i].kind == LineageStep::Kind::Version);
    }
    fitTitles();
}

/// All boxes are as high as the highest.
void LineageCard::fitTitles()
{
    const bool two = std::ranges::any_of(
        m_boxes, [](const LineageBox* box) { return !box->isHidden() && box->needsTwoLines(); });
    for (LineageBox* box : m_boxes)
        box->setTwoLines(two);
}

} // namespace lepton::ui
