// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/chip_strip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/text_label.h"

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int widestChip = 220;
constexpr int chipPadding = 48; ///< padding, gap and cross

} // namespace

ChipStrip::ChipStrip(QWidget* parent)
    : QWidget(parent)
    , m_rest(new TextLabel(theme::Step::Small, theme::Role::Text2, this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_rest->hide();
}

void ChipStrip::setChips(const QStringList& texts)
{
    if (texts == m_texts)
        return;
    for (FilterChip* chip : m_chips) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_texts = texts;
    const QFontMetrics metrics(theme::font(theme::Step::Body, QFont::Medium));
    for (int i = 0; i < texts.size(); ++i) {
        const QString shown = metrics.elidedText(texts[i], Qt::ElideMiddle, widestChip - chipPadding);
        auto* chip = new FilterChip(shown, tr("Remove the condition %1").arg(texts[i]), this);
        chip->setObjectName(QStringLiteral("table.filter.chip.%1").arg(i));
        connect(chip, &QPushButton::clicked, this, [this, i] { Q_EMIT removed(i); });
        m_chips.push_back(chip);
    }
    updateGeometry();
    arrange();
}

QSize ChipStrip::sizeHint() const
{
    int width = 0;
    for (const FilterChip* chip : m_chips)
        width += chip->sizeHint().width() + theme::gap8;
    return {width, theme::filterHeight};
}

QSize ChipStrip::minimumSizeHint() const
{
    return {0, theme::filterHeight};
}

void ChipStrip::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ChipStrip::arrange()
{
    const int restWidth = m_chips.size() > 1 ? theme::gap32 : 0;
    int x = 0;
    std::size_t shown = 0;
    for (FilterChip* chip : m_chips) {
        const int width = chip->sizeHint().width();
        const bool last = shown + 1 == m_chips.size();
        const bool fits = x + width + (last ? 0 : restWidth) <= this->width();
        if (!fits || (shown > 0 && m_chips[shown - 1]->isHidden())) {
            chip->hide();
            break;
        }
        chip->setGeometry(x, 0, width, theme::filterHeight);
        chip->show();
        x += width + theme::gap8;
        ++shown;
    }
    for (std::size_t i = shown; i < m_chips.size(); ++i)
        m_chips[i]->hide();
    const std::size_t rest = m_chips.size() - shown;
    m_rest->setVisible(rest > 0 && this->width() >= restWidth);
    if (rest > 0) {
        m_rest->setText(QStringLiteral("+%1").arg(rest));
        const QString hidden = m_texts.mid(static_cast<qsizetype>(shown)).join(u'\n');
        m_rest->setToolTip(hidden);
        m_rest->setAccessibleDescription(hidden);
        m_rest->setGeometry(x, 0, theme::gap32, theme::filterHeight);
    }
}

} // namespace lepton::ui
