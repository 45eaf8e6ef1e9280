// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/provenance_card.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/encoding_readings.h"
#include "ui/datasets/fact_list.h"
#include "ui/datasets/reading_text.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace lepton::ui {

namespace {

/// Rows that were left out are named one by one as far as a card has room.
constexpr std::size_t namedOnCard = 5;

} // namespace

ProvenanceCard::ProvenanceCard(QWidget* parent)
    : Card(tr("Source"), parent)
    , m_facts(new FactList)
    , m_remarks(new QVBoxLayout)
{
    setObjectName(QStringLiteral("dataset.source"));
    m_remarks->setSpacing(theme::gap4);
    body()->setSpacing(theme::gap8);
    body()->addWidget(m_facts);
    body()->addLayout(m_remarks);
}

void ProvenanceCard::setVersion(const data::DatasetVersion& version)
{
    setTitle(tr("Source"));
    const auto& provenance = version.provenance;
    m_facts->clear();
    m_facts->add(tr("File"), DatasetText::from(provenance.fileName), DatasetText::from(provenance.fileName));
    m_facts->add(tr("Size of the file"), DatasetText::size(provenance.fileBytes));
    m_facts->addCopyable(tr("SHA-256"), DatasetText::from(provenance.fileHash).left(12),
                         DatasetText::from(provenance.fileHash),
                         QStringLiteral("dataset.source.copyFileHash"));
    m_facts->add(tr("Imported by"), DatasetText::from(version.authorName));
    m_facts->add(tr("Imported"), DatasetText::fullTime(version.created));
    addReading(provenance);
    m_facts->addCopyable(tr("Content hash"), DatasetText::from(version.contentHash).left(12),
                         DatasetText::from(version.contentHash),
                         QStringLiteral("dataset.source.copyContentHash"));
    addRemarks(provenance);
}

void ProvenanceCard::addReading(const data::Provenance& provenance)
{
    const auto& detected = provenance.detected;
    switch (detected.format) {
    case data::FileFormat::Parquet:
        m_facts->add(tr("Format"), tr("Parquet"));
        return;
    case data::FileFormat::JsonLines:
        m_facts->add(tr("Format"), tr("JSON Lines"));
        return;
    case data::FileFormat::Csv:
        m_facts->add(tr("Encoding"), EncodingReadings::shortName(detected.encoding));
        m_facts->add(tr("Delimiter"), DatasetText::delimiter(detected.delimiter));
        if (!detected.compression.empty())
            m_facts->add(tr("Compression"), DatasetText::from(detected.compression));
    }
}

void ProvenanceCard::addRemarks(const data::Provenance& provenance)
{
    while (auto* item = m_remarks->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto addLine = [this](const QString& text, theme::Role tone) {
        auto* label = new TextLabel(text, theme::Step::Small, tone);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_remarks->addWidget(label);
    };
    if (provenance.skippedRowCount > 0) {
        addLine(tr("%Ln row(s) left out", nullptr, int(provenance.skippedRowCount)), theme::Role::WarnText);
        for (const QString& line : ReadingText::badRows(provenance.skippedRows, namedOnCard))
            addLine(line, theme::Role::Text2);
        if (provenance.skippedRowCount > std::int64_t(namedOnCard))
            addLine(tr("and %Ln more", "rows left out", int(provenance.skippedRowCount) - int(namedOnCard)),
                    theme::Role::Text2);
    }
    for (const auto& notice : provenance.notices)
        addLine(ReadingText::notice(notice), theme::Role::Text2);
}

} // namespace lepton::ui
