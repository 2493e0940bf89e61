#include "interchange/Listing.h"

#include "base/Files.h"
#include "imaging/Decode.h"
#include "interchange/FolderNames.h"
#include "interchange/MaskFiles.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostFiles = 5'000'000;

bool isBelow(const fs::path& root, const fs::path& path) {
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

bool mayAnnotate(const std::string& name) {
    static constexpr std::array<std::string_view, 8> kEndings{".csv", ".tsv",   ".json", ".xml",
                                                              ".txt", ".names", ".yaml", ".yml"};
    const std::string lower = lowerCase(name);
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

class Walk {
public:
    Walk(Listing& listing, const Monitor& monitor, Masks masks)
        : m_listing(listing), m_monitor(monitor), m_masks(masks) {}

    /// An error code where the folder itself cannot be read.
    std::error_code fill(Folder& folder, int depth) {
        const fs::path absolute = m_listing.root / folder.path;
        std::error_code failure;
        fs::directory_iterator entry(absolute, failure);
        if (failure)
            return failure;
        int linksOut = 0;
        std::vector<std::string> below;
        for (const fs::directory_iterator end; entry != end && !over(); entry.increment(failure)) {
            take(*entry, folder, below, linksOut);
            if (failure)
                break;
        }
        if (failure)
            report(absolute, systemErrorText(failure.value()));
        if (linksOut > 0)
            m_listing.problems.push_back(
                {absolute,
                 translate("Interchange", "%1 links in this folder lead out of it and were not followed.",
                           {std::to_string(linksOut)})});
        std::ranges::sort(folder.images);
        std::ranges::sort(folder.texts);
        if (m_masks == Masks::SetAside)
            setMasksAside(folder, absolute);
        m_listing.imageCount += folder.images.size();
        m_monitor.report(std::int64_t(m_listing.imageCount), 0,
                         translate("Interchange", "Looking for images"));
        std::ranges::sort(below);
        descend(folder, below, depth);
        return {};
    }

private:
    bool over() const { return m_files > kMostFiles || m_monitor.stopRequested(); }

    void take(const fs::directory_entry& entry, Folder& folder, std::vector<std::string>& below,
              int& linksOut) {
        std::string name = entry.path().filename().string();
        if (isJunk(name))
            return;
        ++m_files;
        std::error_code failure;
        if (entry.is_symlink(failure)) {
            const fs::path target = fs::canonical(entry.path(), failure);
            const bool interesting =
                failure || imaging::hasImageEnding(name) || fs::is_directory(target, failure);
            if (failure || !isBelow(m_listing.root, target)) {
                linksOut += interesting;
                return;
            }
            if (!fs::is_regular_file(target, failure))
                return;
        } else if (entry.is_directory(failure)) {
            below.push_back(std::move(name));
            return;
        } else if (!entry.is_regular_file(failure)) {
            return;
        }
        if (imaging::hasImageEnding(name))
            folder.images.push_back(std::move(name));
        else if (mayAnnotate(name))
            folder.texts.push_back(std::move(name));
    }

    void descend(Folder& folder, const std::vector<std::string>& below, int depth) {
        if (depth >= kDeepest && !below.empty()) {
            report(m_listing.root / folder.path, translate("Interchange", "its folders are nested too deep"));
            return;
        }
        folder.folders.reserve(below.size());
        for (const std::string& name : below) {
            if (over())
                return;
            Folder& inner = folder.folders.emplace_back();
            inner.name = name;
            inner.path = folder.path / name;
            if (const std::error_code failure = fill(inner, depth + 1))
                report(m_listing.root / inner.path, systemErrorText(failure.value()));
        }
    }

    void setMasksAside(Folder& folder, const fs::path& absolute) {
        if (const int masks = dropMasks(absolute, folder.images); masks > 0)
            m_listing.problems.push_back(
                {absolute,
                 translate(
                     "Interchange",
                     "%1 PNG files bear the names of images beside them and look like their masks. They were "
                     "not added as images.",
                     {std::to_string(masks)})});
    }

    void report(const fs::path& path, const std::string& why) {
        m_listing.problems.push_back(
            {path, translate("Interchange", "This folder cannot be read: %1.", {why})});
    }

    Listing& m_listing;
    const Monitor& m_monitor;
    Masks m_masks;
    std::size_t m_files = 0;
};

void collect(const Folder& folder, std::vector<fs::path>& paths) {
    for (const std::string& image : folder.images)
        paths.push_back(folder.path / image);
    for (const Folder& inner : folder.folders)
        collect(inner, paths);
}

} // namespace

Result<Listing> listFolder(const fs::path& folder, const Monitor& monitor, Masks masks) {
    Listing listing;
    std::error_code failure;
    listing.root = fs::canonical(folder, failure);
    if (!failure)
        failure = Walk(listing, monitor, masks).fill(listing.top, 0);
    if (failure)
        return Error{translate("Interchange", "The folder %1 cannot be read: %2.",
                               {folder.string(), systemErrorText(failure.value())})};
    if (monitor.stopRequested())
        return Error{translate("Interchange", "Looking for images was stopped.")};
    listing.top.name = listing.root.filename().string();
    return listing;
}

std::size_t imagesBelow(const Folder& folder) {
    std::size_t count = folder.images.size();
    for (const Folder& inner : folder.folders)
        count += imagesBelow(inner);
    return count;
}

std::vector<fs::path> imagePaths(const Folder& folder) {
    std::vector<fs::path> paths;
    collect(folder, paths);
    return paths;
}

} // namespace graft::interchange
