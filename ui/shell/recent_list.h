// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QVBoxLayout;

namespace lepton::ui {

class TextLabel;

/// A folder that was open before.
struct RecentWorkspace
{
    QString folder;
    QString name;
};

/// The workspaces that were open before, each to be opened again or taken off the list.
class RecentList final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentList(QWidget* parent = nullptr);

    void setRecent(const QList<RecentWorkspace>& recent);
    void retranslate();

Q_SIGNALS:
    void openRequested(const QString& folder);
    void forgetRequested(const QString& folder);

private:
    void fill();
    QWidget* makeEmpty();
    QWidget* makeRow(const RecentWorkspace& recent);

    QList<RecentWorkspace> m_recent;
    TextLabel* m_title;
    QVBoxLayout* m_rows;
};

} // namespace lepton::ui
