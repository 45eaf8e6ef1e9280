// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/first_batch_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/batch_preview_panel.h"
#include "ui/training/run_view_model.h"
#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr std::size_t rowsAtFirst = 5;

} // namespace

FirstBatchCard::FirstBatchCard(RunViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_rows(new TokenRows)
    , m_all(new Button(ButtonKind::Link))
{
    setObjectName(QStringLiteral("run.firstBatch"));
    m_rows->setObjectName(QStringLiteral("run.firstBatch.rows"));
    m_all->setObjectName(QStringLiteral("run.firstBatch.all"));
    m_all->setSmall(true);
    addToHeader(m_all);
    body()->addWidget(m_rows);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        update();
    });
    connect(&m_viewModel, &RunViewModel::firstBatchChanged, this, &FirstBatchCard::update);
    retranslate();
}

void FirstBatchCard::retranslate()
{
    setTitle(tr("First batch"));
    update();
}

void FirstBatchCard::update()
{
    const auto& batch = m_viewModel.firstBatch();
    setVisible(batch.has_value());
    if (!batch)
        return;
    const QString note = tr("%1 texts as the model reads them, padded to %2 tokens", "rows, length")
                             .arg(DatasetText::count(batch->rowCount), DatasetText::count(batch->length));
    setNote(note);
    m_rows->setBatch(*batch, m_showsAll ? batch->rows.size() : rowsAtFirst);
    m_rows->setAccessibleName(note);
    m_all->setVisible(batch->rows.size() > rowsAtFirst);
    m_all->setText(m_showsAll ? tr("Show fewer") : tr("Show %Ln rows", nullptr, int(batch->rows.size())));
}

} // namespace lepton::ui
