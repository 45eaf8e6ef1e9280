// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_preview_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/hex_dump.h"
#include "ui/datasets/import_table.h"
#include "ui/datasets/import_view_model.h"
#include "ui/datasets/reading_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/plural.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

/// Rows that cannot be read are named one by one as far as the banner has room.
constexpr std::size_t namedInBanner = 3;

enum View
{
    TableView,
    TextView,
    BytesView
};

QPlainTextEdit* makeReader(const QString& objectName)
{
    auto* reader = new QPlainTextEdit;
    reader->setObjectName(objectName);
    reader->setReadOnly(true);
    reader->setTabChangesFocus(true);
    reader->setLineWrapMode(QPlainTextEdit::NoWrap);
    reader->setFrameShape(QFrame::NoFrame);
    reader->setFont(theme::font(theme::Step::Code));
    return reader;
}

} // namespace

ImportPreviewPanel::ImportPreviewPanel(ImportViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_title(new TextLabel(tr("Preview"), theme::Step::CardTitle))
    , m_note(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_views(new Segment)
    , m_stack(new QStackedWidget)
    , m_table(new ImportTable(viewModel.rows()))
    , m_text(makeReader(QStringLiteral("import.text")))
    , m_bytes(makeReader(QStringLiteral("import.bytes")))
    , m_skeleton(new Skeleton)
    , m_failure(new QWidget)
    , m_error(new InlineBanner(BannerKind::Error))
    , m_progress(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_notices(new InlineBanner(BannerKind::Fact))
    , m_problems(new InlineBanner(BannerKind::Error))
    , m_choice(new QWidget)
    , m_leaveOut(new QRadioButton)
    , m_nothing(new QRadioButton)
    , m_fit(new InlineBanner(BannerKind::Fits))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", "surface");
    m_table->setObjectName(QStringLiteral("import.preview"));
    m_table->setAccessibleName(tr("Preview"));
    m_text->setAccessibleName(tr("The file as text"));
    m_bytes->setAccessibleName(tr("The file as bytes"));
    m_views->setObjectName(QStringLiteral("import.view"));
    m_views->add(TableView, tr("Table"))->setObjectName(QStringLiteral("import.view.table"));
    m_views->add(TextView, tr("Text"))->setObjectName(QStringLiteral("import.view.text"));
    m_views->add(BytesView, tr("Bytes"))->setObjectName(QStringLiteral("import.view.bytes"));
    m_error->setObjectName(QStringLiteral("import.error"));
    m_problems->setObjectName(QStringLiteral("import.problems"));
    m_fit->setObjectName(QStringLiteral("import.fit"));
    m_leaveOut->setObjectName(QStringLiteral("import.badRows.skip"));
    m_nothing->setObjectName(QStringLiteral("import.badRows.fail"));
    m_note->setElided(true);
    m_note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap8);
    head->setSpacing(theme::gap8);
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    head->addWidget(m_views);

    auto* failure = new QVBoxLayout(m_failure);
    failure->setContentsMargins(theme::gap16, theme::gap8, theme::gap16, theme::gap16);
    failure->addWidget(m_error);
    failure->addStretch();
    for (QWidget* view : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_text),
                          static_cast<QWidget*>(m_bytes), static_cast<QWidget*>(m_skeleton), m_failure})
        m_stack->addWidget(view);

    auto* group = new QButtonGroup(this);
    group->addButton(m_leaveOut);
    group->addButton(m_nothing);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(theme::gap4, 0, 0, 0);
    choice->setSpacing(theme::gap16);
    choice->addWidget(m_leaveOut);
    choice->addWidget(m_nothing);
    choice->addStretch();

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme::gap16, theme::gap12, theme::gap16, theme::gap12);
    foot->setSpacing(theme::gap12);
    for (QWidget* widget : {static_cast<QWidget*>(m_notices), static_cast<QWidget*>(m_problems), m_choice,
                            static_cast<QWidget*>(m_fit), static_cast<QWidget*>(m_progress)})
        foot->addWidget(widget);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);

    connect(m_views, &Segment::chosen, this, &ImportPreviewPanel::update);
    connect(m_table, &ImportTable::typeMenuRequested, this, &ImportPreviewPanel::showTypeMenu);
    connect(m_leaveOut, &QRadioButton::clicked, this, [this] { m_viewModel.setLeavesOut(true); });
    connect(m_nothing, &QRadioButton::clicked, this, [this] { m_viewModel.setLeavesOut(false); });
    connect(&m_viewModel, &ImportViewModel::changed, this, &ImportPreviewPanel::update);
    connect(&m_viewModel, &ImportViewModel::progressChanged, this, &ImportPreviewPanel::updateProgress);
    update();
}

