// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_actions.h"
#include "ui/widgets/async.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <vector>

class QLineEdit;
class QListView;

namespace lepton::ui {

class PaletteModel;
class Scrim;
class TextLabel;

/// One line that the palette can offer.
struct PaletteItem
{
    enum class Group
    {
        Recent,
        ThisPage,
        Pages,
        Objects,
        Actions
    };

    Group group = Group::Actions;
    QString text;
    QString note; ///< at the right: the shortcut of an action, the kind of an object
    QString icon;
    Route route;          ///< of pages, objects and recent places
    int action = -1;      ///< index among the actions
    QString id{};         ///< of an action, in English whatever the language: it is found by that, too
    QString whyNot{};     ///< of an action that is off; it stands in the note
    bool isTyped = false; ///< offered once something is typed
    bool isKeys = false;  ///< the note is a shortcut
};

/// What a palette offers, beside the objects that it looks up.
struct PaletteOffer
{
    std::vector<PageEntry> pages;
    std::vector<ActionEntry> actions;
    std::vector<PageAction> ofPage; ///< what can be done on the page that is shown
    std::vector<Route> recent;
};

/// Ctrl+K: a field and what fits it, in groups. Filtering and looking up objects happen on a worker.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// @p session may be null: then only actions are offered.
    CommandPalette(QWidget* over, std::shared_ptr<ShellSession> session, const PaletteOffer& offer);
    ~CommandPalette() override;

    bool isSettled() const { return !m_find.isRunning(); }

Q_SIGNALS:
    void routeChosen(const lepton::ui::Route& route);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void listWhatIsOffered(const PaletteOffer& offer);
    void find();
    void showItems(std::vector<PaletteItem> items);
    void choose();
    void step(int by);

    QWidget* m_over;
    std::shared_ptr<ShellSession> m_session;
    std::vector<ActionEntry> m_actions;
    std::vector<PaletteItem> m_fixed;
    QLineEdit* m_field;
    QListView* m_list;
    QWidget* m_nothingBox; ///< hidden with its margins while something fits
    TextLabel* m_nothing;
    PaletteModel* m_model;
    QPointer<Scrim> m_scrim;
    Async m_find;
};

} // namespace lepton::ui
