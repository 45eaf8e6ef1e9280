// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"

#include <QRadioButton>

#include <map>
#include <optional>
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

    /// The share of the tokens of the texts that the model has no word for.
    void setUnknownShare(std::optional<double> share);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }

private:
    void describe();

    QString m_size;     ///< "22.7 M"
    QString m_facts;    ///< "6 layers, 384 wide"
    QString m_longest;  ///< "512", tokens
    QString m_fit;      ///< "0.1 % of the tokens unknown"; empty: not known yet
    bool m_fits = true; ///< it knows enough of the texts
};

/// The base models side by side, one of them chosen. Arrow keys go from one to the next.
class BaseModelCards final : public QWidget
{
    Q_OBJECT

public:
    explicit BaseModelCards(QWidget* parent = nullptr);

    /// Shows @p models in this order; keeps the cards where nothing changed. Emits nothing.
    void setModels(const std::vector<train::BaseModel>& models, const train::BaseModelId& chosen);
    /// By model; of those that are not there it is not known.
    void setUnknownShares(const std::map<train::BaseModelId, double>& shares);
    /// Builds the cards anew, in the language of now.
    void retranslate();

Q_SIGNALS:
    void chosen(const lepton::train::BaseModelId& id);

private:
    void rebuild();
    void showUnknown();

    std::vector<train::BaseModel> m_models;
    train::BaseModelId m_chosen;
    std::map<train::BaseModelId, double> m_unknown;
    std::vector<BaseModelCard*> m_cards;
    QButtonGroup* m_group;
    QGridLayout* m_grid;
};

} // namespace lepton::ui
