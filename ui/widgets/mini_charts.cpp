// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mini_charts.h"

#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

void Spark::setValues(std::vector<double> values, const QString& sentence)
{
    m_values = std::move(values);
    setAccessibleName(sentence);
    update();
}

void Spark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSpark(painter, rect(), m_values);
}

Bar::Bar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Bar::setShare(double share, const QString& sentence, theme::Role fill)
{
    m_share = share;
    m_fill = fill;
    setAccessibleName(sentence);
    update();
}

void Bar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBar(painter, rect(), m_share, m_fill);
}

void MiniHist::setCounts(std::vector<double> counts, const QString& sentence)
{
    m_counts = std::move(counts);
    setAccessibleName(sentence);
    update();
}

void MiniHist::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintHistogram(painter, rect(), m_counts);
}

Avatar::Avatar(int side, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void Avatar::setMember(const QString& name, const QString& id)
{
    m_name = name;
    m_id = id;
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_name, m_id);
}

} // namespace lepton::ui
