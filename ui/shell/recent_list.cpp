// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_list.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

QString nativeFolder(const QString& folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

} // namespace

RecentList::RecentList(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(theme::Step::CardTitle, theme::Role::Text, this))
    , m_rows(new QVBoxLayout)
{
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::gap8);
    lines->addWidget(m_title);
    m_rows->setSpacing(theme::gap4);
    lines->addLayout(m_rows);
    lines->addStretch();
    retranslate();
}

void RecentList::setRecent(const QList<RecentWorkspace>& recent)
{
    m_recent = recent;
    fill();
}

void RecentList::retranslate()
{
    m_title->setText(tr("Recent workspaces"));
    fill();
}

void RecentList::fill()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_recent.isEmpty())
        m_rows->addWidget(makeEmpty());
    for (const RecentWorkspace& recent : m_recent)
        m_rows->addWidget(makeRow(recent));
}

QWidget* RecentList::makeEmpty()
{
    auto* box = new QFrame(this);
    box->setProperty("card", QStringLiteral("dashed"));
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(theme::gap16, theme::gap16, theme::gap16, theme::gap16);
    line->addWidget(new IconLabel(QStringLiteral("folder"), theme::Role::Text2, 16, box));
    line->addWidget(new TextLabel(tr("None yet. The ones you open are listed here."), theme::Step::Body,
                                  theme::Role::Text2, box),
                    1);
    return box;
}

QWidget* RecentList::makeRow(const RecentWorkspace& recent)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::gap8);
    auto* open = new Button(recent.name.isEmpty() ? QDir(recent.folder).dirName() : recent.name,
                            ButtonKind::Link, row);
    open->setIconName(QStringLiteral("folder"));
    open->setObjectName(QStringLiteral("welcome.recent.button"));
    open->setMaximumWidth(220);
    auto* folder = new TextLabel(nativeFolder(recent.folder), theme::Step::Small, theme::Role::Text2, row);
    folder->setElided(true, Qt::ElideMiddle);
    auto* forget = new IconButton(QStringLiteral("close"), 24, row);
    forget->setIconSize(QSize(12, 12));
    forget->setLabel(tr("Remove “%1” from this list").arg(open->text()));
    line->addWidget(open);
    line->addWidget(folder);
    line->addStretch();
    line->addWidget(forget);
    connect(open, &QPushButton::clicked, this,
            [this, place = recent.folder] { Q_EMIT openRequested(place); });
    connect(
        forget, &QToolButton::clicked, this, [this, place = recent.folder] { Q_EMIT forgetRequested(place); },
        Qt::QueuedConnection);
    return row;
}

} // namespace lepton::ui
