// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLayout;

namespace lepton::ui {

/// The scrolling content of a page, with the page's margins. The bar stands in the right margin, so that
/// cards keep the right edge of the header whether there is a bar or not.
class PageScroll final : public QScrollArea
{
    Q_OBJECT

public:
    enum class Below
    {
        Rule,
        Header
    }; ///< a header has its own space below its title

    /// Takes @p content, whose margins and spacing it sets.
    explicit PageScroll(QLayout* content, QWidget* parent = nullptr, Below below = Below::Rule);
};

} // namespace lepton::ui
