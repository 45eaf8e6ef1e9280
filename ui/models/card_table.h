// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_table_model.h"

#include <optional>
#include <string>

namespace lepton::ui {

class Card;
class DataTable;

/// A small table in a card: its columns share the width that is there, nothing scrolls sideways.
DataTable* makeCardTable(const QString& name, QAbstractItemModel* model, QWidget* parent);
/// Lets @p content reach the edges of the card.
void fillBody(Card& card, QWidget* content);
/// As high as its rows, at most @p mostRows of them; then it scrolls.
void fitHeight(DataTable& table, int mostRows);
/// Pixels for the name of a class before a figure.
inline constexpr int widestClass = 56;
/// A figure from 0 to 1, behind the class that it is of, of which so many pixels are shown; 0: the
/// tip alone has it.
TableCell scoreCell(std::optional<double> value, const std::string& label, bool isStrong,
                    int classWidth = widestClass);
/// The arrow tells the direction, the colour whether that is better.
TableCell changeCell(std::optional<double> before, std::optional<double> after, bool isHigherBetter);

} // namespace lepton::ui
