#include "ui/issues/IssuesPage.h"

#include "intake/ChangedImages.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/Studio.h"
#include "ui/issues/IssueTableModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/WholeRowDelegate.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kRowHeight = 32;
constexpr int kSeverityWidth = 112;
constexpr int kFileWidth = 240;
constexpr int kSearchWidth = 240;

/// A kind that there is none of needs no switch; one that is off stays, so that it can be switched on.
void showCount(Chip& chip, int count) {
    chip.setCount(count);
    chip.setVisible(count > 0 || !chip.isChecked());
}

} // namespace

IssuesPage::IssuesPage(Studio& studio, QWidget* parent)
    : Page(PageId::Issues, pageTitle(PageId::Issues), parent), m_studio(studio),
      m_model(new IssueTableModel(this)), m_filter(new IssueFilter(this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("issues"), {}, {}, this)), m_emptyButton(m_empty->addPrimary({})),
      m_copy(new QuietButton(tr("Copy all"), QStringLiteral("copy"), this)) {
    setObjectName(QStringLiteral("issuesPage"));
    m_empty->setObjectName(QStringLiteral("issuesEmpty"));
    m_copy->setObjectName(QStringLiteral("copyIssues"));
    titleActions()->addWidget(m_copy);
    m_filter->setSourceModel(m_model);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildTable());
    content()->addWidget(m_stack, 1);
    connectAll();
    refresh();
}

QWidget* IssuesPage::buildTable() {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kInside + theme::kUnit);
    m_table = new QTableView(body);
    m_table->setObjectName(QStringLiteral("issueTable"));
    m_table->setAccessibleName(tr("Issues"));
    m_table->setModel(m_filter);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new WholeRowDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->resizeSection(IssueTableModel::SeverityColumn, kSeverityWidth);
    header->resizeSection(IssueTableModel::FileColumn, kFileWidth);
    header->setStretchLastSection(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(IssueTableModel::SeverityColumn, Qt::DescendingOrder);
    column->addWidget(buildFilters());
    column->addWidget(m_table, 1);
    column->addWidget(buildDetails());
    return body;
}

QWidget* IssuesPage::buildFilters() {
    auto* bar = new QWidget(this);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kInside);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("issueSearch"));
    m_search->setPlaceholderText(tr("Search files and problems"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    line->addWidget(m_search);
    for (const auto severity : {project::Issue::Severity::Note, project::Issue::Severity::Warning,
                                project::Issue::Severity::Error}) {
        auto* chip = new Chip(severityText(severity), bar);
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setObjectName(QStringLiteral("severity%1").arg(int(severity)));
        connect(chip, &Chip::clicked, this, [this, chip, severity] {
            m_filter->setSeverityShown(severity, chip->isChecked());
            refreshDetails();
        });
        m_severities.push_back(chip);
        line->addWidget(chip);
    }
    line->addStretch(1);
    return bar;
}

QWidget* IssuesPage::buildDetails() {
    m_details = new QWidget(this);
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kInside);
    column->addWidget(hairline(Qt::Horizontal, m_details));
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kInside);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::kUnit);
    m_problem = bodyLabel({}, m_details);
    m_problem->setObjectName(QStringLiteral("issueProblem"));
    m_path = secondaryLabel({}, m_details);
    for (QLabel* label : {m_problem, m_path}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(label);
    }
    line->addLayout(texts, 1);
    m_go = new QuietButton(tr("Go to the image"), {}, m_details);
    m_go->setObjectName(QStringLiteral("issueGo"));
    m_reveal = new QuietButton(tr("Show in folder"), QStringLiteral("folder"), m_details);
    m_reveal->setObjectName(QStringLiteral("issueReveal"));
    m_takeOver = new QuietButton(tr("Take over the new content"), QStringLiteral("refresh"), m_details);
    m_takeOver->setObjectName(QStringLiteral("issueTakeOver"));
    m_takeOver->setToolTip(
        tr("The image is known by what is in its file now. Its class, shapes and side of the split stay."));
    m_dismiss = new QuietButton(tr("Dismiss"), QStringLiteral("check"), m_details);
    m_dismiss->setObjectName(QStringLiteral("issueDismiss"));
    m_dismiss->setToolTip(tr("Takes it off the list (Delete). The file is not touched."));
    for (QPushButton* button : {m_go, m_reveal, m_takeOver, m_dismiss})
        line->addWidget(button, 0, Qt::AlignTop);
    column->addLayout(line);
    return m_details;
}

