// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy.h"
#include "ui/shell/palette_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rounded_window.h"
#include "ui/widgets/scrim.h"
#include "ui/widgets/text_label.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace lepton::ui {
namespace {

constexpr int paletteWidth = 640;
constexpr int fromTop = 96;
constexpr int fieldHeight = 48;
constexpr int listHeight = 380;
constexpr int objectsAtMost = 8;

/// @p fixed and @p objects that fit, best first within each group.
std::vector<PaletteItem> fitting(const QString& pattern, const std::vector<PaletteItem>& fixed,
                                 std::vector<PaletteItem> objects)
{
    enum class By
    {
        Name,
        Note,
        Id // which nobody reads: what is called so comes first
    };
    struct Scored
    {
        By by;
        int score;
        PaletteItem item;
    };
    std::vector<Scored> found;
    for (const PaletteItem& item : fixed) {
        if (item.group == PaletteItem::Group::Recent ? !pattern.isEmpty() : item.isTyped && pattern.isEmpty())
            continue;
        if (const auto score = fuzzyScore(pattern, item.text))
            found.push_back({By::Name, *score, item});
        else if (const auto withNote = fuzzyScore(pattern, item.text + QLatin1Char(' ') + item.note);
                 withNote && item.group == PaletteItem::Group::ThisPage && item.whyNot.isEmpty())
            found.push_back({By::Note, *withNote, item});
        else if (const auto byId = fuzzyScore(pattern, item.id))
            found.push_back({By::Id, *byId, item});
    }
    int rank = static_cast<int>(objects.size()); // they come best first
    for (PaletteItem& item : objects)
        found.push_back({By::Name, rank--, std::move(item)});
    std::stable_sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) {
        return std::tuple(a.item.group, a.by, -a.score) < std::tuple(b.item.group, b.by, -b.score);
    });
    std::vector<PaletteItem> items;
    for (Scored& scored : found)
        items.push_back(std::move(scored.item));
    return items;
}

} // namespace

CommandPalette::CommandPalette(QWidget* over, std::shared_ptr<ShellSession> session,
                               const PaletteOffer& offer)
    : QDialog(over, Qt::Dialog | Qt::FramelessWindowHint)
    , m_over(over)
    , m_session(std::move(session))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothingBox(new QWidget(this))
    , m_nothing(new TextLabel(theme::Step::Body, theme::Role::Text2, m_nothingBox))
    , m_model(new PaletteModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    roundCorners(*this);
    setWindowModality(Qt::WindowModal);
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Search or run a command"));
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setProperty("bare", true);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);

    m_nothing->setObjectName(QStringLiteral("palette.nothing"));
    m_nothing->setText(tr("Nothing fits. Try the name of a page, a data set, a run (R-12) or an action."));

    auto* frame = new QFrame(this);
    frame->setProperty("dialog", true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(frame);
    auto* top = new QWidget(frame);
    top->setFixedHeight(fieldHeight);
    auto* line = new QHBoxLayout(top);
    line->setContentsMargins(theme::gap12, 0, theme::gap12, 0);
    line->setSpacing(10);
    line->addWidget(new IconLabel(QStringLiteral("search"), theme::Role::Text2, 16, top));
    line->addWidget(m_field, 1);
    auto* lines = new QVBoxLayout(frame);
    lines->setContentsMargins(1, 1, 1, 4);
    lines->setSpacing(0);
    lines->addWidget(top);
    lines->addWidget(makeRule(Qt::Horizontal, frame));
    m_nothingBox->setVisible(false);
    auto* nothing = new QHBoxLayout(m_nothingBox);
    nothing->setContentsMargins(theme::gap16, theme::gap16, theme::gap16, theme::gap16);
    nothing->addWidget(m_nothing);
    lines->addWidget(m_nothingBox);
    lines->addWidget(m_list, 1);

    listWhatIsOffered(offer);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    find();
}

