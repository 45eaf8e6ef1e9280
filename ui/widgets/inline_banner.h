// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;

namespace lepton::ui {

class Button;
class IconLabel;
class TextLabel;

/// Error (bad), Caution (warn), Fact (neutral), Fits (good).
enum class BannerKind
{
    Error,
    Caution,
    Fact,
    Fits
};

/// Icon, a bold title, a sentence, and few actions, in the place of what it speaks of.
class InlineBanner : public QFrame
{
    Q_OBJECT

public:
    explicit InlineBanner(BannerKind kind = BannerKind::Error, QWidget* parent = nullptr);

    void setKind(BannerKind kind);
    /// For one that stands directly above the content of a page: a gap that is gone with it.
    void setGapBelow();
    /// @p title may be empty. Announced politely when the banner is visible.
    void setText(const QString& title, const QString& sentence);
    /// The sentence of @p error in the language of the window.
    void setError(const QString& title, const base::Error& error);
    /// Adds a small button; at most two, three for a question that can be put off.
    Button* addAction(const QString& text, std::function<void()> action);
    void clearActions();

    QString sentence() const;

private:
    BannerKind m_kind;
    IconLabel* m_icon;
    TextLabel* m_text;
    QHBoxLayout* m_actions;
};

} // namespace lepton::ui
