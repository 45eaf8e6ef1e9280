// SPDX-License-Identifier: GPL-3.0-or-later
// ImportViewModel: where the file goes, and what is taken over from what is there.
#include "base/text.h"
#include "ui/datasets/import_view_model.h"
#include "ui/widgets/name_rule.h"

#include <algorithm>
#include <set>

namespace lepton::ui {

namespace {

struct Catalog
{
    std::vector<data::Dataset> datasets;
    std::vector<std::string> departments;
};

} // namespace

void ImportViewModel::proposeDataset(const QString& name)
{
    m_proposed = name;
    m_target = Target::NewVersion;
    readCatalog();
}

void ImportViewModel::readCatalog()
{
    m_catalogRead.run(
        [context = m_context] {
            return Catalog{.datasets = context.datasets.store().list(),
                           .departments = context.datasets.store().departments()};
        },
        [this](Catalog catalog) {
            m_datasets = std::move(catalog.datasets);
            m_departments = std::move(catalog.departments);
            const auto wanted = m_proposed.isEmpty() ? m_newName : m_proposed;
            if (!m_targetChosen && !wanted.isEmpty()) {
                const auto key = base::caseFoldKey(wanted.toStdString());
                const auto it = std::ranges::find_if(m_datasets, [&](const data::Dataset& dataset) {
                    return base::caseFoldKey(dataset.name) == key;
                });
                m_target = it == m_datasets.end() ? Target::NewDataset : Target::NewVersion;
                if (it != m_datasets.end())
                    m_existing = it->id;
            }
            readTarget();
            Q_EMIT changed();
        },
        [this](const base::Error& error) { Q_EMIT submitFailed(error); });
}

void ImportViewModel::readTarget()
{
    m_before.reset();
    const auto* dataset = existing();
    if (m_target != Target::NewVersion || !dataset || dataset->latestVersion == 0) {
        m_targetRead.cancel();
        proposeOptions({});
        return;
    }
    struct Before
    {
        std::optional<data::DatasetVersion> version;
        std::optional<data::TakenOver> taken;
    };
    m_targetRead.run(
        [context = m_context, id = dataset->id, number = dataset->latestVersion,
         file = m_file](const base::Cancellation& cancellation) {
            Before before{.version = context.datasets.store().version(id, number), .taken = {}};
            if (before.version && !file.empty())
                before.taken = data::takeOver(file, {}, *before.version, cancellation);
            return before;
        },
        [this](Before before) {
            m_before = std::move(before.version);
            proposeOptions(std::move(before.taken));
            Q_EMIT changed();
        },
        [this](const base::Error& error) { Q_EMIT submitFailed(error); });
}

void ImportViewModel::proposeOptions(std::optional<data::TakenOver> taken)
{
    if (m_optionsChosen)
        return;
    m_taken = std::move(taken);
    const auto options = m_taken ? m_taken->options : data::ReadOptions();
    if (options == m_options)
        return;
    m_options = options;
    readBeginning();
}

std::optional<data::TakenOver> ImportViewModel::taken() const
{
    return m_taken ? std::optional(data::stillTaken(*m_taken, m_options)) : std::nullopt;
}

void ImportViewModel::setTarget(Target target)
{
    m_targetChosen = true;
    if (target == m_target)
        return;
    m_target = target;
    m_taken.reset();
    if (target == Target::NewVersion && !existing() && !m_datasets.empty())
        m_existing = m_datasets.front().id;
    readTarget();
    Q_EMIT changed();
}

void ImportViewModel::setNewName(const QString& name)
{
    if (name == m_newName)
        return;
    m_nameEdited = true;
    m_newName = name;
    Q_EMIT changed();
}

const data::Dataset* ImportViewModel::existing() const
{
    const auto it = std::ranges::find(m_datasets, m_existing, &data::Dataset::id);
    return it == m_datasets.end() ? nullptr : &*it;
}

void ImportViewModel::setExisting(const base::DatasetId& id)
{
    m_targetChosen = true;
    if (id == m_existing)
        return;
    m_existing = id;
    m_taken.reset();
    readTarget();
    Q_EMIT changed();
}

std::vector<std::string> ImportViewModel::departments() const
{
    std::set<std::string> names(m_departments.begin(), m_departments.end());
    if (!m_context.department.empty())
        names.insert(m_context.department);
    return {names.begin(), names.end()};
}

std::optional<SchemaFit> ImportViewModel::fit() const
{
    if (m_target != Target::NewVersion || !m_before || m_state != State::Ready)
        return {};
    return compareSchemas(m_before->schema, m_scan == Scan::Ready ? m_scanResult.schema : m_preview.schema);
}

QString ImportViewModel::nameProblem() const
{
    if (QString wrong = NameRule::whyNot(m_newName); !wrong.isEmpty())
        return wrong;
    const auto key = base::caseFoldKey(m_newName.toStdString());
    if (std::ranges::any_of(m_datasets, [&key](const data::Dataset& dataset) {
            return base::caseFoldKey(dataset.name) == key;
        }))
        return tr("There is a data set of this name. Choose another name, or import a new version of it.");
    return {};
}

} // namespace lepton::ui
