// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/base_model_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/training_text.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>

namespace lepton::ui {

BaseModelListModel::BaseModelListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

bool BaseModelListModel::isNumeric(int column)
{
    return column == LayersColumn || column == WidthColumn || column == ParametersColumn ||
           column == LengthColumn || column == SizeColumn;
}

void BaseModelListModel::setModels(std::vector<train::BaseModel> models)
{
    const bool isSame =
        std::ranges::equal(models, m_models, {}, &train::BaseModel::id, &train::BaseModel::id);
    if (!isSame) {
        beginResetModel();
        m_models = std::move(models);
        endResetModel();
        return;
    }
    m_models = std::move(models);
    retranslate();
}

const train::BaseModel* BaseModelListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_models[std::size_t(index.row())] : nullptr;
}

void BaseModelListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_models.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BaseModelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_models.size());
}

int BaseModelListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BaseModelListModel::data(const QModelIndex& index, int role) const
{
    const auto* model = at(index);
    if (!model)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*model, column);
    case Qt::ToolTipRole:
        return column == ImportedColumn ? DatasetText::fullTime(model->created) : text(*model, column);
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TableDelegate::IconNameRole:
        return column == NameColumn ? QStringLiteral("models") : QString();
    case TableDelegate::SecondLineRole:
        if (column == NameColumn)
            return tr("%1, %2", "kind of model, tokeniser")
                .arg(DatasetText::from(model->facts.model.architecture).toUpper(),
                     DatasetText::from(model->facts.tokenizer));
        return {};
    case TableDelegate::ToneRole:
        return int(column == LicenceColumn || column == ImportedColumn ? theme::Role::Text2
                                                                       : theme::Role::Text);
    default:
        return {};
    }
}

QVariant BaseModelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case LayersColumn:
        return tr("Layers");
    case WidthColumn:
        return tr("Width");
    case ParametersColumn:
        return tr("Parameters");
    case LengthColumn:
        return tr("Most tokens");
    case LicenceColumn:
        return tr("Licence");
    case SizeColumn:
        return tr("Size");
    case ImportedColumn:
        return tr("Imported");
    default:
        return {};
    }
}

QString BaseModelListModel::text(const train::BaseModel& model, int column) const
{
    const auto& facts = model.facts.model;
    switch (column) {
    case NameColumn:
        return DatasetText::from(model.name);
    case LayersColumn:
        return DatasetText::count(facts.layers);
    case WidthColumn:
        return DatasetText::count(facts.hiddenSize);
    case ParametersColumn:
        return TrainingText::parameters(facts.parameters);
    case LengthColumn:
        return DatasetText::count(facts.maxPositions);
    case LicenceColumn:
        return model.facts.license.empty() ? tr("not stated") : DatasetText::from(model.facts.license);
    case SizeColumn:
        return DatasetText::size(model.bytes);
    case ImportedColumn:
        return DatasetText::when(model.created);
    default:
        return {};
    }
}

} // namespace lepton::ui
