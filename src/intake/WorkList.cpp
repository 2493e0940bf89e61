#include "intake/WorkList.h"

#include "intake/GroupPattern.h"
#include "interchange/FolderNames.h"
#include "project/Paths.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace graft::intake {

namespace fs = std::filesystem;
using annotation::Split;

namespace {

struct Source {
    fs::path folder; ///< canonical; of a file: the folder it lies in
    interchange::Found found;
};

/// "data/train data/val": two sides of one dataset, given one by one. A single folder named "test" means
/// nothing.
void takeSplitsOfSourceNames(std::vector<Source>& sources) {
    const auto side = [](const Source& source) {
        return interchange::splitOfFolder(source.folder.filename().string());
    };
    const bool train =
        std::ranges::any_of(sources, [&](const Source& source) { return side(source) == Split::Train; });
    const bool other = std::ranges::any_of(
        sources, [&](const Source& source) { return side(source).value_or(Split::Train) != Split::Train; });
    if (!train || !other)
        return;
    for (Source& source : sources)
        for (interchange::FoundImage& image : source.found.images)
            if (image.split == Split::None)
                image.split = side(source).value_or(Split::None);
}

/// A split that came with the data is kept as if set by hand. But where it has no validation side, one must
/// be taken from the training images, so those stay free.
bool keepsTraining(const std::vector<Source>& sources) {
    return std::ranges::any_of(sources, [](const Source& source) {
        return std::ranges::any_of(source.found.images,
                                   [](const auto& image) { return image.split == Split::Validation; });
    });
}

class Lister {
public:
    Lister(const IntakeOptions& options, const KnownImages& known, GroupPattern groups)
        : m_options(options), m_known(known), m_groups(std::move(groups)) {}

    Result<WorkList> list(const Monitor& monitor) {
        for (const fs::path& source : m_options.sources)
            readSource(source, monitor);
        if (m_sources.empty())
            return m_firstError.value_or(Error{translate("Intake", "Nothing was given to import.")});
        takeSplitsOfSourceNames(m_sources);
        m_keepTraining = keepsTraining(m_sources);
        for (Source& source : m_sources) {
            for (const interchange::FoundProblem& problem : source.found.problems)
                m_work.first.issues.push_back({.path = problem.path.string(), .problem = problem.problem});
            for (interchange::FoundImage& image : source.found.images)
                take(image, source);
        }
        return std::move(m_work);
    }

private:
    void readSource(const fs::path& source, const Monitor& monitor) {
        interchange::ReadOptions read = m_options.read;
        read.masksWanted = m_known.masksWanted;
        for (const std::string& stored : m_known.paths)
            read.known.push_back(project::absolutePath(m_known.projectFolder, stored));
        auto found = interchange::readSource(source, read, monitor);
        if (!found) {
            m_work.first.issues.push_back({.severity = project::Issue::Severity::Error,
                                           .path = source.string(),
                                           .problem = found.error().message});
            if (!m_firstError)
                m_firstError = found.error();
            return;
        }
        std::error_code failure;
        const fs::path canonical = fs::canonical(source, failure);
        m_sources.push_back(
            {fs::is_directory(canonical, failure) ? canonical : canonical.parent_path(), std::move(*found)});
    }

    void take(interchange::FoundImage& image, const Source& source) {
        if (source.found.format == "folders" && !m_options.foldersAreClasses)
            image.className.clear();
        std::string stored = project::storedPath(m_known.projectFolder, image.path);
        if (!m_seen.insert(stored).second)
            return;
        if (m_known.paths.contains(stored)) {
            ++m_work.first.known;
            if (!image.shapes.empty())
                m_work.first.shapes.emplace_back(stored, std::move(image.shapes));
            if (!image.className.empty())
                m_work.first.labels.emplace_back(std::move(stored), std::move(image.className));
            return;
        }
        WorkItem item{std::move(image.path), std::move(image.className), std::move(image.shapes),
                      image.split};
        item.splitByHand = item.split != Split::None && (item.split != Split::Train || m_keepTraining);
        if (m_options.split != Split::None) {
            item.split = m_options.split;
            item.splitByHand = true;
        }
        item.group = m_groups.groupOf(item.path, source.folder);
        if (item.group.empty())
            item.group = std::move(image.group);
        m_work.items.push_back(std::move(item));
    }

    const IntakeOptions& m_options;
    const KnownImages& m_known;
    GroupPattern m_groups;
    std::vector<Source> m_sources;
    std::optional<Error> m_firstError;
    bool m_keepTraining = false;
    std::unordered_set<std::string> m_seen;
    WorkList m_work;
};

} // namespace

Result<WorkList> listWork(const IntakeOptions& options, const KnownImages& known, const Monitor& monitor) {
    auto groups = GroupPattern::compile(options.groupPattern);
    if (!groups)
        return groups.error();
    return Lister(options, known, std::move(*groups)).list(monitor);
}

} // namespace graft::intake
