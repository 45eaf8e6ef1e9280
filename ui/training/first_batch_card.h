// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace lepton::ui {

class Button;
class RunViewModel;
class TokenRows;

/// The first batch of a run as its model reads it, because there most failures show. Hidden where the rows
/// cannot be read any more.
class FirstBatchCard final : public Card
{
    Q_OBJECT

public:
    explicit FirstBatchCard(RunViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

private:
    void update();

    RunViewModel& m_viewModel;
    TokenRows* m_rows;
    Button* m_all;
    bool m_showsAll = false;
};

} // namespace lepton::ui
