#include "intake/MovedImages.h"

#include "base/Files.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unordered_map>
#include <unordered_set>

namespace graft::intake {

namespace fs = std::filesystem;

namespace {

constexpr qint64 kBlock = 1 << 20;

/// Of a file of any size. Empty where the stop came.
Result<std::string> hashOf(const fs::path& path, const Monitor& monitor) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString().toStdString()};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(kBlock, Qt::Uninitialized);
    while (!monitor.stopRequested()) {
        const qint64 read = file.read(block.data(), block.size());
        if (read < 0)
            return Error{file.errorString().toStdString()};
        if (read == 0)
            return hash.result().toHex().toStdString();
        hash.addData(QByteArrayView(block.constData(), read));
    }
    return std::string();
}

bool isProject(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / "project.sqlite", ignored);
}

/// How many names at the end of both paths are equal.
int likeness(const fs::path& a, const fs::path& b) {
    int equal = 0;
    for (auto i = a.end(), j = b.end(); i != a.begin() && j != b.begin(); ++equal)
        if (*--i != *--j)
            break;
    return equal;
}

class Search {
public:
    Search(const std::vector<ImagePlace>& missing, const std::vector<ImagePlace>& all, const Monitor& monitor)
        : m_missing(missing), m_monitor(monitor) {
        for (const ImagePlace& place : missing)
            if (!place.contentHash.empty() && place.fileBytes > 0)
                m_sizes.insert(place.fileBytes);
        for (const ImagePlace& place : all)
            m_taken.insert(place.path.string());
    }

    Result<> list(const fs::path& folder);
    void read();
    FoundAgain result();

private:
    void listOne(const fs::path& folder, std::vector<fs::path>& open);
    void consider(const fs::directory_entry& entry);

    const std::vector<ImagePlace>& m_missing;
    const Monitor& m_monitor;
    std::unordered_set<std::int64_t> m_sizes;
    std::unordered_set<std::string> m_taken;
    std::vector<fs::path> m_candidates;
    std::unordered_map<std::string, std::vector<fs::path>> m_byHash;
    std::vector<std::string> m_unreadable;
    std::int64_t m_seen = 0;
};

Result<> Search::list(const fs::path& folder) {
    std::error_code failure;
    const fs::path root = fs::canonical(folder, failure);
    const auto cannot = [&](const std::error_code& why) {
        return Error{translate("MovedImages", "The folder %1 cannot be searched: %2.",
                               {folder.string(), systemErrorText(why.value())})};
    };
    if (failure)
        return cannot(failure);
    if (fs::directory_iterator(root, failure); failure)
        return cannot(failure);
    std::vector<fs::path> open{root};
    while (!open.empty() && !m_monitor.stopRequested()) {
        const fs::path next = std::move(open.back());
        open.pop_back();
        m_monitor.report(m_seen, 0, translate("MovedImages", "Looking into %1", {next.string()}));
        listOne(next, open);
    }
    std::ranges::sort(m_candidates);
    return {};
}

/// The files of one folder; its folders are added to `open`.
void Search::listOne(const fs::path& folder, std::vector<fs::path>& open) {
    std::error_code failure;
    fs::directory_iterator at(folder, failure);
    for (const fs::directory_iterator end; !failure && at != end && !m_monitor.stopRequested();
         at.increment(failure)) {
        ++m_seen;
        std::error_code ignored;
        if (!at->is_directory(ignored))
            consider(*at);
        else if (!at->is_symlink(ignored) && !isProject(at->path()))
            open.push_back(at->path());
    }
    if (failure)
        m_unreadable.push_back(folder.string() + ": " + systemErrorText(failure.value()));
}

void Search::consider(const fs::directory_entry& entry) {
    std::error_code failure;
    if (!entry.is_regular_file(failure))
        return;
    const auto size = std::int64_t(entry.file_size(failure));
    if (!failure && m_sizes.contains(size) && !m_taken.contains(entry.path().string()))
        m_candidates.push_back(entry.path());
}

void Search::read() {
    const auto total = std::int64_t(m_candidates.size());
    for (std::int64_t done = 0; const fs::path& file : m_candidates) {
        if (m_monitor.stopRequested())
            return;
        m_monitor.report(done++, total, translate("MovedImages", "Comparing files"));
        auto hash = hashOf(file, m_monitor);
        if (!hash)
            m_unreadable.push_back(file.string() + ": " + hash.error().message);
        else if (!hash->empty())
            m_byHash[*hash].push_back(file);
    }
    m_monitor.report(total, total, translate("MovedImages", "Comparing files"));
}

FoundAgain Search::result() {
    FoundAgain found{.unreadable = std::move(m_unreadable)};
    for (const ImagePlace& place : m_missing) {
        const auto copies = m_byHash.find(place.contentHash);
        if (copies == m_byHash.end() || copies->second.empty()) {
            ++found.stillMissing;
            continue;
        }
        std::vector<fs::path>& files = copies->second;
        const auto best = std::ranges::max_element(
            files, {}, [&](const fs::path& file) { return likeness(file, place.path); });
        found.paths.emplace_back(place.id, best->string());
        files.erase(best);
    }
    return found;
}

} // namespace

std::vector<ImagePlace> imagePlaces(const project::Project& project) {
    std::vector<ImagePlace> places;
    places.reserve(project.images().size());
    for (const project::ImageRecord& image : project.images())
        places.push_back(
            {image.id, project.absolutePath(image), image.fileBytes, image.contentHash, image.modified});
    return places;
}

std::vector<ImagePlace> missingImages(const std::vector<ImagePlace>& places, const Monitor& monitor) {
    std::vector<ImagePlace> missing;
    for (const ImagePlace& place : places) {
        if (monitor.stopRequested())
            break;
        struct stat status {};
        if (::stat(place.path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
            missing.push_back(place);
    }
    return missing;
}

Result<FoundAgain> findAgain(const std::vector<ImagePlace>& missing, const std::vector<ImagePlace>& all,
                             const fs::path& folder, const Monitor& monitor) {
    Search search(missing, all, monitor);
    if (auto listed = search.list(folder); !listed)
        return listed.error();
    search.read();
    return search.result();
}

Result<Relinked> relinkMoved(project::Project& project, const fs::path& folder, const Monitor& monitor) {
    const auto places = imagePlaces(project);
    auto found = findAgain(missingImages(places, monitor), places, folder, monitor);
    if (!found)
        return found.error();
    const auto changed = project.relink(found->paths);
    if (!changed)
        return changed.error();
    const int refused = int(found->paths.size()) - *changed;
    return Relinked{*changed, found->stillMissing + refused, std::move(found->unreadable)};
}

} // namespace graft::intake
