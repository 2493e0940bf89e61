#pragma once

#include "ui/label/ImageLoader.h"

#include <map>
#include <tuple>

namespace graft::ui {

/// The true pixels of an image that is too large to be held: of the part in view, as tiles that are read from
/// its file in the background and kept up to a bound. UI thread.
class DetailTiles : public QObject {
    Q_OBJECT
public:
    static constexpr int kSide = 512;
    static constexpr std::size_t kTileBytes = std::size_t(kSide) * kSide * 4;
    static constexpr std::size_t kLimitBytes = 128 * kTileBytes;

    explicit DetailTiles(std::size_t limitBytes = kLimitBytes, QObject* parent = nullptr);
    ~DetailTiles() override;

    /// Null, or one whose pixels are all there: nothing is read.
    void setImage(std::shared_ptr<const LoadedImage> image);
    void setTone(const Tone& tone);

    /// A picture of part of the image.
    struct Detail {
        QImage picture; ///< null: what is loaded shows as much
        QRect area;     ///< that it covers, in pixels of the image
        int shrink = 1; ///< pixels of the image per pixel of the picture
    };
    /// Covers `wanted` with a pixel for every pixel of the screen, at most one for each of the image; `zoom`:
    /// screen pixels per image pixel. What is not here yet is taken from `coarse`, the whole image smaller,
    /// and asked for; arrived() tells when there is more.
    Detail detailOf(const QRect& wanted, double zoom, const QImage& coarse);

    /// Everything that was asked for last is here.
    bool idle() const { return !m_reading && m_missing.empty(); }
    std::size_t bytes() const;
    /// Why a part could not be read; empty: none failed.
    const QString& problem() const { return m_problem; }

Q_SIGNALS:
    void arrived();

private:
    /// Pixels of the image per pixel of the tile; column and row of the tile.
    using Place = std::tuple<int, int, int>;
    struct Tile {
        QImage pixels; ///< null: it could not be read
        std::uint64_t used = 0;
    };
    struct File;
    struct Job;

    int shrinkFor(const QRect& wanted, double zoom) const;
    QRect tilesOver(const QRect& wanted, int shrink) const;
    QRect areaOf(const QRect& tiles, int shrink) const;
    QImage compose(const QRect& tiles, int shrink, const QImage& coarse);
    void readMore();
    void take(const Job& job, const QImage& pixels, const QString& problem);
    void dropOld();
    void forgetTiles();

    std::size_t m_limit;
    std::shared_ptr<const LoadedImage> m_image; ///< null: nothing to read
    std::shared_ptr<File> m_file;
    Tone m_tone;
    std::map<Place, Tile> m_tiles;
    std::vector<Place> m_missing; ///< of what was asked for last
    std::uint64_t m_turn = 0;
    int m_generation = 0;
    bool m_reading = false;
    QString m_problem;
    Detail m_composed;         ///< as it was asked for last, until more arrives
    qint64 m_composedOver = 0; ///< the coarse picture
    QThreadPool m_pool;
};

} // namespace graft::ui
