// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/standards_section.h"

#include "ui/settings/standard_editor.h"
#include "ui/settings/standard_list_model.h"
#include "ui/settings/standard_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr int mostStandards = 12; // shown without scrolling

/// What a new one begins with: a gate of each kind that most departments ask for.
registry::Standard proposal(const StandardFacts& facts)
{
    registry::Standard standard = registry::builtInStandard();
    standard.name = "standard";
    standard.version = 1;
    if (facts.self)
        standard.department = facts.self->department;
    standard.production.gates = {
        registry::MetricGate{"macro_f1", MetricBound::AtLeast, 0.8, 1},
        registry::MetricGate{"macro_f1", MetricBound::NotBelowProductionBy, 0.005, 1},
        registry::LeakageGate{0}, registry::RepeatableGate{}};
    return standard;
}

} // namespace

StandardsSection::StandardsSection(std::shared_ptr<StandardsBackend> backend, QWidget* parent)
    : SettingsSection(parent)
    , m_backend(std::move(backend))
    , m_model(new StandardListModel(this))
    , m_list(new QWidget)
    , m_intro(new TextLabel(theme::Step::Body, theme::Role::Text2))
    , m_banner(new InlineBanner(BannerKind::Error))
    , m_new(new Button(ButtonKind::Primary))
    , m_open(new Button(ButtonKind::Secondary))
    , m_skeleton(new Skeleton)
    , m_table(new DataTable)
{
    m_banner->setObjectName(QStringLiteral("settings.standards.banner"));
    m_banner->hide();
    m_new->setObjectName(QStringLiteral("settings.standards.new.button"));
    m_new->setIconName(QStringLiteral("plus"));
    m_open->setObjectName(QStringLiteral("settings.standards.open.button"));
    m_table->setObjectName(QStringLiteral("settings.standards.table"));
    m_intro->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setRowHeight(theme::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(StandardListModel::StateColumn, new ChipDelegate(m_table));
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(StandardListModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(StandardListModel::ProductionColumn, 184);
    header->resizeSection(StandardListModel::StagingColumn, 184);
    header->resizeSection(StandardListModel::PublishedColumn, 144);
    header->resizeSection(StandardListModel::StateColumn, 128);
    m_skeleton->setRowHeight(theme::rowTwoLines);
    m_skeleton->setMinimumHeight(2 * theme::rowTwoLines);

    auto* actions = new QHBoxLayout;
    actions->setSpacing(theme::gap8);
    actions->addWidget(m_open);
    actions->addStretch();
    actions->addWidget(m_new);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::gap12);
    lines->addWidget(m_intro);
    lines->addWidget(m_banner);
    lines->addLayout(actions);
    lines->addWidget(m_skeleton);
    lines->addWidget(m_table);
    lines->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);

    connect(m_new, &QPushButton::clicked, this, &StandardsSection::openNew);
    connect(m_open, &QPushButton::clicked, this, &StandardsSection::openCurrent);
    connect(m_table, &QAbstractItemView::activated, this, &StandardsSection::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StandardsSection::update);
    m_table->hide();
    m_skeleton->start();
    retranslate();
}

void StandardsSection::retranslate()
{
    m_intro->setText(tr(
        "What a version of a model must show before it goes to staging or production, and who approves it. "
        "A department's admins publish its standards; each version is signed. Requests are held to the "
        "newest version that is for their model."));
    m_new->setText(tr("New standard"));
    m_skeleton->setSentence(tr("The standards are being read."));
    m_table->setAccessibleName(tr("Standards"));
    m_model->retranslate();
    if (m_editor) { // its words are those of the language it was made in
        const QString text = m_editor->text();
        makeEditor();
        m_editor->edit(text, m_isNext);
    }
    update();
}

void StandardsSection::refresh()
{
    m_read.run([backend = m_backend] { return backend->facts(); },
               [this](StandardFacts facts) {
                   m_facts = std::move(facts);
                   m_isRead = true;
                   m_error.reset();
                   m_model->setFacts(m_facts);
                   if (m_editor)
                       m_editor->setFacts(m_facts);
                   update();
               },
               [this](const base::Error& error) {
                   m_error = error;
                   update();
               });
}

bool StandardsSection::isSettled() const
{
    return !m_read.isRunning() && (!m_editor || m_editor->isSettled());
}

void StandardsSection::update()
{
    if (m_isRead || m_error) {
        m_skeleton->stop();
        m_skeleton->hide();
    }
    m_table->setVisible(m_isRead);
    m_table->setFixedHeight(theme::tableHeaderHeight +
                            std::clamp(m_model->rowCount(), 1, mostStandards) * theme::rowTwoLines);
    m_banner->setVisible(m_error.has_value());
    if (m_error) {
        m_banner->setError(tr("The standards could not be read."), *m_error);
        m_banner->clearActions();
        m_banner->addAction(tr("Try again"), [this] { refresh(); });
    }
    const auto rows = m_table->selectionModel()->selectedRows();
    const bool isNewest = !rows.isEmpty() && m_model->isNewest(rows.front().row());
    const auto* record = rows.isEmpty() ? nullptr : m_model->at(rows.front());
    m_open->setText(isNewest && record && record->event > 0 ? tr("Edit the next version") : tr("Open"));
    m_open->setDisabledReason(record ? QString() : tr("Choose a standard in the list first."));
    m_new->setDisabledReason(m_isRead ? QString() : tr("The standards are being read."));
}

void StandardsSection::makeEditor()
{
    if (m_editor) {
        m_editor->hide();
        m_editor->deleteLater();
    }
    m_editor = new StandardEditor(m_backend);
    m_editor->setFacts(m_facts);
    layout()->addWidget(m_editor);
    m_list->hide();
    m_editor->show();
    connect(m_editor, &StandardEditor::closeRequested, this, &StandardsSection::showList);
    connect(m_editor, &StandardEditor::published, this, [this](const QString& sentence) {
        showList();
        refresh();
        Q_EMIT changed(sentence, {});
    });
}

void StandardsSection::showList()
{
    if (m_editor) {
        m_editor->hide();
        m_editor->deleteLater();
        m_editor = nullptr;
    }
    m_list->show();
    m_table->setFocus(Qt::OtherFocusReason);
}

void StandardsSection::openNew()
{
    m_isNext = false;
    makeEditor();
    m_editor->edit(StandardText::json(proposal(m_facts)), false);
}

void StandardsSection::openCurrent()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const auto* record = rows.isEmpty() ? nullptr : m_model->at(rows.front());
    if (!record)
        return;
    registry::Standard standard = record->standard;
    m_isNext = record->event > 0;
    if (m_isNext) { // an older version is where one goes back to: published again, it is the newest
        for (const auto& other : m_facts.standards) {
            if (other.standard.name == standard.name)
                standard.version = std::max(standard.version, other.standard.version + 1);
        }
    } else {
        standard.name = "standard";
    }
    makeEditor();
    m_editor->edit(StandardText::json(standard), m_isNext);
}

std::vector<Scene> StandardsSection::scenes()
{
    return {{QStringLiteral("editor"), [this] { openNew(); }, [this] { showList(); }},
            {QStringLiteral("trial"),
             [this] {
                 openNew();
                 m_editor->tryOut();
             },
             [this] { showList(); }}};
}

} // namespace lepton::ui
