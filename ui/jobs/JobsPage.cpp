#include "ui/jobs/JobsPage.h"

#include "ui/frame/PageNames.h"
#include "ui/jobs/JobLog.h"
#include "ui/jobs/JobRow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <set>

namespace graft::ui {
namespace {
constexpr int kColumnWidth = 760;
}

JobsPage::JobsPage(JobLog& log, QWidget* parent)
    : Page(PageId::Jobs, pageTitle(PageId::Jobs), parent), m_log(log), m_stack(new QStackedWidget(this)),
      m_forget(new QuietButton(tr("Clear the finished"), {}, this)) {
    setObjectName(QStringLiteral("jobsPage"));
    m_forget->setObjectName(QStringLiteral("forgetJobs"));
    titleActions()->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, &m_log, &JobLog::forgetFinished);

    auto* empty =
        new EmptyState(QStringLiteral("jobs"), tr("Nothing is running"),
                       tr("Imports, downloads, training and reports work in the background. What runs "
                          "and what became of it is shown here."),
                       this);
    empty->setObjectName(QStringLiteral("jobsEmpty"));
    m_stack->addWidget(empty);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* board = new QWidget(scroll);
    auto* sides = new QHBoxLayout(board);
    sides->setContentsMargins(0, 0, 0, 0);
    auto* middle = new QWidget(board);
    middle->setMaximumWidth(kColumnWidth);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, theme::kInside, 0);
    column->setSpacing(theme::kAround);
    m_running = addSection(column, tr("Running"));
    m_over = addSection(column, tr("Finished"));
    column->addStretch(1);
    sides->addWidget(middle, 1);
    sides->addStretch(0);
    scroll->setWidget(board);
    m_stack->addWidget(scroll);
    content()->addWidget(m_stack, 1);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_log, signal, this, &JobsPage::refresh);
    connect(&m_log, &QAbstractItemModel::dataChanged, this, &JobsPage::refresh);
    refresh();
}

JobsPage::Section JobsPage::addSection(QVBoxLayout* column, const QString& title) {
    Section section;
    section.box = new QWidget(this);
    section.rows = new QVBoxLayout(section.box);
    section.rows->setContentsMargins(0, 0, 0, 0);
    section.rows->setSpacing(0);
    section.rows->addWidget(headingLabel(title, section.box));
    column->addWidget(section.box);
    return section;
}

int JobsPage::rowInLog(int number) const {
    for (int row = 0; row < m_log.rowCount(); ++row)
        if (m_log.entry(row).number == number)
            return row;
    return -1;
}

JobRow* JobsPage::makeRow(int number) {
    auto* row = new JobRow(this);
    connect(row, &JobRow::cancelled, this, [this, number] { m_log.cancel(rowInLog(number)); });
    connect(row, &JobRow::pauseToggled, this, [this, number] { m_log.togglePause(rowInLog(number)); });
    connect(row, &JobRow::opened, this, [this] { Q_EMIT goTo(PageId::Train); });
    return row;
}

void JobsPage::place(JobRow* row, const JobEntry& entry) {
    const Section& section = entry.isOver() ? m_over : m_running;
    if (section.rows->indexOf(row) >= 0)
        return;
    // Below the heading, the newest first.
    section.rows->insertWidget(1, row);
    row->setVisible(true);
}

void JobsPage::refresh() {
    std::set<int> known;
    int running = 0;
    for (int at = m_log.rowCount() - 1; at >= 0; --at) {
        const JobEntry& entry = m_log.entry(at);
        known.insert(entry.number);
        running += !entry.isOver();
        JobRow*& row = m_rows[entry.number];
        if (!row)
            row = makeRow(entry.number);
        row->show(entry);
        place(row, entry);
    }
    std::erase_if(m_rows, [&](const auto& row) {
        if (known.contains(row.first))
            return false;
        row.second->deleteLater();
        row.second->hide();
        return true;
    });
    m_running.box->setVisible(running > 0);
    m_over.box->setVisible(int(known.size()) > running);
    m_forget->setVisible(int(known.size()) > running);
    m_stack->setCurrentIndex(known.empty() ? 0 : 1);
    setSubtitle(running == 0 ? QString() : running == 1 ? tr("1 running") : tr("%1 running").arg(running));
}

} // namespace graft::ui
