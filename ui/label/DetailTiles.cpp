#include "ui/label/DetailTiles.h"

#include "imaging/RegionReader.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

constexpr int kTilesAtOnce = 8; ///< of a row: strips are unpacked over their whole width anyway

} // namespace

/// Belongs to the reading thread, of which there is one.
struct DetailTiles::File {
    std::filesystem::path path;
    std::optional<imaging::RegionReader> reader{};

    Result<imaging::Image> read(const imaging::Region& region, int shrink) {
        if (!reader) {
            auto opened = imaging::RegionReader::open(path);
            if (!opened)
                return opened.error();
            reader.emplace(std::move(*opened));
        }
        return reader->read(region, shrink);
    }
};

/// Tiles beside each other.
struct DetailTiles::Job {
    int shrink = 1;
    int column = 0;
    int row = 0;
    int count = 0;
    int generation = 0;
};

DetailTiles::DetailTiles(std::size_t limitBytes, QObject* parent) : QObject(parent), m_limit(limitBytes) {
    m_pool.setMaxThreadCount(1);
}

DetailTiles::~DetailTiles() {
    m_pool.clear();
    m_pool.waitForDone();
}

void DetailTiles::setImage(std::shared_ptr<const LoadedImage> image) {
    if (image == m_image)
        return;
    m_image = image && !image->file.empty() && !image->levels.empty() ? std::move(image) : nullptr;
    m_file = m_image ? std::make_shared<File>(File{m_image->file}) : nullptr;
    forgetTiles();
}

// Of 8 bits the canvas tones what it paints.
void DetailTiles::setTone(const Tone& tone) {
    m_tone = tone;
    if (m_image && !m_image->samples.empty())
        forgetTiles();
}

void DetailTiles::forgetTiles() {
    ++m_generation;
    m_tiles.clear();
    m_missing.clear();
    m_problem.clear();
    m_composed = {};
}

std::size_t DetailTiles::bytes() const {
    std::size_t sum = 0;
    for (const auto& [place, tile] : m_tiles)
        sum += std::size_t(tile.pixels.sizeInBytes());
    return sum;
}

QRect DetailTiles::tilesOver(const QRect& wanted, int shrink) const {
    const int side = kSide * shrink;
    return {QPoint(wanted.left() / side, wanted.top() / side),
            QPoint(wanted.right() / side, wanted.bottom() / side)};
}

QRect DetailTiles::areaOf(const QRect& tiles, int shrink) const {
    const int side = kSide * shrink;
    return QRect(tiles.topLeft() * side, tiles.size() * side).intersected(QRect(QPoint(), m_image->size));
}

// 0: the levels are as good. No more tiles are in view than may be kept.
int DetailTiles::shrinkFor(const QRect& wanted, double zoom) const {
    int shrink = 1;
    while (2 * shrink * zoom <= 1)
        shrink *= 2;
    const auto tiles = [&] {
        const QRect over = tilesOver(wanted, shrink);
        return std::size_t(over.width()) * std::size_t(over.height());
    };
    while (tiles() > m_limit / kTileBytes)
        shrink *= 2;
    return shrink < m_image->size.width() / m_image->levels.front().width() ? shrink : 0;
}

DetailTiles::Detail DetailTiles::detailOf(const QRect& wanted, double zoom, const QImage& coarse) {
    if (!m_image)
        return {};
    const QRect inside = wanted.intersected(QRect(QPoint(), m_image->size));
    const int shrink = inside.isEmpty() ? 0 : shrinkFor(inside, zoom);
    m_missing.clear();
    if (shrink == 0)
        return m_composed = {};
    ++m_turn;
    const QRect tiles = tilesOver(inside, shrink);
    for (int row = tiles.top(); row <= tiles.bottom(); ++row)
        for (int column = tiles.left(); column <= tiles.right(); ++column) {
            const auto found = m_tiles.find({shrink, column, row});
            if (found == m_tiles.end())
                m_missing.emplace_back(shrink, column, row);
            else
                found->second.used = m_turn;
        }
    const QRect area = areaOf(tiles, shrink);
    if (m_composed.picture.isNull() || m_composed.area != area || m_composed.shrink != shrink ||
        m_composedOver != coarse.cacheKey()) {
        m_composed = {compose(tiles, shrink, coarse), area, shrink};
        m_composedOver = coarse.cacheKey();
    }
    readMore();
    return m_composed;
}

QImage DetailTiles::compose(const QRect& tiles, int shrink, const QImage& coarse) {
    const QRect area = areaOf(tiles, shrink);
    const auto smaller = [shrink](int length) { return (length + shrink - 1) / shrink; };
    QImage picture(smaller(area.width()), smaller(area.height()), QImage::Format_RGB32);
    QPainter painter(&picture);
    if (!m_missing.empty()) {
        const double ratio = double(coarse.width()) / m_image->size.width();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(picture.rect()), coarse,
                          QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio));
    }
    for (int row = tiles.top(); row <= tiles.bottom(); ++row)
        for (int column = tiles.left(); column <= tiles.right(); ++column)
            if (const auto found = m_tiles.find({shrink, column, row});
                found != m_tiles.end() && !found->second.pixels.isNull())
                painter.drawImage(QPoint(column - tiles.left(), row - tiles.top()) * kSide,
                                  found->second.pixels);
    return picture;
}

// One piece at a time, so that what is looked at now never waits for what was looked at before.
void DetailTiles::readMore() {
    if (m_reading || m_missing.empty())
        return;
    const auto [shrink, column, row] = m_missing.front();
    Job job{shrink, column, row, 0, m_generation};
    for (const Place& place : m_missing)
        if (place == Place{shrink, column + job.count, row} && job.count < kTilesAtOnce)
            ++job.count;
    const QRect area = areaOf(QRect(column, row, job.count, 1), shrink);
    imaging::Window window = m_image->range;
    if (!m_image->samples.empty())
        window = windowOf(m_image->range, m_tone);
    m_reading = true;
    m_pool.start([this, job, area, window, bands = m_image->bands, file = m_file] {
        const auto read = file->read({area.x(), area.y(), area.width(), area.height()}, job.shrink);
        QImage pixels = read ? pictureOf(shownOf(*read, bands), window) : QImage();
        QString problem = read ? QString() : QString::fromStdString(read.error().message);
        QMetaObject::invokeMethod(
            this,
            [this, job, pixels = std::move(pixels), problem = std::move(problem)] {
                m_reading = false;
                if (job.generation == m_generation)
                    take(job, pixels, problem);
                readMore();
            },
            Qt::QueuedConnection);
    });
}

void DetailTiles::take(const Job& job, const QImage& pixels, const QString& problem) {
    if (!problem.isEmpty())
        m_problem = problem;
    for (int i = 0; i < job.count; ++i) {
        const Place place{job.shrink, job.column + i, job.row};
        const QRect part = QRect(i * kSide, 0, kSide, kSide).intersected(pixels.rect());
        m_tiles[place] = {pixels.isNull() ? QImage() : pixels.copy(part), m_turn};
        std::erase(m_missing, place);
    }
    dropOld();
    m_composed = {};
    Q_EMIT arrived();
}

void DetailTiles::dropOld() {
    while (bytes() > m_limit) {
        const auto oldest =
            std::ranges::min_element(m_tiles, {}, [](const auto& entry) { return entry.second.used; });
        m_tiles.erase(oldest);
    }
}

} // namespace graft::ui
