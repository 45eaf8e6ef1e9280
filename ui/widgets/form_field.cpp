// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lepton::ui {

FormField::FormField(const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new TextLabel(theme::Step::Small, theme::Role::Text, this))
    , m_note(new TextLabel(theme::Step::Caption, theme::Role::Text3, this))
    , m_icon(new IconLabel(QStringLiteral("info"), theme::Role::Text3, 12, this))
    , m_line(new QHBoxLayout)
    , m_below(new TextLabel(theme::Step::Caption, theme::Role::Text3, this))
{
    m_label->setProperty("step", QStringLiteral("smallStrong"));
    m_label->setBuddy(field);
    m_below->setWordWrap(true);

    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap8);
    top->addWidget(m_label);
    top->addStretch();
    top->addWidget(m_note);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(theme::gap4);
    m_icon->setBesideLine(theme::Step::Caption);
    bottom->addWidget(m_icon, 0, Qt::AlignTop);
    bottom->addWidget(m_below, 1);

    m_line->setSpacing(theme::gap8);
    m_line->addWidget(field, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap4);
    layout->addLayout(top);
    layout->addLayout(m_line);
    layout->addLayout(bottom);
    setLabel(label);
    show();
}

void FormField::setLabel(const QString& label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void FormField::setFieldWidth(int width)
{
    m_field->setFixedWidth(width);
    m_line->setAlignment(m_field, Qt::AlignLeft);
}

void FormField::addBeside(QWidget* widget)
{
    m_line->addWidget(widget);
}

void FormField::setNote(const QString& note)
{
    m_note->setText(note);
}

void FormField::setHint(const QString& hint)
{
    m_hint = hint;
    show();
}

void FormField::setWarning(const QString& sentence)
{
    m_warning = sentence;
    show();
}

void FormField::setError(const QString& sentence)
{
    m_error = sentence;
    show();
}

void FormField::show()
{
    const bool bad = !m_error.isEmpty();
    const bool warn = !bad && !m_warning.isEmpty();
    const QString text = bad ? m_error : warn ? m_warning : m_hint;
    m_below->setText(text);
    m_below->setVisible(!text.isEmpty());
    m_below->setTone(bad ? theme::Role::BadText : warn ? theme::Role::WarnText : theme::Role::Text3);
    m_icon->setVisible(bad || warn);
    m_icon->setIcon(bad ? QStringLiteral("error") : QStringLiteral("warning"),
                    bad ? theme::Role::Bad : theme::Role::Warn);
    setStyleProperty(m_field, "state",
                     bad    ? QStringLiteral("bad")
                     : warn ? QStringLiteral("warn")
                            : QString());
    m_field->setAccessibleDescription(text);
}

} // namespace lepton::ui