void ImportPreviewPanel::update()
{
    using State = ImportViewModel::State;
    const bool failed = m_viewModel.state() == State::Failed;
    const bool waiting = m_viewModel.state() == State::Reading && m_viewModel.rows().columnCount() == 0;
    if (failed && m_viewModel.error())
        m_error->setError(tr("The file cannot be read."), *m_viewModel.error());
    QWidget* view = m_table;
    if (m_views->current() == BytesView)
        view = m_bytes;
    else if (failed)
        view = m_failure;
    else if (waiting)
        view = m_skeleton;
    else if (m_views->current() == TextView)
        view = m_text;
    if (view == m_skeleton && m_stack->currentWidget() != m_skeleton)
        m_skeleton->start();
    m_stack->setCurrentWidget(view);
    if (m_views->current() == TextView)
        m_text->setPlainText(m_viewModel.headText());
    else if (m_views->current() == BytesView)
        m_bytes->setPlainText(hexDump(m_viewModel.head()));

    if (m_viewModel.state() == State::Ready && !m_fitted) {
        m_table->fitColumns();
        m_fitted = true;
    } else if (m_viewModel.state() != State::Ready) {
        m_fitted = false;
    }

    m_note->setText(m_viewModel.state() == State::Ready ? shownRows() : QString());
    updateProblems();
    updateFit();
    updateProgress();
}

QString ImportPreviewPanel::shownRows() const
{
    const auto shown = qint64(m_viewModel.preview().rows.size());
    if (m_viewModel.scanState() != ImportViewModel::Scan::Ready)
        return tr("first %Ln row(s)", nullptr, plural(shown));
    const std::int64_t all = m_viewModel.scanResult().rows;
    const bool hasBadRows = m_viewModel.badRowCount() > 0;
    if (shown >= all)
        return hasBadRows ? tr("%Ln row(s), and the rows that cannot be read", nullptr, plural(all))
                          : tr("%Ln row(s)", nullptr, plural(all));
    return (hasBadRows ? tr("first %1 of %2 rows, and the rows that cannot be read")
                       : tr("first %1 of %2 rows"))
        .arg(DatasetText::count(shown), DatasetText::count(all));
}

void ImportPreviewPanel::updateProgress()
{
    using Scan = ImportViewModel::Scan;
    const bool running = m_viewModel.scanState() == Scan::Running;
    m_progress->setVisible(running);
    if (!running)
        return;
    const auto progress = m_viewModel.scanProgress();
    if (const auto share = progress.share())
        m_progress->setText(
            tr("The whole file is looked through: %1 %").arg(QLocale().toString(int(*share * 100))));
    else
        m_progress->setText(tr("The whole file is looked through."));
}

