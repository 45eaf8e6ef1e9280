// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rights_gate.h"

#include "ui/widgets/async.h"
#include "ui/widgets/button.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/message_dialog.h"

#include <QCoreApplication>
#include <QWidget>

#include <utility>

namespace lepton::ui {

namespace {

/// One question; lives until it is answered, at most as long as the widget that asked.
class Question final : public QObject
{
public:
    explicit Question(QWidget* over)
        : QObject(over)
    {}

    void ask(std::function<std::optional<base::Error>()> whyNot,
             std::function<void(const std::optional<base::Error>&)> answered)
    {
        const auto end = [this, answered](const std::optional<base::Error>& refusal) {
            deleteLater();
            answered(refusal);
        };
        m_read.run(std::move(whyNot), end, [end](const base::Error&) { end(std::nullopt); });
    }

private:
    Async m_read;
};

void refuse(QWidget* over, const QString& title, const base::Error& refusal)
{
    auto* dialog = new MessageDialog(over, QStringLiteral("lock"), title, CoreText::error(refusal));
    dialog->addChoice(QCoreApplication::translate("RightsGate", "Close"), ButtonKind::Primary,
                      QStringLiteral("refusal.close.button"), {});
    dialog->open();
}

} // namespace

void whenAllowed(QWidget* over, const QString& title, std::function<std::optional<base::Error>()> whyNot,
                 std::function<void()> then)
{
    if (!whyNot) {
        then();
        return;
    }
    (new Question(over))
        ->ask(std::move(whyNot),
              [over, title, then = std::move(then)](const std::optional<base::Error>& refusal) {
                  if (refusal)
                      refuse(over, title, *refusal);
                  else
                      then();
              });
}

} // namespace lepton::ui
