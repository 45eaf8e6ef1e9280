// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace lepton::ui {

/// A histogram with its two ends written under it. Painted; exposes one sentence.
class HistogramView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setBars(const QList<double>& heights, const QString& low, const QString& high,
                 const QString& sentence);
    void setBarHeight(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_heights;
    QString m_low;
    QString m_high;
    int m_barHeight = 36;
};

} // namespace lepton::ui
