// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/member_delegate.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

/// A delegate for a list of runs: the row of a ticked run is tinted as a selected one.
template <class Base>
class OfTickedRow : public Base
{
public:
    using Base::Base;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Text of a list of runs.
using RunTextDelegate = OfTickedRow<TableDelegate>;
/// Who started a run.
using RunMemberDelegate = OfTickedRow<MemberDelegate>;

/// The box that ticks a run.
class RunTickDelegate final : public OfTickedRow<TableDelegate>
{
    Q_OBJECT

public:
    using OfTickedRow::OfTickedRow;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The number of a run, while it is ticked the mark of its series, and its own name.
class RunNumberDelegate final : public OfTickedRow<TableDelegate>
{
    Q_OBJECT

public:
    using OfTickedRow::OfTickedRow;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

/// The state of a run: a chip, and while it runs a bar with the share done.
class RunStateDelegate final : public OfTickedRow<TableDelegate>
{
    Q_OBJECT

public:
    using OfTickedRow::OfTickedRow;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
    int contentWidth(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The curve of the metric that decides, in the colour of the run's series.
class RunCurveDelegate final : public OfTickedRow<TableDelegate>
{
    Q_OBJECT

public:
    using OfTickedRow::OfTickedRow;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

/// Tags as chips, as many as there is room for, and "+2" for the rest.
class RunTagsDelegate final : public OfTickedRow<TableDelegate>
{
    Q_OBJECT

public:
    using OfTickedRow::OfTickedRow;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

} // namespace lepton::ui
