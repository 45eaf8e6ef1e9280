// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace lepton::ui {

class TextLabel;

/// A summary on its own ground: a header with title, note and something at the right, then the body. Never
/// holds another card.
class Card : public QFrame
{
    Q_OBJECT

public:
    /// Without a title there is no header.
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// An icon of the set before the title. Once.
    void setIcon(const QString& name);
    void setNote(const QString& note);
    /// Beside the title; what belongs to it, such as a count.
    void addBesideTitle(QWidget* widget);
    /// At the right.
    void addToHeader(QWidget* widget);
    /// Margins of 16 at the sides and below; set others for tables that run from edge to edge.
    QVBoxLayout* body() const noexcept { return m_body; }

private:
    QWidget* m_header;
    QHBoxLayout* m_left;
    QHBoxLayout* m_beside;
    TextLabel* m_title;
    TextLabel* m_note;
    QHBoxLayout* m_right;
    QVBoxLayout* m_body;
};

} // namespace lepton::ui
