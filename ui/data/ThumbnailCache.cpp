#include "ui/data/ThumbnailCache.h"

#include "intake/Intake.h"
#include "project/Project.h"
#include "ui/frame/Studio.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr std::size_t kEntryOverhead = 512;

QImage toQImage(const imaging::Image& image) {
    return QImage(image.u8(), image.width(), image.height(), image.width() * 3, QImage::Format_RGB888)
        .convertToFormat(QImage::Format_RGB32);
}

Thumbnail decodeThumbnail(const ThumbnailCache::Source& source) {
    Thumbnail thumbnail;
    std::error_code ignored;
    thumbnail.missing = !std::filesystem::exists(source.path, ignored);
    const auto image = intake::thumbnail(source.thumbnailsFolder, source.path, source.contentHash);
    if (image)
        thumbnail.picture = toQImage(*image);
    else
        thumbnail.problem = QString::fromStdString(image.error().message);
    return thumbnail;
}

QImage shrunk(const QImage& picture, int side) {
    if (std::max(picture.width(), picture.height()) <= side)
        return picture;
    return picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

std::optional<ThumbnailCache::Source> sourceOf(const project::Project* project, ImageId id) {
    const project::ImageRecord* image = project ? project->image(id) : nullptr;
    if (!image)
        return std::nullopt;
    return ThumbnailCache::Source{project->thumbnailsFolder(), project->absolutePath(*image),
                                  image->contentHash};
}

} // namespace

ThumbnailCache::ThumbnailCache(Find find, Decode decode, std::size_t limitBytes, QObject* parent)
    : QObject(parent), m_find(std::move(find)), m_decode(std::move(decode)), m_limit(limitBytes) {
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 2, 6));
    m_pool.setThreadPriority(QThread::LowPriority);
}

ThumbnailCache::~ThumbnailCache() {
    m_pool.clear();
    m_pool.waitForDone();
}

ThumbnailCache& ThumbnailCache::of(Studio& studio) {
    if (auto* cache = studio.findChild<ThumbnailCache*>({}, Qt::FindDirectChildrenOnly))
        return *cache;
    auto* cache = new ThumbnailCache([&studio](ImageId id) { return sourceOf(studio.project(), id); },
                                     decodeThumbnail, kLimitBytes, &studio);
    connect(&studio, &Studio::projectAboutToClose, cache, &ThumbnailCache::clear);
    connect(&studio, &Studio::projectOpened, cache, &ThumbnailCache::clear);
    connect(&studio, &Studio::projectChanged, cache, &ThumbnailCache::apply);
    return *cache;
}

const Thumbnail* ThumbnailCache::find(ImageId id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return nullptr;
    m_ages.splice(m_ages.begin(), m_ages, found->second.age);
    return &found->second.thumbnail;
}

void ThumbnailCache::want(QObject* consumer, std::vector<ImageId> ids, int side) {
    if (!m_wanted.contains(consumer))
        connect(consumer, &QObject::destroyed, this, [this, consumer] { m_wanted.remove(consumer); });
    Wanted wanted;
    wanted.set = {ids.begin(), ids.end()};
    wanted.ids = std::move(ids);
    wanted.small = side <= kSmallSide;
    m_wanted[consumer] = std::move(wanted);
    m_full = false;
    startMore();
}

bool ThumbnailCache::idle() const {
    if (!m_inFlight.empty())
        return false;
    return m_full || std::all_of(m_wanted.begin(), m_wanted.end(), [this](const Wanted& wanted) {
               return std::all_of(wanted.ids.begin(), wanted.ids.end(),
                                  [&](ImageId id) { return has(id, wanted.small); });
           });
}

bool ThumbnailCache::has(ImageId id, bool small) const {
    const auto found = m_entries.find(id);
    return found != m_entries.end() && (small || !found->second.small);
}

bool ThumbnailCache::isWanted(ImageId id) const {
    return std::any_of(m_wanted.begin(), m_wanted.end(),
                       [id](const Wanted& wanted) { return wanted.set.contains(id); });
}

