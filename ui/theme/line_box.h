// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QTextBlock;

namespace lepton::ui::theme {

/// What one line of text takes, in pixels, whatever letters stand in it.
struct LineBox
{
    int ascent = 0;
    int descent = 0;

    int height() const noexcept { return ascent + descent; }
};

/// The line of @p font in the language of the window. Chinese letters come from another font and are taller
/// than Latin ones: in Chinese every line has room for them, so that both stand on one base line.
LineBox lineBox(const QFont& font);

/// Of every line of @p block of a document, whatever letters stand in it.
void setLineHeight(const QTextBlock& block, int height);

} // namespace lepton::ui::theme