void ImportPreviewPanel::updateProblems()
{
    const auto& notices = m_viewModel.scanState() == ImportViewModel::Scan::Ready
                              ? m_viewModel.scanResult().notices
                              : m_viewModel.preview().notices;
    QStringList sentences;
    for (const auto& notice : notices)
        sentences << ReadingText::notice(notice);
    m_notices->setVisible(m_viewModel.state() == ImportViewModel::State::Ready && !sentences.isEmpty());
    if (sentences.size() > 3)
        sentences = sentences.mid(0, 3);
    m_notices->setText({}, sentences.join(QLatin1Char('\n')));

    if (m_viewModel.scanState() == ImportViewModel::Scan::Failed && m_viewModel.scanError()) {
        m_problems->clearActions();
        m_problems->setError(tr("The file cannot be read to its end."), *m_viewModel.scanError());
        m_problems->show();
        m_choice->hide();
        return;
    }
    const auto count = m_viewModel.state() == ImportViewModel::State::Ready ? m_viewModel.badRowCount() : 0;
    m_problems->setVisible(count > 0);
    m_choice->setVisible(count > 0);
    if (count == 0)
        return;
    const auto& rows = m_viewModel.scanState() == ImportViewModel::Scan::Ready
                           ? m_viewModel.scanResult().badRows
                           : m_viewModel.preview().badRows;
    const int number = plural(count);
    m_problems->setText(tr("%Ln row(s) cannot be read.", nullptr, number),
                        rows.size() == 1 ? ReadingText::badRow(rows.front())
                                         : ReadingText::badRows(rows, namedInBanner).join(QLatin1Char('\n')));
    m_problems->clearActions();
    auto* show = m_problems->addAction(tr("Show the first"), [this] {
        const int row = m_viewModel.rows().firstBadRow();
        m_views->setCurrent(TableView);
        update();
        m_table->scrollTo(m_viewModel.rows().index(row, 0), QAbstractItemView::PositionAtCenter);
        m_table->setCurrentIndex(m_viewModel.rows().index(row, 0));
    });
    show->setObjectName(QStringLiteral("import.problems.show"));
    m_leaveOut->setText(tr("Leave out the %Ln row(s) and list them in the version", nullptr, number));
    m_nothing->setText(tr("Import nothing until the %Ln row(s) are mended", nullptr, number));
    m_leaveOut->setChecked(m_viewModel.leavesOut());
    m_nothing->setChecked(!m_viewModel.leavesOut());
}

void ImportPreviewPanel::updateFit()
{
    const auto fit = m_viewModel.fit();
    m_fit->setVisible(fit.has_value());
    if (!fit)
        return;
    const auto* dataset = m_viewModel.existing();
    std::optional<std::int64_t> change;
    if (m_viewModel.scanState() == ImportViewModel::Scan::Ready)
        change = m_viewModel.scanResult().rows - dataset->rows;
    m_fit->setKind(fit->fits() ? BannerKind::Fits : BannerKind::Caution);
    m_fit->setText({}, fit->sentence(dataset->latestVersion, change));
}

void ImportPreviewPanel::showTypeMenu(int column, const QPoint& place)
{
    const auto& columns = m_viewModel.rows().schema().columns;
    if (column < 0 || std::size_t(column) >= columns.size())
        return;
    const auto name = columns[std::size_t(column)].name;
    const auto stated = m_viewModel.options().types.find(name);
    const bool isStated = stated != m_viewModel.options().types.end();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("import.typeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, std::optional<data::Column> type, bool checked) {
        auto* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this,
                [this, name, type] { m_viewModel.setColumnType(name, type); });
    };
    add(tr("As found"), std::nullopt, !isStated);
    menu->addSeparator();
    using data::ColumnType;
    for (const auto type : {ColumnType::Text, ColumnType::Int64, ColumnType::Float64, ColumnType::Bool,
                            ColumnType::Date, ColumnType::Time, ColumnType::Timestamp}) {
        data::Column wanted;
        wanted.name = name;
        wanted.type = type;
        add(DatasetText::type(wanted), wanted, isStated && stated->second.type == type);
    }
    for (const int scale : {2, 4, 6}) {
        data::Column wanted;
        wanted.name = name;
        wanted.type = ColumnType::Decimal;
        wanted.precision = 38;
        wanted.scale = scale;
        add(tr("decimal, %Ln digit(s) behind the point", nullptr, scale), wanted,
            isStated && stated->second.type == ColumnType::Decimal && stated->second.scale == scale);
    }
    menu->popup(place);
}

} // namespace lepton::ui
