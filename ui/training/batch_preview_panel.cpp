// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/batch_preview_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/run_preview_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t previewRowsAtFirst = 3;
constexpr int tokenRowHeight = 24;
constexpr int tokenHeight = 18;
constexpr int tokenPadding = 4;
constexpr int labelWidth = 96;
constexpr std::size_t longestToolTip = 600; // characters

struct TokenLook
{
    theme::Role ground;
    theme::Role text;
};

TokenLook lookOf(train::TokenKind kind)
{
    switch (kind) {
    case train::TokenKind::Special:
        return {theme::Role::NeutralBg, theme::Role::Text3};
    case train::TokenKind::Continuation:
        return {theme::Role::AccentSoft, theme::Role::AccentText};
    case train::TokenKind::Unknown:
        return {theme::Role::WarnBg, theme::Role::WarnText};
    case train::TokenKind::Word:
        break;
    }
    return {theme::Role::Sunken, theme::Role::Text};
}

} // namespace

TokenRows::TokenRows(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TokenRows::setBatch(const train::BatchPreview& batch, std::size_t rows)
{
    m_rows.assign(batch.rows.begin(), batch.rows.begin() + std::ptrdiff_t(std::min(rows, batch.rows.size())));
    m_length = batch.length;
    updateGeometry();
    update();
}

QSize TokenRows::sizeHint() const
{
    return {480, int(m_rows.size()) * tokenRowHeight};
}

QSize TokenRows::minimumSizeHint() const
{
    return {160, int(m_rows.size()) * tokenRowHeight};
}

void TokenRows::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        paintRow(painter, m_rows[i], QRect(0, int(i) * tokenRowHeight, width(), tokenRowHeight));
}

void TokenRows::paintRow(QPainter& painter, const train::PreviewRow& row, const QRect& area) const
{
    painter.setFont(theme::font(theme::Step::Small));
    painter.setPen(theme::color(theme::Role::Text2));
    const QRect label(area.left(), area.top(), labelWidth, area.height());
    painter.drawText(
        label, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(DatasetText::from(row.label), Qt::ElideRight, labelWidth));
    painter.setFont(theme::font(theme::Step::Code));
    const QFontMetrics metrics = painter.fontMetrics();
    const std::int64_t padding = m_length - std::ssize(row.tokens);
    const QString padded =
        padding > 0 ? BatchPreviewPanel::tr("+%1 padding").arg(DatasetText::count(padding)) : QString();
    const int room = padded.isEmpty() ? 0 : metrics.horizontalAdvance(padded) + theme::gap8;
    const int more = metrics.horizontalAdvance(QStringLiteral("…"));
    int x = area.left() + labelWidth + theme::gap8;
    const int end = area.right() - room;
    const int top = area.top() + (tokenRowHeight - tokenHeight) / 2;
    for (std::size_t i = 0; i < row.tokens.size(); ++i) {
        const auto& token = row.tokens[i];
        const QString text = DatasetText::from(token.text);
        const int wide = metrics.horizontalAdvance(text) + 2 * tokenPadding;
        const bool isLast = i + 1 == row.tokens.size();
        const TokenLook look = lookOf(token.kind);
        if (x + wide > end - (isLast ? 0 : more)) {
            painter.setPen(theme::color(theme::Role::Text2));
            painter.drawText(QRect(x, area.top(), more + 1, area.height()), Qt::AlignVCenter,
                             QStringLiteral("…"));
            break;
        }
        // a piece touches the word that it goes on with
        if (i > 0 && token.kind != train::TokenKind::Continuation)
            x += 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(look.ground));
        painter.drawRoundedRect(QRect(x, top, wide, tokenHeight), theme::radiusTag, theme::radiusTag);
        painter.setPen(theme::color(look.text));
        painter.drawText(QRect(x, top, wide, tokenHeight), Qt::AlignCenter, text);
        x += wide;
    }
    if (padded.isEmpty())
        return;
    painter.setPen(theme::color(theme::Role::Text3));
    painter.drawText(QRect(area.right() - room, area.top(), room, area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, padded);
}

bool TokenRows::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto place = std::size_t(std::max(0, help->pos().y() / tokenRowHeight));
    if (place >= m_rows.size()) {
        QToolTip::hideText();
        return true;
    }
    QString text = DatasetText::from(m_rows[place].label) + QLatin1Char('\n');
    for (const auto& token : m_rows[place].tokens) {
        if (std::size_t(text.size()) > longestToolTip) {
            text += QStringLiteral("…");
            break;
        }
        text += DatasetText::from(token.text) + QLatin1Char(' ');
    }
    QToolTip::showText(help->globalPos(),
                       text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), this);
    return true;
}

BatchPreviewPanel::BatchPreviewPanel(RunPreviewViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_title(new TextLabel(theme::Step::Small))
    , m_facts(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_rows(new TokenRows)
    , m_legend(new TextLabel(theme::Step::Caption, theme::Role::Text3))
    , m_all(new Button(ButtonKind::Link))
{
    setObjectName(QStringLiteral("newRun.batch"));
    m_title->setProperty("step", QStringLiteral("smallStrong"));
    m_facts->setObjectName(QStringLiteral("newRun.batch.facts"));
    m_facts->setElided(true);
    m_rows->setObjectName(QStringLiteral("newRun.batch.rows"));
    m_legend->setElided(true);
    m_all->setSmall(true);
    m_all->setObjectName(QStringLiteral("newRun.batch.all"));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap8);
    top->addWidget(m_title);
    top->addWidget(m_facts);
    top->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme::gap8);
    foot->addWidget(m_legend);
    foot->addStretch();
    foot->addWidget(m_all);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap4);
    layout->addLayout(top);
    layout->addWidget(m_rows);
    layout->addLayout(foot);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        update();
    });
    connect(&m_viewModel, &RunPreviewViewModel::changed, this, &BatchPreviewPanel::update);
    retranslate();
}

void BatchPreviewPanel::retranslate()
{
    m_title->setText(tr("First batch, as the model reads it"));
    m_legend->setText(tr("grey: special tokens; tinted: pieces that go on with a word; amber: unknown"));
    update();
}

void BatchPreviewPanel::update()
{
    const auto& preview = m_viewModel.preview();
    const bool isThere = preview && preview->firstBatch;
    setVisible(isThere);
    if (!isThere)
        return;
    const train::BatchPreview& batch = *preview->firstBatch;
    const std::int64_t places = batch.rowCount * batch.length;
    m_facts->setText(tr("%1 texts of up to %2 tokens; padding %3 of %4 places (%5)",
                        "rows, length, padding, places, share")
                         .arg(DatasetText::count(batch.rowCount), DatasetText::count(batch.length),
                              DatasetText::count(batch.padding()), DatasetText::count(places),
                              DatasetText::share(batch.padding(), places)));
    m_rows->setBatch(batch, m_showsAll ? batch.rows.size() : previewRowsAtFirst);
    m_rows->setAccessibleName(m_facts->text());
    m_all->setVisible(batch.rows.size() > previewRowsAtFirst);
    m_all->setText(m_showsAll ? tr("Show fewer") : tr("Show %Ln rows", nullptr, int(batch.rows.size())));
}

} // namespace lepton::ui
