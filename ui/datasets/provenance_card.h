// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"
#include "ui/widgets/card.h"

namespace lepton::ui {

class FactList;

/// Where a version came from: the file, who imported it and when, how it was read, what was noticed and left
/// out.
class ProvenanceCard final : public Card
{
    Q_OBJECT

public:
    explicit ProvenanceCard(QWidget* parent = nullptr);

    void setVersion(const data::DatasetVersion& version);

private:
    void addReading(const data::Provenance& provenance);
    void addRemarks(const data::Provenance& provenance);

    FactList* m_facts;
    QVBoxLayout* m_remarks;
};

} // namespace lepton::ui
