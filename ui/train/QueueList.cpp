#include "ui/train/QueueList.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunQueue.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace graft::ui {

QueueList::QueueList(RunQueue& queue, TrainingSession& session, QWidget* parent)
    : QWidget(parent), m_queue(queue), m_session(session), m_layout(new QVBoxLayout(this)),
      m_start(new QPushButton(tr("Start the first one"), this)) {
    setObjectName(QStringLiteral("runQueue"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::kUnit);
    m_start->setObjectName(QStringLiteral("startQueue"));
    m_start->setAutoDefault(false);
    m_layout->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, &m_queue, &RunQueue::start);
    connect(&m_queue, &RunQueue::changed, this, &QueueList::refresh);
    connect(&m_session, &TrainingSession::stateChanged, this, &QueueList::refresh);
    refresh();
}

void QueueList::refresh() {
    if (m_rows) { // a button of it may have been clicked just now
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::kInside);
    for (std::size_t i = 0; i < m_queue.groups().size(); ++i)
        rows->addWidget(row(i));
    m_layout->insertWidget(0, m_rows);
    m_start->setVisible(m_queue.held() && !m_session.active());
}

QWidget* QueueList::row(std::size_t index) {
    const RunQueue::Group group = m_queue.groups()[index];
    const auto& [options, series] = m_queue.waiting()[group.first];
    auto* box = new QWidget(m_rows);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kUnit);
    QString name = QStringLiteral("%1 · %2 · %3")
                       .arg(run_words::modelTitle(options.model), run_words::startingPoint(options),
                            run_words::recipeTitle(options));
    if (series && group.count > 1)
        name += QStringLiteral(" · ") +
                tr("%1 runs, from %2").arg(countText(qint64(group.count)), run_words::place(*series));
    else if (series)
        name += QStringLiteral(" · ") + run_words::place(*series);
    auto* label = bodyLabel(name, box);
    label->setWordWrap(true);
    line->addWidget(label, 1);
    auto* up = new IconButton(QStringLiteral("chevron-up"), tr("Before the one above it"), box);
    up->setObjectName(QStringLiteral("queueUp%1").arg(index));
    up->setAccessibleName(tr("Move up: %1").arg(name));
    up->setEnabled(index > 0 && !m_queue.preparing());
    auto* away = new IconButton(QStringLiteral("close"), tr("Not to be trained"), box);
    away->setObjectName(QStringLiteral("queueRemove%1").arg(index));
    away->setAccessibleName(tr("Remove from the queue: %1").arg(name));
    away->setEnabled(index > 0 || !m_queue.preparing());
    line->addWidget(up, 0, Qt::AlignTop);
    line->addWidget(away, 0, Qt::AlignTop);
    connect(up, &QToolButton::clicked, &m_queue, [this, index] { m_queue.moveUp(index); });
    connect(away, &QToolButton::clicked, &m_queue, [this, index] { m_queue.remove(index); });
    return box;
}

} // namespace graft::ui
