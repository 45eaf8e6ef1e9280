// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/encoding_readings.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace lepton::ui {

namespace {

constexpr std::size_t shownReadings = 3;
constexpr int lineHeight = 24;
constexpr int checkSide = 12;

} // namespace

EncodingReadings::EncodingReadings(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void EncodingReadings::setReadings(const std::vector<data::EncodingReading>& readings,
                                   const std::string& chosen)
{
    const auto sameReading = [](const data::EncodingReading& one, const data::EncodingReading& other) {
        return one.encoding == other.encoding && one.sample == other.sample;
    };
    const auto count = std::min(readings.size(), shownReadings);
    // Lines that still hold stay, and with them the focus of a person who goes through them by keyboard.
    if (!std::ranges::equal(std::span(readings).first(count), m_readings, sameReading)) {
        m_readings.assign(readings.begin(), readings.begin() + std::ptrdiff_t(count));
        for (auto* line : m_lines)
            line->deleteLater();
        m_lines.clear();
        int nameWidth = 0;
        const QFontMetrics metrics(theme::font(theme::Step::Small, QFont::Medium));
        for (const auto& reading : m_readings)
            nameWidth = std::max(nameWidth, metrics.horizontalAdvance(shortName(reading.encoding)));
        for (const auto& reading : m_readings) {
            auto* line = new ReadingLine(shortName(reading.encoding), DatasetText::from(reading.sample),
                                         nameWidth, this);
            line->setObjectName(QStringLiteral("import.reading.") + DatasetText::from(reading.encoding));
            connect(
                line, &QAbstractButton::clicked, this,
                [this, encoding = DatasetText::from(reading.encoding)] { Q_EMIT this->chosen(encoding); });
            layout()->addWidget(line);
            m_lines.push_back(line);
        }
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setChecked(m_readings[i].encoding == chosen);
    setVisible(count > 1);
}

QString EncodingReadings::shortName(std::string_view canonical)
{
    const auto name = DatasetText::from(canonical);
    if (name.startsWith(QLatin1String("windows-")))
        return name;
    return name.toUpper().replace(QLatin1Char('_'), QLatin1Char('-'));
}

QString EncodingReadings::longName(std::string_view canonical)
{
    const auto name = shortName(canonical);
    const auto with = [&](const QString& scripts) {
        return tr("%1, %2", "an encoding and what it is for").arg(name, scripts);
    };
    if (canonical == "gb18030")
        return with(tr("simplified Chinese"));
    if (canonical == "big5")
        return with(tr("traditional Chinese"));
    if (canonical == "shift_jis" || canonical == "euc-jp")
        return with(tr("Japanese"));
    if (canonical == "euc-kr")
        return with(tr("Korean"));
    if (canonical == "windows-1252" || canonical == "iso-8859-1" || canonical == "latin-1")
        return with(tr("Western European"));
    if (canonical == "windows-1250" || canonical == "iso-8859-2")
        return with(tr("Central European"));
    if (canonical == "windows-1251" || canonical == "koi8-r")
        return with(tr("Cyrillic"));
    if (canonical == "windows-1253")
        return with(tr("Greek"));
    if (canonical == "windows-1254")
        return with(tr("Turkish"));
    if (canonical == "windows-1255")
        return with(tr("Hebrew"));
    if (canonical == "windows-1256")
        return with(tr("Arabic"));
    if (canonical == "windows-1257")
        return with(tr("Baltic"));
    if (canonical == "windows-1258")
        return with(tr("Vietnamese"));
    return name;
}

ReadingLine::ReadingLine(const QString& name, const QString& sample, int nameWidth, QWidget* parent)
    : QAbstractButton(parent)
    , m_sample(sample.simplified())
    , m_nameWidth(nameWidth)
{
    setCheckable(true);
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(EncodingReadings::tr("Read as %1: %2", "an encoding and a sample").arg(name, m_sample));
    setToolTip(m_sample);
}

QSize ReadingLine::sizeHint() const
{
    return {200, lineHeight};
}

void ReadingLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(theme::Role::Hover));
        painter.drawRoundedRect(rect(), theme::radiusTag, theme::radiusTag);
    }
    if (isChecked())
        painter.drawPixmap(
            theme::gap4, (height() - checkSide) / 2,
            theme::pixmap(QStringLiteral("check"), theme::Role::Good, checkSide, devicePixelRatioF()));
    const int left = theme::gap4 + checkSide + theme::gap4;
    painter.setFont(theme::font(theme::Step::Small, isChecked() ? QFont::Medium : QFont::Normal));
    painter.setPen(theme::color(isChecked() ? theme::Role::Good : theme::Role::Text2));
    paintText(painter, QRect(left, 0, m_nameWidth, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    const QRect sample(left + m_nameWidth + theme::gap12, 0, width() - left - m_nameWidth - theme::gap12,
                       height());
    painter.setFont(theme::font(theme::Step::Small));
    painter.setPen(theme::color(isChecked() ? theme::Role::Text : theme::Role::Text2));
    paintText(painter, sample, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(m_sample, Qt::ElideRight, sample.width()));
}

} // namespace lepton::ui
