// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/rounded_window.h"
#include "ui/widgets/scrim.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int headerHeight = 56;
constexpr int footerHeight = 56;

} // namespace

Scrim::Scrim(QWidget* window)
    : QWidget(window)
{
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Scrim));
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

Dialog::Dialog(QWidget* over)
    : QDialog(over->window(), Qt::Dialog | Qt::FramelessWindowHint)
    , m_over(over->window())
    , m_frame(new QFrame(this))
    , m_icon(new IconLabel(QStringLiteral("info"), theme::Role::Text, 16, m_frame))
    , m_title(new TextLabel(theme::Step::Section, theme::Role::Text, m_frame))
    , m_headerExtras(new QHBoxLayout)
    , m_close(new IconButton(QStringLiteral("close"), 28, m_frame))
    , m_body(new QVBoxLayout)
    , m_footer(new QWidget(m_frame))
    , m_footerText(new TextLabel(theme::Step::Small, theme::Role::Text2, m_footer))
    , m_buttons(new QHBoxLayout)
{
    roundCorners(*this);
    setWindowModality(Qt::WindowModal);
    m_frame->setProperty("dialog", true);
    m_close->setLabel(tr("Close"), tr("Esc"));
    m_close->setObjectName(QStringLiteral("dialog.close.button"));
    m_close->setFocusPolicy(Qt::TabFocus);
    connect(m_close, &QToolButton::clicked, this, &QDialog::reject);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(theme::gap20, 0, theme::gap20, 0);
    header->setSpacing(theme::gap12);
    header->addWidget(m_icon);
    header->addWidget(m_title);
    header->addLayout(m_headerExtras);
    header->addStretch();
    header->addWidget(m_close);
    auto* headerWidget = new QWidget(m_frame);
    headerWidget->setFixedHeight(headerHeight);
    headerWidget->setLayout(header);

    m_footer->setMinimumHeight(footerHeight);
    m_footerText->setWordWrap(true); // a sentence that says why something is off is there to be read
    m_buttons->setSpacing(theme::gap8);
    auto* footer = new QHBoxLayout(m_footer);
    footer->setContentsMargins(theme::gap20, theme::gap8, theme::gap20, theme::gap8);
    footer->setSpacing(theme::gap12);
    footer->addWidget(m_footerText, 1);
    footer->addLayout(m_buttons);

    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto* layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(headerWidget);
    layout->addWidget(makeRule(Qt::Horizontal, m_frame));
    layout->addLayout(m_body, 1);
    layout->addWidget(makeRule(Qt::Horizontal, m_frame));
    layout->addWidget(m_footer);
}

Dialog::~Dialog()
{
    delete m_scrim;
}

void Dialog::setHeader(const QString& iconName, const QString& title)
{
    m_icon->setIcon(iconName, theme::Role::Text);
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void Dialog::addToHeader(QWidget* widget)
{
    m_headerExtras->addWidget(widget);
}

void Dialog::setFooterText(const QString& text)
{
    m_footerText->setText(text);
}

void Dialog::addButton(QWidget* button)
{
    m_buttons->addWidget(button);
}

void Dialog::setWantedSize(const QSize& size)
{
    m_wanted = size;
    place();
}

void Dialog::showEvent(QShowEvent* event)
{
    if (m_over) {
        m_opener = m_over->focusWidget();
        if (!m_scrim)
            m_scrim = new Scrim(m_over);
        m_scrim->show();
        m_scrim->raise();
        m_over->installEventFilter(this);
    }
    place();
    QDialog::showEvent(event);
}

void Dialog::hideEvent(QHideEvent* event)
{
    if (m_scrim)
        m_scrim->deleteLater();
    m_scrim = nullptr;
    if (m_over)
        m_over->removeEventFilter(this);
    if (m_opener)
        m_opener->setFocus(Qt::OtherFocusReason);
    QDialog::hideEvent(event);
}

bool Dialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_over && (event->type() == QEvent::Resize || event->type() == QEvent::Move) &&
        isVisible())
        place();
    return QDialog::eventFilter(watched, event);
}

void Dialog::place()
{
    if (!m_over)
        return;
    QSize size = m_wanted.isValid() ? m_wanted : sizeHint();
    size = size.boundedTo(m_over->size() - QSize(2 * theme::gap24, 2 * theme::gap24));
    const QPoint centre = m_over->mapToGlobal(m_over->rect().center());
    setGeometry(QRect(centre - QPoint(size.width() / 2, size.height() / 2), size));
}

void closeDialogs(const QWidget& page)
{
    for (auto* dialog : page.window()->findChildren<QDialog*>()) {
        if (dialog->isVisible())
            dialog->close();
    }
}

} // namespace lepton::ui
