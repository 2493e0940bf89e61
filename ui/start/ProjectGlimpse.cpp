#include "ui/start/ProjectGlimpse.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kSide = 320;
constexpr int kEntriesLookedAt = 64;
constexpr qint64 kLargestFile = 4 << 20;

QImage readSmall(const QString& file) {
    QImageReader reader(file);
    const QSize size = reader.size();
    if (!size.isValid() || std::max(size.width(), size.height()) > 8 * kSide)
        return {};
    reader.setScaledSize(size.scaled(kSide, kSide, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

} // namespace

ProjectGlimpse glimpseOf(const QString& folder) {
    const QFileInfo database(folder + QStringLiteral("/project.sqlite"));
    if (!database.isFile())
        return {.there = false};
    ProjectGlimpse glimpse{.changed = database.lastModified()};
    const QFileInfo journal(database.filePath() + QStringLiteral("-wal"));
    if (journal.exists())
        glimpse.changed = std::max(glimpse.changed, journal.lastModified());
    QDirIterator files(folder + QStringLiteral("/thumbnails"),
                       {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")},
                       QDir::Files, QDirIterator::Subdirectories);
    // Not the first three: those that lie side by side on the disk often are of one class.
    std::vector<QString> found;
    while (files.hasNext() && found.size() < kEntriesLookedAt) {
        const QFileInfo file(files.next());
        if (file.size() < kLargestFile)
            found.push_back(file.filePath());
    }
    std::ranges::sort(found);
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), GlimpseReader::kPictures); ++i) {
        const QImage picture = readSmall(found[i * found.size() / GlimpseReader::kPictures]);
        if (!picture.isNull())
            glimpse.pictures.push_back(picture);
    }
    return glimpse;
}

GlimpseReader::GlimpseReader(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

GlimpseReader::~GlimpseReader() {
    m_pool.clear();
    m_pool.waitForDone();
}

void GlimpseReader::read(const QString& folder) {
    ++m_reading;
    m_pool.start([this, folder] {
        auto glimpse = glimpseOf(folder);
        QMetaObject::invokeMethod(
            this,
            [this, folder, glimpse = std::move(glimpse)] {
                --m_reading;
                Q_EMIT arrived(folder, glimpse);
            },
            Qt::QueuedConnection);
    });
}

} // namespace graft::ui
