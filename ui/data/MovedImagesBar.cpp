#include "ui/data/MovedImagesBar.h"

#include "base/Log.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace graft::ui {
namespace {

constexpr int kProgressSteps = 1000;

QString shown(const QString& folder) {
    return QDir::toNativeSeparators(folder);
}

/// The nearest folder above `path` that is there.
QString existingAbove(std::filesystem::path path) {
    std::error_code ignored;
    do
        path = path.parent_path();
    while (path.has_relative_path() && !std::filesystem::is_directory(path, ignored));
    return QString::fromStdString(path.string());
}

} // namespace

MovedImagesBar::MovedImagesBar(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_message(new InlineMessage(this)),
      m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("movedImages"));
    m_message->setObjectName(QStringLiteral("movedImagesMessage"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::kUnit);
    m_progress->setAccessibleName(tr("Search for moved images"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kUnit);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    m_pool.setMaxThreadCount(1);
    QPushButton* action = m_message->setAction(tr("Find them…"));
    action->setObjectName(QStringLiteral("findMovedImages"));
    connect(action, &QPushButton::clicked, this, &MovedImagesBar::act);
    connect(m_message, &InlineMessage::closed, this, [this] {
        m_closed = true;
        hide();
    });
    connect(&studio, &Studio::projectAboutToClose, this, &MovedImagesBar::forget);
    connect(&studio, &Studio::projectOpened, this, &MovedImagesBar::look);
    connect(&studio, &Studio::projectChanged, this, &MovedImagesBar::apply);
    hide();
    look();
}

MovedImagesBar::~MovedImagesBar() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void MovedImagesBar::forget() {
    ++m_generation;
    m_stop.request_stop();
    if (m_job)
        m_job->cancel();
    m_job.clear();
    m_places.clear();
    m_missing.clear();
    m_closed = false;
    hide();
}

void MovedImagesBar::look() {
    if (!m_studio.project() || m_job)
        return;
    m_stop.request_stop();
    m_stop = {};
    m_places = intake::imagePlaces(*m_studio.project());
    ++m_looking;
    m_pool.start([this, places = m_places, stop = m_stop.get_token(), generation = ++m_generation] {
        auto missing = intake::missingImages(places, {.stop = stop});
        QMetaObject::invokeMethod(
            this,
            [this, generation, missing = std::move(missing)]() mutable {
                deliver(generation, std::move(missing));
            },
            Qt::QueuedConnection);
    });
}

void MovedImagesBar::deliver(int generation, std::vector<intake::ImagePlace> missing) {
    --m_looking;
    if (generation != m_generation)
        return;
    m_missing = std::move(missing);
    if (m_missing.empty() || m_closed)
        return hide();
    tell(m_missing.size() == 1
             ? tr("The file of 1 image is not where it was: %1")
                   .arg(shown(QString::fromStdString(m_missing.front().path.string())))
             : tr("%1 images are not where they were.").arg(countText(qint64(m_missing.size()))));
}

void MovedImagesBar::tell(const QString& text) {
    const bool searching = m_job;
    const bool writable = m_studio.project() && !m_studio.project()->readOnly();
    m_message->setAction(searching ? tr("Stop") : writable ? tr("Find them…") : QString());
    m_progress->setVisible(searching);
    m_progress->setRange(0, 0);
    m_message->show(searching ? InlineMessage::Kind::Note : InlineMessage::Kind::Warning, text);
    setVisible(true);
}

bool MovedImagesBar::movedSinceTheLook(ImageId image) const {
    const auto place = std::ranges::lower_bound(m_places, image, {}, &intake::ImagePlace::id);
    const project::ImageRecord* record = m_studio.project()->image(image);
    return place != m_places.end() && place->id == image && record &&
           m_studio.project()->absolutePath(*record) != place->path;
}

// Undo of what was found, and images that were taken out.
void MovedImagesBar::apply(const project::Change& change) {
    const bool fewer = !m_missing.empty() && !change.imagesRemoved.empty();
    if (fewer ||
        std::ranges::any_of(change.imagesChanged, [&](ImageId image) { return movedSinceTheLook(image); }))
        look();
}

void MovedImagesBar::act() {
    if (m_job)
        m_job->cancel();
    else
        chooseFolder();
}

void MovedImagesBar::chooseFolder() {
    if (m_missing.empty())
        return;
    auto* dialog =
        new QFileDialog(this, tr("Where the images are now"), existingAbove(m_missing.front().path));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MovedImagesBar::searchIn);
    dialog->open();
}

void MovedImagesBar::searchIn(const QString& folder) {
    if (m_job || m_missing.empty() || !m_studio.project())
        return;
    const auto found = std::make_shared<Result<intake::FoundAgain>>(intake::FoundAgain{});
    const auto work = [found, missing = m_missing, all = m_places,
                       folder = std::filesystem::path(folder.toStdString())](const Monitor& monitor) {
        *found = intake::findAgain(missing, all, folder, monitor);
        return *found ? QString() : QString::fromStdString(found->error().message);
    };
    const QString title = tr("Looking for %1 moved images in %2")
                              .arg(countText(qint64(m_missing.size())), QDir(folder).dirName());
    m_job = m_studio.jobs().start(title, this, work,
                                  [this, found, folder, generation = m_generation](const jobs::Job& job) {
                                      if (generation == m_generation)
                                          searched(job, folder, *found);
                                  });
    connect(m_job, &jobs::Job::progressed, this, &MovedImagesBar::showProgress);
    tell(title);
}

void MovedImagesBar::showProgress() {
    if (!m_job || sender() != m_job || m_job->progress().total <= 0)
        return;
    m_progress->setRange(0, kProgressSteps);
    m_progress->setValue(int(m_job->progress().done * kProgressSteps / m_job->progress().total));
}

void MovedImagesBar::searched(const jobs::Job& job, const QString& folder,
                              const Result<intake::FoundAgain>& found) {
    m_job.clear();
    if (!found)
        return tell(QString::fromStdString(found.error().message));
    for (const std::string& file : found->unreadable)
        log(LogLevel::Warning, file);
    const auto changed = m_studio.project()->relink(found->paths);
    if (!changed)
        return look(); // the project has told why
    if (*changed == 0 && job.state() != jobs::JobState::Cancelled)
        return tell(tr("None of the %1 missing images is in %2.")
                        .arg(countText(qint64(m_missing.size())), shown(folder)));
    if (*changed > 0)
        Q_EMIT m_studio.notify(*changed == 1 ? tr("1 image was found again.")
                                             : tr("%1 images were found again.").arg(countText(*changed)),
                               false);
    look();
}

} // namespace graft::ui
