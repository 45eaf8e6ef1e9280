// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"

#include <QRadioButton>

#include <vector>

class QButtonGroup;
class QGridLayout;

namespace lepton::ui {

/// One base model to start from: its name, its size, and what it is made of.
class BaseModelCard final : public QRadioButton
{
    Q_OBJECT

public:
    explicit BaseModelCard(const train::BaseModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }

private:
    QString m_size;  ///< "22.7 M"
    QString m_facts; ///< "6 layers, 384 wide"
};

/// The base models side by side, one of them chosen. Arrow keys go from one to the next.
class BaseModelCards final : public QWidget
{
    Q_OBJECT

public:
    explicit BaseModelCards(QWidget* parent = nullptr);

    /// Shows @p models in this order; keeps the cards where nothing changed. Emits nothing.
    void setModels(const std::vector<train::BaseModel>& models, const train::BaseModelId& chosen);
    /// Builds the cards anew, in the language of now.
    void retranslate();

Q_SIGNALS:
    void chosen(const lepton::train::BaseModelId& id);

private:
    void rebuild();

    std::vector<train::BaseModel> m_models;
    train::BaseModelId m_chosen;
    std::vector<BaseModelCard*> m_cards;
    QButtonGroup* m_group;
    QGridLayout* m_grid;
};

} // namespace lepton::ui
