// What can be done about an issue.
#include "ui/issues/IssuesPage.h"

#include "intake/ChangedImages.h"
#include "jobs/Job.h"
#include "ui/frame/Studio.h"
#include "ui/issues/IssueTableModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace graft::ui {
namespace {
/// Each is a transaction on disk: a few at a time, so that the window stays alive.
constexpr std::size_t kDismissedAtOnce = 16;
} // namespace

void IssuesPage::connectAll() {
    connect(&m_studio, &Studio::projectAboutToClose, this, [this] {
        m_toDismiss.clear();
        m_model->setIssues({});
    });
    connect(&m_studio, &Studio::projectOpened, this, &IssuesPage::refresh);
    connect(&m_studio, &Studio::projectChanged, this, [this](const project::Change& change) {
        if (change.issues && m_toDismiss.empty())
            refresh();
    });
    connect(&theme::Theme::current(), &theme::Theme::changed, m_table->viewport(),
            [this] { m_table->viewport()->update(); });
    connect(m_emptyButton, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo(m_studio.project() ? PageId::Data : PageId::Start); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text.trimmed());
        refreshDetails();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &IssuesPage::refreshDetails);
    connect(m_table, &QWidget::customContextMenuRequested, this, &IssuesPage::showMenu);
    connect(m_table, &QAbstractItemView::activated, this, &IssuesPage::goThere);
    connect(m_go, &QPushButton::clicked, this, &IssuesPage::goThere);
    connect(m_reveal, &QPushButton::clicked, this, &IssuesPage::reveal);
    connect(m_takeOver, &QPushButton::clicked, this, &IssuesPage::takeOver);
    connect(m_dismiss, &QPushButton::clicked, this, &IssuesPage::dismiss);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(IssueTableModel::asText(m_studio.project()->issues()));
        Q_EMIT m_studio.notify(tr("All issues are in the clipboard."), false);
    });
    const auto shortcut = [this](const QKeySequence& keys, auto act) {
        auto* made = new QShortcut(keys, m_table);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Delete, &IssuesPage::dismiss);
    shortcut(QKeySequence::Copy, &IssuesPage::copy);
}

std::vector<int> IssuesPage::selectedRows() const {
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_filter->mapToSource(index).row());
    std::ranges::sort(rows);
    return rows;
}

std::vector<project::Issue> IssuesPage::selected() const {
    std::vector<project::Issue> issues;
    for (const int row : selectedRows())
        issues.push_back(m_model->issue(row));
    return issues;
}

ImageId IssuesPage::imageOf(const project::Issue& issue) const {
    const project::Project* project = m_studio.project();
    if (!project || issue.path.empty())
        return {};
    for (const project::ImageRecord& image : project->images())
        if (project->absolutePath(image) == issue.path)
            return image.id;
    return {};
}

void IssuesPage::goThere() {
    const std::vector<project::Issue> chosen = selected();
    if (chosen.size() != 1)
        return;
    if (const ImageId image = imageOf(chosen.front()))
        Q_EMIT openInLabel(image);
    else if (!chosen.front().path.empty())
        reveal();
}

void IssuesPage::reveal() {
    const std::vector<project::Issue> chosen = selected();
    if (chosen.empty())
        return;
    const QString path = QString::fromStdString(chosen.front().path);
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT m_studio.notify(tr("The folder %1 cannot be shown.").arg(folder), true);
}

void IssuesPage::copy() {
    const std::vector<project::Issue> chosen = selected();
    if (!chosen.empty())
        QGuiApplication::clipboard()->setText(IssueTableModel::asText(chosen));
}

void IssuesPage::dismiss() {
    if (!m_toDismiss.empty())
        return;
    for (const project::Issue& issue : selected())
        m_toDismiss.push_back(issue.id);
    dismissNext();
}

void IssuesPage::dismissNext() {
    if (!m_studio.project())
        return m_toDismiss.clear();
    for (std::size_t i = 0; i < kDismissedAtOnce && !m_toDismiss.empty(); ++i) {
        if (!m_studio.project()->dismissIssue(m_toDismiss.back())) {
            m_toDismiss.clear(); // the project has told why
            break;
        }
        m_toDismiss.pop_back();
    }
    if (m_toDismiss.empty())
        return refresh();
    QTimer::singleShot(0, this, &IssuesPage::dismissNext);
}

void IssuesPage::takeOver() {
    std::unordered_set<std::string> paths;
    for (const project::Issue& issue : selected())
        paths.insert(issue.path);
    std::vector<intake::ImagePlace> places = intake::imagePlaces(*m_studio.project());
    std::erase_if(places, [&](const auto& place) { return !paths.contains(place.path.string()); });
    const auto records = std::make_shared<std::vector<project::ImageRecord>>();
    const auto work = [records, places,
                       folder = m_studio.project()->thumbnailsFolder()](const Monitor& monitor) {
        *records = intake::readAnew(places, folder, monitor);
        return records->size() == places.size() || monitor.stopRequested()
                   ? QString()
                   : tr("Some of the files cannot be read; they stay in the list.");
    };
    const std::filesystem::path folder = m_studio.project()->folder();
    m_studio.jobs().start(
        tr("Reading changed images"), this, work, [this, records, folder](const jobs::Job& job) {
            project::Project* project = m_studio.project();
            if (!project || project->folder() != folder || records->empty())
                return;
            if (project->refreshImages(*records) &&
                job.message().isEmpty()) // an Error is told by the project
                Q_EMIT m_studio.notify(records->size() == 1
                                           ? tr("The new content of 1 image was taken over.")
                                           : tr("The new content of %1 images was taken over.")
                                                 .arg(countText(qint64(records->size()))),
                                       false);
        });
}

void IssuesPage::showMenu(const QPoint& at) {
    const std::vector<project::Issue> chosen = selected();
    if (chosen.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (chosen.size() == 1 && imageOf(chosen.front()))
        menu->addAction(tr("Go to the image"), this, &IssuesPage::goThere);
    if (chosen.size() == 1 && !chosen.front().path.empty())
        menu->addAction(tr("Show in folder"), this, &IssuesPage::reveal);
    if (m_takeOver->isVisibleTo(this))
        menu->addAction(m_takeOver->text(), this, &IssuesPage::takeOver);
    menu->addAction(tr("Copy"), this, &IssuesPage::copy);
    menu->addAction(m_dismiss->text(), this, &IssuesPage::dismiss)->setEnabled(m_dismiss->isEnabled());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace graft::ui
