// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/review_view_model.h"

#include "ui/datasets/dataset_text.h"

namespace lepton::ui {

struct ReviewViewModel::Read
{
    ModelsOverview overview;
    ReviewDetails details;
    ModelDetails model;
};

ReviewViewModel::ReviewViewModel(std::shared_ptr<ModelsBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
    connect(&m_work, &ModelWork::changed, this, &ReviewViewModel::workChanged);
}

void ReviewViewModel::open(const QString& name)
{
    if (name != m_name) {
        m_state = State::Loading;
        m_details = {};
        m_commandError.reset();
        m_isDecidedElsewhere = false;
        m_isOwnDecision = false;
        m_work.cancel();
    }
    m_name = name;
    Q_EMIT changed();
    refresh();
}

void ReviewViewModel::refresh()
{
    m_read.run(
        [backend = m_backend, name = m_name.toStdString()] {
            Read read{backend->overview(), backend->review(name), {}};
            read.model = backend->model(read.details.request.model);
            return read;
        },
        [this](Read read) { take(std::move(read)); },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

void ReviewViewModel::take(Read read)
{
    const bool wasWaiting = m_state == State::Ready && m_details.state == registry::PromotionState::Waiting;
    const bool isOver = read.details.state != registry::PromotionState::Waiting;
    if (wasWaiting && isOver)
        m_isDecidedElsewhere = !m_isOwnDecision;
    if (!m_work.isRunning())
        m_isOwnDecision = false;
    m_overview = std::move(read.overview);
    m_details = std::move(read.details);
    m_model = std::move(read.model);
    m_name = DatasetText::from(m_details.request.name);
    m_error.reset();
    m_state = State::Ready;
    Q_EMIT changed();
}

bool ReviewViewModel::canApprove() const
{
    return m_state == State::Ready && !m_details.whyNotApprove && !m_work.isRunning();
}

bool ReviewViewModel::canReject() const
{
    return m_state == State::Ready && !m_details.whyNotReject && !m_work.isRunning();
}

bool ReviewViewModel::canWithdraw() const
{
    return m_state == State::Ready && m_details.canWithdraw && !m_work.isRunning();
}

void ReviewViewModel::approve(const QString& comment)
{
    if (canApprove())
        decide(Verdict::Approve, comment);
}

void ReviewViewModel::reject(const QString& comment)
{
    if (canReject())
        decide(Verdict::Reject, comment);
}

void ReviewViewModel::withdraw()
{
    if (canWithdraw())
        decide(Verdict::Withdraw, {});
}

void ReviewViewModel::decide(Verdict verdict, const QString& comment)
{
    m_commandError.reset();
    m_isOwnDecision = true;
    m_work.start(
        [backend = m_backend, id = m_details.id, comment = comment.trimmed().toStdString(),
         verdict](const base::Cancellation& cancellation, base::Progress& progress) {
            switch (verdict) {
            case Verdict::Approve:
                backend->approve(id, comment, cancellation, progress);
                break;
            case Verdict::Reject:
                backend->reject(id, comment);
                break;
            case Verdict::Withdraw:
                backend->withdraw(id);
                break;
            }
        },
        [this, verdict] {
            Q_EMIT decided(verdict);
            refresh();
        },
        [this](const base::Error& error) {
            m_isOwnDecision = false;
            m_commandError = error;
            Q_EMIT changed();
            refresh();
        });
    Q_EMIT changed();
}

} // namespace lepton::ui
