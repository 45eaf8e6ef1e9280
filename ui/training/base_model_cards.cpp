// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/base_model_cards.h"

#include "train/model_checks.h"
#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/training_text.h"
#include "ui/widgets/paint.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr int cardsInRow = 3;
constexpr int indicator = 16;
constexpr int fitIcon = 12;

/// What is shown of a model; when it changed there is another card.
auto shown(const train::BaseModel& model)
{
    const auto& facts = model.facts.model;
    return std::tuple(model.id, model.name, facts.layers, facts.hiddenSize, facts.parameters,
                      facts.maxPositions);
}

} // namespace

BaseModelCard::BaseModelCard(const train::BaseModel& model, QWidget* parent)
    : QRadioButton(DatasetText::from(model.name), parent)
{
    const auto& facts = model.facts.model;
    m_size = TrainingText::parameters(facts.parameters);
    m_facts =
        tr("%1 layers, %2 wide").arg(DatasetText::count(facts.layers), DatasetText::count(facts.hiddenSize));
    setObjectName(QStringLiteral("newRun.baseModel.") + text());
    setAccessibleName(text());
    m_longest = DatasetText::count(facts.maxPositions);
    describe();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BaseModelCard::setUnknownShare(std::optional<double> share)
{
    m_fits = !share || *share <= train::manyUnknown;
    m_fit =
        share ? tr("%1 % of the tokens unknown").arg(QLocale().toString(*share * 100, 'f', 1)) : QString();
    describe();
    update();
}

void BaseModelCard::describe()
{
    const QString what = tr("%1 parameters, %2, at most %3 tokens").arg(m_size, m_facts, m_longest);
    setAccessibleDescription(
        m_fit.isEmpty() ? what
                        : tr("%1; %2", "what a model is, how well it fits the texts").arg(what, m_fit));
    setToolTip(text() + QLatin1Char('\n') + accessibleDescription());
}

QSize BaseModelCard::sizeHint() const
{
    const int small = QFontMetrics(theme::font(theme::Step::Small)).height();
    return {240, QFontMetrics(theme::font(theme::Step::Strong)).height() + 2 * (small + theme::gap4) +
                     2 * theme::gap8};
}

void BaseModelCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const qreal border = on ? 1.5 : 1;
    painter.setPen(QPen(theme::color(on             ? theme::Role::Accent
                                     : underMouse() ? theme::Role::Ctrl
                                                    : theme::Role::Line2),
                        border));
    painter.setBrush(theme::color(on ? theme::Role::Sel : theme::Role::Surface));
    const qreal inset = border / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme::radiusCard,
                            theme::radiusCard);

    QStyleOptionButton option;
    initStyleOption(&option);
    const QFontMetrics strong(theme::font(theme::Step::Strong));
    const QFontMetrics small(theme::font(theme::Step::Small));
    const int line = small.height() + theme::gap4;
    const int top = (height() - strong.height() - 2 * line) / 2;
    option.rect = QRect(theme::gap12, top + (strong.height() - indicator) / 2, indicator, indicator);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    const int left = theme::gap12 + indicator + theme::gap8;
    const int right = width() - theme::gap12;
    painter.setFont(theme::font(theme::Step::Small));
    painter.setPen(theme::color(theme::Role::Text2));
    const int sizeWidth = small.horizontalAdvance(m_size);
    paintText(painter, QRect(right - sizeWidth, top, sizeWidth, strong.height()),
              Qt::AlignLeft | Qt::AlignVCenter, m_size);
    const QRect facts(left, top + strong.height() + theme::gap4, right - left, small.height());
    paintText(painter, facts, Qt::AlignLeft | Qt::AlignVCenter,
              small.elidedText(m_facts, Qt::ElideRight, facts.width()));
    if (!m_fit.isEmpty()) {
        const QRect fit = facts.translated(0, line);
        const theme::Role tone = m_fits ? theme::Role::Good : theme::Role::WarnText;
        painter.drawPixmap(fit.left(), fit.center().y() - fitIcon / 2,
                           theme::pixmap(m_fits ? QStringLiteral("check") : QStringLiteral("warning"), tone,
                                         fitIcon, devicePixelRatioF()));
        const QRect words = fit.adjusted(fitIcon + theme::gap4, 0, 0, 0);
        painter.setPen(theme::color(tone));
        paintText(painter, words, Qt::AlignLeft | Qt::AlignVCenter,
                  small.elidedText(m_fit, Qt::ElideRight, words.width()));
    }
    painter.setFont(theme::font(theme::Step::Strong));
    painter.setPen(theme::color(theme::Role::Text));
    const QRect name(left, top, right - sizeWidth - theme::gap8 - left, strong.height());
    paintText(painter, name, Qt::AlignLeft | Qt::AlignVCenter,
              strong.elidedText(text(), Qt::ElideRight, name.width()));
}

BaseModelCards::BaseModelCards(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("newRun.baseModel"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(theme::gap12);
    for (int column = 0; column < cardsInRow; ++column)
        m_grid->setColumnStretch(column, 1);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) {
        m_chosen = m_models[std::size_t(index)].id;
        Q_EMIT chosen(m_chosen);
    });
}

void BaseModelCards::setModels(const std::vector<train::BaseModel>& models, const train::BaseModelId& chosen)
{
    m_chosen = chosen;
    if (!std::ranges::equal(models, m_models, {}, shown, shown)) {
        m_models = models;
        rebuild();
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (m_models[i].id == chosen)
            m_cards[i]->setChecked(true);
    }
}

void BaseModelCards::setUnknownShares(const std::map<train::BaseModelId, double>& shares)
{
    if (m_unknown == shares)
        return;
    m_unknown = shares;
    showUnknown();
}

void BaseModelCards::showUnknown()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const auto share = m_unknown.find(m_models[i].id);
        m_cards[i]->setUnknownShare(share == m_unknown.end() ? std::nullopt : std::optional(share->second));
    }
}

void BaseModelCards::retranslate()
{
    rebuild();
    setModels(m_models, m_chosen);
}

void BaseModelCards::rebuild()
{
    for (BaseModelCard* card : m_cards)
        card->deleteLater();
    m_cards.clear();
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        auto* card = new BaseModelCard(m_models[i], this);
        m_group->addButton(card, int(i));
        m_grid->addWidget(card, int(i) / cardsInRow, int(i) % cardsInRow);
        m_cards.push_back(card);
        card->setVisible(true);
    }
    showUnknown();
}

} // namespace lepton::ui
