#pragma once

#include "base/Ids.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace graft::project {
struct Change;
class Project;
} // namespace graft::project

namespace graft::ui {

class Studio;

/// A small picture of an image, or why there is none. A file that has gone may still have its picture.
struct Thumbnail {
    QImage picture;
    bool missing = false;
    QString problem; ///< empty: the picture is good
};

/// Small pictures of the open project's images, decoded on own threads, kept up to a number of bytes.
/// Consumers say what they want to see now, the most wanted first; what nobody wants any more is never
/// decoded. UI thread.
class ThumbnailCache : public QObject {
    Q_OBJECT
public:
    /// All that a worker needs to know of an image.
    struct Source {
        std::filesystem::path thumbnailsFolder;
        std::filesystem::path path;
        std::string contentHash;
    };
    /// Called on a worker thread.
    using Decode = std::function<Thumbnail(const Source&)>;
    using Find = std::function<std::optional<Source>(ImageId)>;

    static constexpr std::size_t kLimitBytes = 96u << 20;
    /// Pictures are kept at this longer side where that is enough to show, else as large as they come.
    static constexpr int kSmallSide = 128;

    ThumbnailCache(Find find, Decode decode, std::size_t limitBytes = kLimitBytes, QObject* parent = nullptr);
    ~ThumbnailCache() override;
    /// The one of a studio, shared by its pages; made at the first call.
    static ThumbnailCache& of(Studio& studio);

    /// Null: not here yet. The answer is valid until the event loop runs again.
    const Thumbnail* find(ImageId id);
    /// Replaces what `consumer` wanted before. `side`: longer side in device pixels that will be shown.
    void want(QObject* consumer, std::vector<ImageId> ids, int side);
    /// Nothing that is wanted is still to come.
    bool idle() const;
    std::size_t bytes() const { return m_bytes; }
    int decoded() const { return m_decoded; } ///< for tests: how many answers came so far

    void clear();
    void apply(const project::Change& change);
    /// Tries those again that could not be read.
    void retryFailed();

Q_SIGNALS:
    void ready(graft::ImageId id);
    void becameIdle();

private:
    struct Entry {
        Thumbnail thumbnail;
        bool small = false;
        std::size_t bytes = 0;
        std::list<ImageId>::iterator age;
    };
    struct Wanted {
        std::vector<ImageId> ids;
        std::unordered_set<ImageId> set;
        std::size_t next = 0;
        bool small = false;
    };
    struct Task {
        ImageId id;
        bool small = false;
    };

    void startMore();
    void lookAgain();
    std::optional<Task> nextTask();
    bool isWanted(ImageId id) const;
    bool has(ImageId id, bool small) const;
    void start(Task task, Source source);
    void store(Task task, Thumbnail thumbnail);
    void forget(ImageId id);
    bool makeRoom(std::size_t bytes);

    Find m_find;
    Decode m_decode;
    std::size_t m_limit;
    std::size_t m_bytes = 0;
    int m_decoded = 0;
    int m_generation = 0;
    bool m_full = false; ///< everything kept is on screen: decoding more would only push it out
    std::unordered_map<ImageId, Entry> m_entries;
    std::list<ImageId> m_ages; ///< the one used last at the front
    std::unordered_set<ImageId> m_inFlight;
    QHash<QObject*, Wanted> m_wanted;
    QThreadPool m_pool;
};

} // namespace graft::ui
