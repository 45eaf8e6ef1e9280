// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/line_chart_impl.h"
#include "ui/charts/points_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace lepton::charts {

namespace {

using namespace ui::theme;
namespace theme = ui::theme;

constexpr int headHeight = 36;
constexpr double pictureScale = 2; ///< pixels of a PNG for one on the screen

QString fileStem(const QString& title)
{
    QString stem;
    for (const QChar c : title.simplified())
        stem += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
    constexpr int longest = 60;
    return stem.isEmpty() ? QStringLiteral("chart") : stem.left(longest);
}

/// A cell of a CSV file. What a spreadsheet would take for a formula stays text.
QByteArray csvCell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

/// Exact, whatever the language; empty for what is not known.
QByteArray csvNumber(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray csvOf(const std::vector<Series>& series, const std::vector<SeriesData>& data, const QString& title,
                 bool isCounted)
{
    QByteArray text = isCounted ? "series,step,epoch,seconds,value,smoothed\n" : "series,x,y\n";
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto& one = data[i];
        const QByteArray name = csvCell(series[i].name.isEmpty() ? title : series[i].name);
        const auto x = one.places(XAxis::Step);
        const auto epoch = one.places(XAxis::Epoch);
        const auto time = one.places(XAxis::Time);
        for (std::size_t point = 0; point < one.size(); ++point) {
            text += name + ',' + csvNumber(x[point]);
            if (isCounted) {
                text += ',' + (epoch.data() == x.data() ? QByteArray() : csvNumber(epoch[point]));
                text += ',' + (time.data() == x.data() ? QByteArray() : csvNumber(time[point]));
            }
            text += ',' + csvNumber(one.values()[point]);
            if (isCounted)
                text += ',' + (one.average().empty() ? QByteArray() : csvNumber(one.average()[point]));
            text += '\n';
        }
    }
    return text;
}

void paintPicture(QCPPainter& painter, const LineChart& chart, Plot& plot)
{
    const QSize size = plot.size();
    painter.fillRect(QRect(0, 0, size.width(), size.height() + headHeight), color(Role::Surface));
    const QFontMetrics metrics(theme::font(Step::CardTitle));
    const int titleWidth = std::min(metrics.horizontalAdvance(chart.title()) + 1, size.width() / 2);
    painter.setFont(theme::font(Step::CardTitle));
    painter.setPen(color(Role::Text));
    painter.drawText(QRect(gap8, 0, titleWidth, headHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(chart.title(), Qt::ElideRight, titleWidth));
    const int left = gap8 + titleWidth + gap16;
    ChartLegend::paint(painter, chart.legend(), QRect(left, 0, size.width() - left - gap8, headHeight),
                       false);
    painter.translate(0, headHeight);
    plot.toPainter(&painter, size.width(), size.height());
}

} // namespace

QByteArray LineChart::csv() const
{
    return csvOf(m->series, m->data, m->title, m->axis != XAxis::Value);
}

QByteArray LineChart::picture(const char* format) const
{
    m->bringUpToDate();
    const QSize size(m->plot->width(), m->plot->height() + headHeight);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QByteArrayView wanted(format);
    QCPPainter painter;
    if (wanted == "svg") {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        generator.setTitle(m->title);
        painter.begin(&generator);
        painter.setMode(QCPPainter::pmVectorized);
        paintPicture(painter, *this, *m->plot);
        painter.end();
    } else if (wanted == "pdf") {
        constexpr int resolution = 96; // so that one pixel of the screen is one unit
        constexpr double pointsPerUnit = 72.0 / resolution;
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QSizeF(size) * pointsPerUnit, QPageSize::Point));
        writer.setPageMargins({});
        writer.setTitle(m->title);
        painter.begin(&writer);
        painter.setMode(QCPPainter::pmVectorized);
        paintPicture(painter, *this, *m->plot);
        painter.end();
    } else {
        QImage image(size * pictureScale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(pictureScale);
        image.fill(color(Role::Surface));
        painter.begin(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPicture(painter, *this, *m->plot);
        painter.end();
        image.save(&buffer, "PNG");
    }
    return bytes;
}

void LineChart::Impl::exportAs(const char* format)
{
    const QString suffix = QString::fromLatin1(format);
    auto* dialog = new QFileDialog(&q, LineChart::tr("Export %1").arg(title), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(q.objectName() + QStringLiteral(".export.file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("*.") + suffix);
    dialog->selectFile(fileStem(title) + QLatin1Char('.') + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, &q,
                     [this, format](const QString& file) { write(file, format); });
    dialog->open();
}

void LineChart::Impl::write(const QString& file, const char* format)
{
    // millions of points are written on the worker from a copy; a picture has to be painted here
    const bool isTable = QByteArrayView(format) == "csv";
    const auto text = [isTable, picture = isTable ? QByteArray() : q.picture(format),
                       data = isTable ? data : std::vector<SeriesData>(), series = series, title = title,
                       isCounted = axis != XAxis::Value] {
        return isTable ? csvOf(series, data, title, isCounted) : picture;
    };
    exporting.run(
        [text, file] {
            base::writeFileAtomically(std::filesystem::path(file.toStdString()), text().toStdString());
        },
        [this, file] { Q_EMIT q.exported(file); },
        [this](const base::Error& error) { Q_EMIT q.exportFailed(error); });
}

void LineChart::fillMenu(QMenu& menu)
{
    const QString name = objectName() + QLatin1Char('.');
    const auto add = [&](QMenu& to, const QString& text, const char* id, auto act) {
        auto* action = to.addAction(text);
        action->setObjectName(name + QLatin1String(id));
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(menu, tr("Copy picture"), "copy", [this] {
        auto* mime = new QMimeData;
        mime->setImageData(QImage::fromData(picture("png")));
        QApplication::clipboard()->setMimeData(mime);
    });
    auto* exports = menu.addMenu(tr("Export"));
    for (const char* format : {"png", "svg", "pdf", "csv"})
        add(*exports, QString::fromLatin1(format).toUpper() + QStringLiteral("…"), format,
            [this, format] { m->exportAs(format); });
    add(menu, tr("Show as table"), "table", [this] { showAsTable(); });
    menu.addSeparator();
    if (!m->hasCurves()) {
        auto* log = add(menu, tr("Log scale"), "log", [this] { setLogScale(!isLogScale()); });
        log->setCheckable(true);
        log->setChecked(isLogScale());
        log->setShortcut(Qt::Key_L);
        log->setShortcutContext(Qt::WidgetShortcut);
    }
    if (std::ranges::any_of(m->series, &Series::isSmoothed)) {
        auto* smoothing = menu.addMenu(tr("Smoothing"));
        auto* choices = new QActionGroup(smoothing);
        for (const double weight : {0.0, 0.6, 0.9, 0.97, 0.99}) {
            const QString text = weight == 0 ? tr("None") : QLocale().toString(weight, 'g', 2);
            auto* action = add(*smoothing, text, "smoothing", [this, weight] { setSmoothing(weight); });
            action->setCheckable(true);
            action->setChecked(std::abs(weight - m->weight) < 1e-9);
            choices->addAction(action);
        }
    }
    auto* reset = add(menu, tr("Show all"), "reset", [this] { m->zoomTo({}); });
    reset->setEnabled(m->view || m->yView);
}

void LineChart::showAsTable()
{
    const QString place = m->placeText              ? m->xName
                          : m->axis == XAxis::Step  ? tr("Step")
                          : m->axis == XAxis::Epoch ? tr("Epoch")
                          : m->axis == XAxis::Time  ? tr("Time")
                          : m->xName.isEmpty()      ? QStringLiteral("x")
                                                    : m->xName;
    auto* dialog = new ui::Dialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(objectName() + QStringLiteral(".table.dialog"));
    dialog->setHeader(QStringLiteral("table"), m->title);
    auto* model = new PointsModel(place, m->axis, m->series, m->data, dialog);
    auto* table = new ui::DataTable;
    table->setObjectName(objectName() + QStringLiteral(".table"));
    table->setAccessibleName(m->title);
    table->setRowHeight(rowDense);
    table->setModel(model);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    constexpr int fewColumns = 5; // they share the width there is
    if (model->columnCount() <= fewColumns)
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    dialog->body()->addWidget(table);
    if (model->wholeCount() > PointsModel::mostRows)
        dialog->setFooterText(
            tr("The last %n rows; Export as CSV has all of them.", nullptr, model->rowCount()));
    else
        dialog->setFooterText(tr("%n rows", nullptr, model->rowCount()));
    auto* close = new ui::Button(tr("Close"), ui::ButtonKind::Secondary);
    close->setObjectName(objectName() + QStringLiteral(".table.close"));
    connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    dialog->addButton(close);
    constexpr QSize wanted{560, 520};
    dialog->setWantedSize(wanted);
    dialog->open();
}

} // namespace lepton::charts
