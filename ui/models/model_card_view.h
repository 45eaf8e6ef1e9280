// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace lepton::ui {

class Button;

/// The model card of a version: Markdown made of facts, with what people typed in it.
class ModelCardView final : public Card
{
    Q_OBJECT

public:
    /// @p name is the stem of the object names: "model.card".
    explicit ModelCardView(const QString& name, QWidget* parent = nullptr);

    void setMarkdown(const QString& markdown);
    /// Why the words of people cannot be changed; empty: they can.
    void setEditReason(const QString& reason);
    void retranslate();

Q_SIGNALS:
    void editRequested();
    void exportRequested();

private:
    QString m_markdown;
    TextLabel* m_text;
    Button* m_edit;
    Button* m_export;
};

} // namespace lepton::ui
