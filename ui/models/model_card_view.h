// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/model_card.h"
#include "ui/widgets/card.h"

#include <QTimer>

#include <optional>

namespace lepton::ui {

class Button;

/// The model card of a version: Markdown made of facts, with what people typed in it.
class ModelCardView final : public Card
{
    Q_OBJECT

public:
    /// @p name is the stem of the object names: "model.card".
    explicit ModelCardView(const QString& name, QWidget* parent = nullptr);

    /// Nothing: it is not read yet.
    void setCard(const std::optional<registry::CardFacts>& facts);
    /// Why the words of people cannot be changed; empty: they can.
    void setEditReason(const QString& reason);
    void retranslate();
    /// Whether what was given is shown.
    bool isSettled() const { return !m_later.isActive(); }

Q_SIGNALS:
    void editRequested();
    /// A person chose where to; @p markdown is what is shown.
    void exportRequested(const QString& file, const QString& markdown);

private:
    void chooseFile();

    QString m_fileName; ///< proposed
    QString m_markdown;
    TextLabel* m_text;
    QTimer m_later; ///< a long text far down: the page is shown before it is laid out
    Button* m_edit;
    Button* m_export;
};

} // namespace lepton::ui
