// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

namespace lepton::ui {

/// The top of the rail: the mark, the workspace's name and kind; opens the menu of workspaces.
class WorkspaceButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit WorkspaceButton(QWidget* parent = nullptr);

    void setWorkspace(const QString& name, const QString& kind);
    void setNarrow(bool narrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_kind;
    bool m_narrow = false;
};

/// The foot of the rail: who one is, with department and roles.
class MemberFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit MemberFoot(QWidget* parent = nullptr);

    void setMember(const QString& name, const QString& id, const QString& facts);
    void setNarrow(bool narrow);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_id;
    QString m_facts;
    bool m_narrow = false;
};

} // namespace lepton::ui
