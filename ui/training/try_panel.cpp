// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/try_panel.h"

#include "ui/training/run_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/mini_charts.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

constexpr qsizetype classesAtMost = 10;
constexpr int nameWidth = 140;
constexpr int shareWidth = 56;

} // namespace

TryPanel::TryPanel(RunViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_field(new QLineEdit)
    , m_go(new Button(ButtonKind::Secondary))
    , m_state(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_error(new InlineBanner(BannerKind::Error))
    , m_label(new TextLabel(theme::Step::Stat))
    , m_bars(new QVBoxLayout)
    , m_rest(new TextLabel(theme::Step::Caption, theme::Role::Text3))
{
    m_field->setObjectName(QStringLiteral("run.try.edit"));
    m_go->setObjectName(QStringLiteral("run.try.button"));
    m_label->setObjectName(QStringLiteral("run.try.label"));
    m_label->setElided(true);
    m_state->setWordWrap(true);
    m_error->hide();
    m_bars->setSpacing(theme::gap4);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap8);
    line->addWidget(m_field, 1);
    line->addWidget(m_go);
    body()->setSpacing(theme::gap12);
    body()->addLayout(line);
    body()->addWidget(m_error);
    body()->addWidget(m_state);
    body()->addWidget(m_label);
    body()->addLayout(m_bars);
    body()->addWidget(m_rest);
    body()->addStretch();
    connect(m_field, &QLineEdit::returnPressed, this, &TryPanel::classifyField);
    connect(m_go, &QPushButton::clicked, this, &TryPanel::classifyField);
    connect(&m_viewModel, &RunViewModel::classified, this,
            [this](const QString&, const QList<std::pair<QString, double>>& scores) {
                m_state->hide();
                m_error->hide();
                showScores(scores);
            });
    connect(&m_viewModel, &RunViewModel::classifyFailed, this, [this](const base::Error& error) {
        m_state->hide();
        m_error->setError(tr("The text was not classified."), error);
        m_error->show();
    });
    connect(&m_viewModel, &RunViewModel::changed, this, [this] {
        if (m_viewModel.name() == m_run)
            return;
        m_run = m_viewModel.name(); // another run: its answers are others
        clearScores();
    });
    m_run = m_viewModel.name();
    clearScores();
}

void TryPanel::classify(const QString& text)
{
    m_field->setText(text);
    classifyField();
}

void TryPanel::retranslate()
{
    setTitle(tr("Try it"));
    setNote(tr("with a text of your own"));
    m_field->setPlaceholderText(tr("Write a text and press Enter"));
    m_field->setAccessibleName(tr("Text to classify"));
    m_go->setText(tr("Classify"));
    if (m_label->text().isEmpty())
        m_state->setText(tr("The model of this run reads the text and says how likely each label is."));
}

void TryPanel::classifyField()
{
    if (m_field->text().trimmed().isEmpty()) {
        m_field->setFocus();
        return;
    }
    m_error->hide();
    m_state->setText(tr("The model is reading the text. The first time it has to be loaded."));
    m_state->show();
    m_viewModel.classify(m_field->text());
}

void TryPanel::clearScores()
{
    while (QLayoutItem* item = m_bars->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_label->clear();
    m_label->hide();
    m_rest->hide();
    m_error->hide();
    m_state->setText(tr("The model of this run reads the text and says how likely each label is."));
    m_state->show();
}

void TryPanel::showScores(const QList<std::pair<QString, double>>& scores)
{
    clearScores();
    m_state->hide();
    if (scores.isEmpty())
        return;
    m_label->setText(scores.front().first);
    m_label->show();
    const QLocale locale;
    double rest = 0;
    for (qsizetype i = 0; i < scores.size(); ++i) {
        const auto& [name, share] = scores[i];
        if (i >= classesAtMost) {
            rest += share;
            continue;
        }
        const QString percent =
            tr("%1 %", "a probability in percent").arg(locale.toString(100 * share, 'f', 1));
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(theme::gap8);
        auto* label = new TextLabel(name, theme::Step::Small);
        label->setElided(true);
        label->setFixedWidth(nameWidth);
        auto* bar = new Bar;
        bar->setShare(share, tr("%1: %2", "a label, its probability").arg(name, percent));
        bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto* figure = new TextLabel(percent, theme::Step::Small, theme::Role::Text2);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setFixedWidth(shareWidth);
        line->addWidget(label);
        line->addWidget(bar, 1);
        line->addWidget(figure);
        m_bars->addWidget(row);
    }
    const auto hidden = scores.size() - classesAtMost;
    m_rest->setVisible(hidden > 0);
    if (hidden > 0)
        m_rest->setText(tr("%Ln further label(s): %1 % together", nullptr, int(hidden))
                            .arg(locale.toString(100 * rest, 'f', 1)));
}

} // namespace lepton::ui