QString IssuesPage::notReadyReason() const {
    return m_studio.project() ? QString() : tr("Open or create a project first.");
}

int IssuesPage::count() const {
    return m_studio.project() ? int(m_studio.project()->issues().size()) : 0;
}

void IssuesPage::entered() {
    if (m_table->isVisible())
        m_table->setFocus(Qt::OtherFocusReason);
}

void IssuesPage::refresh() {
    const project::Project* project = m_studio.project();
    std::vector<std::int64_t> ids;
    for (const project::Issue& issue : selected())
        ids.push_back(issue.id);
    const int row = m_table->currentIndex().row();
    m_model->setIssues(project ? project->issues() : std::vector<project::Issue>());
    restoreSelection(ids, row);
    for (std::size_t i = 0; i < m_severities.size(); ++i)
        showCount(*m_severities[i], m_model->count(project::Issue::Severity(int(i))));
    const int issues = m_model->rowCount();
    m_stack->setCurrentIndex(issues > 0 ? 1 : 0);
    m_copy->setVisible(issues > 0);
    setSubtitle(issues == 0   ? QString()
                : issues == 1 ? tr("1 issue")
                              : tr("%1 issues").arg(countText(issues)));
    m_empty->setTexts(
        project ? tr("No issues") : tr("No project is open"),
        tr("Files that cannot be used are listed here, each with the reason. Nothing interrupts "
           "your work."));
    m_emptyButton->setText(project ? tr("Go to the data") : tr("Open or create a project"));
    refreshDetails();
    Q_EMIT readinessChanged();
}

void IssuesPage::restoreSelection(const std::vector<std::int64_t>& ids, int row) {
    if (m_filter->rowCount() == 0)
        return;
    QItemSelection kept;
    for (int at = 0; at < m_filter->rowCount(); ++at)
        if (std::ranges::find(ids, m_filter->index(at, 0).data(IssueTableModel::IdRole).toLongLong()) !=
            ids.end())
            kept.select(m_filter->index(at, 0), m_filter->index(at, 0));
    // What was chosen has gone: its neighbour takes its place, so that several can be dealt with one after
    // another.
    const QModelIndex current = kept.isEmpty()
                                    ? m_filter->index(std::clamp(row, 0, m_filter->rowCount() - 1), 0)
                                    : kept.indexes().front();
    QItemSelectionModel* selection = m_table->selectionModel();
    selection->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!kept.isEmpty())
        selection->select(kept, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void IssuesPage::refreshDetails() {
    const std::vector<project::Issue> chosen = selected();
    m_details->setVisible(!chosen.empty());
    if (chosen.empty())
        return;
    const bool one = chosen.size() == 1;
    const bool writable = m_studio.project() && !m_studio.project()->readOnly();
    m_problem->setText(one ? QString::fromStdString(chosen.front().problem)
                           : tr("%1 issues are selected").arg(countText(qint64(chosen.size()))));
    m_path->setText(one ? QString::fromStdString(chosen.front().path) : QString());
    m_path->setVisible(!m_path->text().isEmpty());
    m_go->setVisible(one && bool(imageOf(chosen.front())));
    m_reveal->setVisible(one && !chosen.front().path.empty());
    m_takeOver->setVisible(writable && std::ranges::all_of(chosen, [](const project::Issue& issue) {
                               return issue.problem == intake::changedImageProblem();
                           }));
    m_dismiss->setText(one ? tr("Dismiss") : tr("Dismiss %1").arg(countText(qint64(chosen.size()))));
    m_dismiss->setEnabled(writable && m_toDismiss.empty());
}

} // namespace graft::ui