std::optional<ThumbnailCache::Task> ThumbnailCache::nextTask() {
    for (Wanted& wanted : m_wanted)
        for (; wanted.next < wanted.ids.size(); ++wanted.next) {
            const ImageId id = wanted.ids[wanted.next];
            if (!m_inFlight.contains(id) && !has(id, wanted.small))
                return Task{id, wanted.small};
        }
    return std::nullopt;
}

// Two tasks per thread: the next one waits in the pool while the UI thread is busy.
void ThumbnailCache::startMore() {
    while (!m_full && int(m_inFlight.size()) < 2 * m_pool.maxThreadCount()) {
        const std::optional<Task> task = nextTask();
        if (!task)
            break;
        if (const std::optional<Source> source = m_find(task->id))
            start(*task, *source);
        else
            store(*task, {{}, true, tr("This image is no longer part of the project.")});
    }
    if (idle())
        Q_EMIT becameIdle();
}

void ThumbnailCache::start(Task task, Source source) {
    m_inFlight.insert(task.id);
    m_pool.start([this, task, source = std::move(source), decode = m_decode, generation = m_generation] {
        Thumbnail thumbnail = decode(source);
        if (task.small)
            thumbnail.picture = shrunk(thumbnail.picture, kSmallSide);
        QMetaObject::invokeMethod(
            this,
            [this, task, thumbnail = std::move(thumbnail), generation]() mutable {
                if (generation != m_generation)
                    return;
                m_inFlight.erase(task.id);
                store(task, std::move(thumbnail));
                Q_EMIT ready(task.id);
                if (task.small)
                    lookAgain(); // somebody may have asked for a larger one meanwhile
                startMore();
            },
            Qt::QueuedConnection);
    });
}

void ThumbnailCache::store(Task task, Thumbnail thumbnail) {
    ++m_decoded;
    forget(task.id);
    const std::size_t bytes = std::size_t(thumbnail.picture.sizeInBytes()) + kEntryOverhead;
    if (!makeRoom(bytes)) {
        m_full = true;
        return;
    }
    m_ages.push_front(task.id);
    m_entries.emplace(task.id, Entry{std::move(thumbnail), task.small, bytes, m_ages.begin()});
    m_bytes += bytes;
}

// Pushes out what was used longest ago, but nothing that is on screen.
bool ThumbnailCache::makeRoom(std::size_t bytes) {
    for (auto oldest = m_ages.end(); m_bytes + bytes > m_limit && oldest != m_ages.begin();) {
        --oldest;
        if (isWanted(*oldest))
            continue;
        const ImageId id = *oldest;
        ++oldest;
        forget(id);
    }
    return m_bytes + bytes <= m_limit;
}

void ThumbnailCache::forget(ImageId id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    m_bytes -= found->second.bytes;
    m_ages.erase(found->second.age);
    m_entries.erase(found);
}

void ThumbnailCache::clear() {
    ++m_generation;
    m_pool.clear();
    m_entries.clear();
    m_ages.clear();
    m_inFlight.clear();
    m_wanted.clear();
    m_bytes = 0;
    m_full = false;
}

void ThumbnailCache::apply(const project::Change& change) {
    for (ImageId id : change.imagesRemoved)
        forget(id);
    for (ImageId id : change.imagesChanged)
        if (const auto found = m_entries.find(id);
            found != m_entries.end() &&
            (found->second.thumbnail.missing || !found->second.thumbnail.problem.isEmpty()))
            forget(id);
    lookAgain();
    startMore();
}

void ThumbnailCache::lookAgain() {
    for (Wanted& wanted : m_wanted)
        wanted.next = 0;
}

void ThumbnailCache::retryFailed() {
    std::vector<ImageId> failed;
    for (const auto& [id, entry] : m_entries)
        if (entry.thumbnail.missing || !entry.thumbnail.problem.isEmpty())
            failed.push_back(id);
    for (ImageId id : failed)
        forget(id);
    lookAgain();
    startMore();
}

} // namespace graft::ui
