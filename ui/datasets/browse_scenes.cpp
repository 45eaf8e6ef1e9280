// SPDX-License-Identifier: GPL-3.0-or-later
// What the self-check takes pictures of: the list in its states, and the dialogs that are opened from it.
#include "ui/datasets/browse_page.h"
#include "ui/datasets/browse_table.h"
#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/edit_dialog.h"
#include "ui/widgets/dialog.h"

#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <optional>

namespace lepton::ui {

namespace {

/// Files to import, as awkward as those of people: Chinese that is no UTF-8, a row with a field too many, and
/// a new version in another encoding than the one before.
class SceneFiles
{
public:
    QString reviews() const { return write(QStringLiteral("reviews.csv"), reviewBytes()); }
    QString prices() const
    {
        return write(QStringLiteral("prices.tsv"), "item\tprice\nbread\t2.50\nmilk\t1.20\n");
    }
    QString shopPrices() const
    {
        return write(QStringLiteral("shop_prices.csv"),
                     "article;name;price\n00017;Br\xC3\xB6tchen;0,50\n00023;K\xC3\xA4se;3,40\n"
                     "00031;M\xC3\xB6hren;1,15\n");
    }

private:
    static QByteArray reviewBytes()
    {
        const auto text = QByteArray::fromHex("b7bfbce4b8c9beb2a3acc7b0cca8ccacb6c8bafcbac3"); // GB18030
        QByteArray bytes("review,label,date\n");
        for (int i = 1; i <= 20; ++i)
            bytes += text + (i == 12 ? ",once more" : "") + (i % 3 == 0 ? ",negative" : ",positive") +
                     ",2026-11-" + QByteArray::number(i).rightJustified(2, '0') + '\n';
        return bytes;
    }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

} // namespace

std::vector<Scene> BrowsePage::scenes()
{
    // Rows may still be on their way when a scene is set.
    const auto withFirst = [this](std::function<void()> act) {
        m_afterRead = [this, act = std::move(act)] {
            m_table->setCurrentIndex(m_viewModel.rows().index(0, 0));
            act();
        };
        refresh();
    };
    const auto inTrash = [this, withFirst](std::function<void()> act) {
        open(browseRoute(QStringLiteral("trash")));
        withFirst(std::move(act));
    };
    const auto close = [this] { closeDialogs(*this); };
    const auto files = std::make_shared<SceneFiles>();
    // Saves over what another window of the workspace saved while the dialog was open.
    const auto conflict = [this, seen = std::make_shared<std::optional<data::Dataset>>(),
                           others = std::make_shared<CommandQueue>()] {
        const auto save = [this, seen] {
            auto* dialog = new EditDialog(this, m_context, **seen);
            dialog->open();
            dialog->findChild<QPlainTextEdit*>(QStringLiteral("datasetEdit.description"))
                ->setPlainText(QStringLiteral("Rentals by the hour, with weather and calendar."));
            dialog->findChild<QPushButton*>(QStringLiteral("datasetEdit.save.button"))->click();
        };
        if (*seen) {
            save();
            return;
        }
        *seen = *m_table->current();
        others->run(
            [context = m_context, id = (*seen)->id] {
                data::DatasetEdit edit;
                edit.description = "Hourly rentals; the hours of the flood are left out.";
                context.datasets.edit(id, edit);
            },
            save, [](const base::Error&) {});
    };
    const auto catalog = [this] { open(browseRoute()); };
    const auto scene = [](const char* name, std::function<void()> show, std::function<void()> hide) {
        return Scene{QLatin1String(name), std::move(show), std::move(hide)};
    };
    return {
        scene("datasets",
              [this, catalog, withFirst] {
                  catalog();
                  withFirst([this] {
                      m_previewWanted = true;
                      updatePane();
                  });
              },
              {}),
        scene(
            "datasets-nothing", [this] { m_viewModel.setSearchText(QStringLiteral("?")); },
            [this] { clearFilter(); }),
        scene(
            "datasets-trash", [inTrash] { inTrash([] {}); }, catalog),
        scene(
            "import-dialog", [this, files] { importFiles(this, m_context, navigator(), {files->reviews()}); },
            close),
        scene(
            "import-version-dialog",
            [this, files] { importFiles(this, m_context, navigator(), {files->shopPrices()}); }, close),
        scene(
            "import-many-dialog",
            [this, files] {
                importFiles(this, m_context, navigator(), {files->reviews(), files->prices()});
            },
            close),
        scene(
            "export-dialog", [this, withFirst] { withFirst([this] { exportCurrent(); }); }, close),
        scene(
            "export-replace-dialog",
            [this, files, withFirst] {
                withFirst([this, files] {
                    exportCurrent();
                    if (auto* target = window()->findChild<QLineEdit*>(QStringLiteral("export.file")))
                        target->setText(files->prices());
                });
            },
            close),
        scene(
            "edit-dialog", [this, withFirst] { withFirst([this] { editCurrent(); }); }, close),
        scene(
            "edit-conflict-dialog", [withFirst, conflict] { withFirst(conflict); }, close),
        scene(
            "empty-trash-dialog", [this, inTrash] { inTrash([this] { confirmEmptyTrash(); }); },
            [close, catalog] {
                close();
                catalog();
            }),
    };
}

} // namespace lepton::ui
