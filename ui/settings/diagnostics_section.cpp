// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/diagnostics_section.h"

#include "ui/settings/fact_grid.h"
#include "ui/widgets/button.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr std::size_t logLines = 200;
constexpr int logHeight = 220;

} // namespace

DiagnosticsSection::DiagnosticsSection(SettingsSources sources, QWidget* parent)
    : SettingsSection(parent)
    , m_sources(std::move(sources))
    , m_facts(new FactGrid(this))
    , m_copy(new Button(ButtonKind::Secondary, this))
    , m_logTitle(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_log(new QPlainTextEdit(this))
{
    m_copy->setObjectName(QStringLiteral("settings.diagnostics.copy.button"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_log->setObjectName(QStringLiteral("settings.diagnostics.log"));
    m_log->setReadOnly(true);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setFont(theme::font(theme::Step::Code));
    m_log->setMinimumHeight(logHeight);
    m_log->setTabChangesFocus(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addWidget(m_facts);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addSpacing(theme::gap8);
    layout->addWidget(m_logTitle);
    layout->addWidget(m_log, 1);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            (m_copied + QStringList{m_log->toPlainText()}).join(QLatin1Char('\n')));
        m_copy->setText(tr("Copied"));
    });
    retranslate();
}

void DiagnosticsSection::retranslate()
{
    m_copy->setText(tr("Copy all"));
    m_logTitle->setText(tr("End of the log"));
    m_log->setAccessibleName(tr("End of the log"));
    show();
}

void DiagnosticsSection::refresh()
{
    m_read.run(
        [versions = m_sources.versions, device = m_sources.device, logTail = m_sources.logTail] {
            return Answer{versions(), device(), logTail(logLines)};
        },
        [this](Answer answer) {
            m_answer = std::move(answer);
            show();
        },
        [this](const base::Error& error) {
            m_answer.log = {error.message()};
            show();
        });
}

void DiagnosticsSection::show()
{
    m_facts->clear();
    m_copied.clear();
    const auto add = [this](const QString& name, const QString& value) {
        m_facts->add(name, value);
        m_copied << QStringLiteral("%1: %2").arg(name, value);
    };
    for (const VersionFact& fact : m_answer.versions)
        add(fact.name, fact.value);
    if (!m_answer.device.isEmpty())
        add(tr("Device"), m_answer.device);
    add(tr("Catalog"), QString::fromStdString((m_sources.workspace.folder / "catalog.db").string()));
    const bool shared = m_sources.workspace.journalMode == store::JournalMode::Shared;
    add(tr("Journal"),
        shared ? QStringLiteral("DELETE, synchronous=EXTRA") : QStringLiteral("WAL, synchronous=FULL"));
    add(tr("Schema of the catalog"), QLocale().toString(m_sources.workspace.schemaVersion));
    const StallFigures stall = m_sources.stall();
    add(tr("Longest stall"), tr("%1 ms").arg(QLocale().toString(stall.maximum, 'f', 1)));
    add(tr("Stall at 99.9 %"), tr("%1 ms").arg(QLocale().toString(stall.p999, 'f', 1)));

    m_log->setPlainText(stringList(m_answer.log).join(QLatin1Char('\n')));
    m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

} // namespace lepton::ui