void CommandPalette::listWhatIsOffered(const PaletteOffer& offer)
{
    using Group = PaletteItem::Group;
    for (const Route& route : offer.recent) {
        const QString text = route.object.isEmpty() ? route.page : route.object;
        const auto page = std::find_if(offer.pages.begin(), offer.pages.end(),
                                       [&](const PageEntry& entry) { return entry.id == route.page; });
        if (page != offer.pages.end())
            m_fixed.push_back({Group::Recent, route.object.isEmpty() ? page->title() : text,
                               route.object.isEmpty() ? QString() : page->title(), page->icon, route, -1});
    }
    for (const PageEntry& page : offer.pages) {
        if (page.place != RailPlace::Inside)
            m_fixed.push_back({Group::Pages, page.title(), {}, page.icon, Route{page.id, {}, 0, {}, {}}, -1});
    }
    const auto add = [this](const ActionEntry& action) -> PaletteItem& {
        m_fixed.push_back({Group::Actions,
                           action.text(),
                           action.shortcut.toString(QKeySequence::NativeText),
                           action.icon,
                           {},
                           int(m_actions.size()),
                           action.id});
        m_fixed.back().isKeys = true;
        m_actions.push_back(action);
        return m_fixed.back();
    };
    for (const PageAction& action : offer.ofPage) {
        // a page has buttons of what can be done from anywhere
        const bool isThere =
            std::any_of(offer.actions.begin(), offer.actions.end(),
                        [&](const ActionEntry& other) { return other.text() == action.entry.text(); });
        if (isThere)
            continue;
        PaletteItem& item = add(action.entry);
        item.group = Group::ThisPage;
        item.note = action.whyNot.isEmpty() ? action.about : action.whyNot;
        item.isKeys = false;
        item.whyNot = action.whyNot;
        item.isTyped = action.isAside;
    }
    for (const ActionEntry& action : offer.actions)
        add(action);
}

CommandPalette::~CommandPalette()
{
    delete m_scrim;
}

void CommandPalette::find()
{
    m_find.run(
        [pattern = m_field->text().trimmed(), fixed = m_fixed,
         session = m_session](const base::Cancellation& cancellation) {
            std::vector<PaletteItem> objects;
            if (session && !pattern.isEmpty()) {
                for (FoundObject& object : session->find(pattern, objectsAtMost, cancellation))
                    objects.push_back({PaletteItem::Group::Objects, object.text, object.note, object.icon,
                                       object.route, -1});
            }
            return fitting(pattern, fixed, std::move(objects));
        },
        [this](std::vector<PaletteItem> items) { showItems(std::move(items)); },
        // what cannot be looked up is not offered; the pages say why
        [this](const base::Error&) { showItems(fitting(m_field->text(), m_fixed, {})); });
}

void CommandPalette::showItems(std::vector<PaletteItem> items)
{
    m_nothingBox->setVisible(items.empty());
    m_model->setItems(std::move(items));
    m_list->setCurrentIndex({});
    step(1);
}

void CommandPalette::choose()
{
    const PaletteItem* item = m_model->item(m_list->currentIndex().row());
    if (!item || !item->whyNot.isEmpty())
        return;
    const PaletteItem chosen = *item;
    accept();
    if (chosen.action >= 0)
        m_actions[static_cast<std::size_t>(chosen.action)].run();
    else
        Q_EMIT routeChosen(chosen.route);
}

void CommandPalette::step(int by)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + by + count) % count;
        if (const PaletteItem* item = m_model->item(row); item && item->whyNot.isEmpty()) {
            m_list->setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(m_list->currentIndex().isValid() ? -1 : 0);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    if (watched == m_scrim && event->type() == QEvent::MouseButtonPress) {
        reject();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showEvent(QShowEvent* event)
{
    m_scrim = new Scrim(m_over);
    m_scrim->installEventFilter(this);
    m_scrim->show();
    const QPoint top = m_over->mapToGlobal(QPoint((m_over->width() - paletteWidth) / 2, fromTop));
    setGeometry(QRect(top, QSize(paletteWidth, fieldHeight + listHeight)));
    m_field->setFocus();
    QDialog::showEvent(event);
}

void CommandPalette::hideEvent(QHideEvent* event)
{
    if (m_scrim)
        m_scrim->deleteLater();
    m_scrim = nullptr;
    QDialog::hideEvent(event);
}

} // namespace lepton::ui
