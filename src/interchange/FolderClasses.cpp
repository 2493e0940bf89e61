#include "interchange/FolderClasses.h"

#include "interchange/FolderNames.h"

#include <algorithm>
#include <map>

namespace graft::interchange {

using annotation::Split;

namespace {

bool holdsImages(const Folder& folder) {
    return imagesBelow(folder) > 0;
}

bool isSplit(const Folder& folder) {
    return splitOfFolder(folder.name).has_value();
}

bool isOnlyWrapper(const Folder& folder) {
    return folder.images.empty() && folder.folders.size() == 1;
}

/// Past folders that hold nothing but one folder, such as an unpacked archive makes.
const Folder& unwrapped(const Folder& top) {
    const Folder* folder = &top;
    while (isOnlyWrapper(*folder)) {
        const Folder& inner = folder->folders.front();
        if (isSplit(inner) || (inner.folders.empty() && !isGenericFolder(inner.name)))
            break;
        folder = &inner;
    }
    return *folder;
}

/// "train" is a side of the split beside "val", but a vehicle beside "car" and "bus".
bool isSplitLevel(const Folder& folder) {
    bool any = false;
    bool all = true;
    bool nested = false;
    for (const Folder& inner : folder.folders) {
        if (!holdsImages(inner))
            continue;
        const bool split = isSplit(inner);
        any |= split;
        all &= split;
        nested |= split && std::ranges::any_of(inner.folders, holdsImages);
    }
    return any && (all || nested);
}

class Reader {
public:
    explicit Reader(const Listing& listing) : m_root(listing.root), m_top(unwrapped(listing.top)) {
        read(listing.top);
    }

    FolderClasses take() {
        m_result.areClasses = areClasses();
        if (!m_result.areClasses)
            m_result.problems.clear();
        return std::move(m_result);
    }

private:
    // A single folder of images among nothing else says too little to be a class.
    bool areClasses() const {
        if (m_classes.size() >= 2)
            return true;
        return m_classes.size() == 1 && (m_splitLevel || (m_top.images.empty() && m_top.folders.size() >= 2));
    }

    void read(const Folder& folder) {
        if (&folder != &m_top) {
            addAll(folder.images, folder, {}, Split::None);
            for (const Folder& inner : folder.folders)
                read(inner);
            return;
        }
        m_splitLevel = isSplitLevel(folder);
        if (!m_splitLevel)
            return readClasses(folder, Split::None);
        addAll(folder.images, folder, {}, Split::None);
        for (const Folder& inner : folder.folders)
            readClasses(inner, splitOfFolder(inner.name).value_or(Split::None));
    }

    void readClasses(const Folder& given, Split split) {
        const Folder* folder = &given;
        while (isOnlyWrapper(*folder) && folder != &m_top) {
            const Folder& inner = folder->folders.front();
            if (!isGenericFolder(inner.name) && !isSplit(inner) && inner.name != folder->name)
                break;
            folder = &inner;
        }
        addAll(folder->images, *folder, {}, split);
        const bool splitsInside = split == Split::None && splitsInsideClasses(*folder);
        for (const Folder& inner : folder->folders)
            readClass(inner, split, splitsInside);
    }

    static bool splitsInsideClasses(const Folder& folder) {
        bool any = false;
        for (const Folder& labelClass : folder.folders)
            for (const Folder& inner : labelClass.folders) {
                if (!isSplit(inner))
                    return false;
                any = true;
            }
        return any;
    }

    void readClass(const Folder& folder, Split split, bool splitsInside) {
        const bool none = isGenericFolder(folder.name) || isUnlabelledFolder(folder.name);
        if (!holdsImages(folder)) {
            if (!none)
                m_result.problems.push_back(
                    {m_root / folder.path,
                     translate("Interchange", "This folder holds no image, so the class “%1” was not added.",
                               {folder.name})});
            return;
        }
        const std::string className = none ? std::string() : spelling(folder.name);
        addAll(folder.images, folder, className, split);
        for (const Folder& inner : folder.folders)
            addBelow(inner, className, splitsInside ? splitOfFolder(inner.name).value_or(split) : split);
    }

    void addBelow(const Folder& folder, const std::string& className, Split split) {
        addAll(folder.images, folder, className, split);
        for (const Folder& inner : folder.folders)
            addBelow(inner, className, split);
    }

    void addAll(const std::vector<std::string>& names, const Folder& folder, const std::string& className,
                Split split) {
        for (const std::string& name : names)
            m_result.images.push_back(
                {.path = m_root / folder.path / name, .className = className, .split = split});
    }

    /// train/Ants and val/ants are one class: the spelling that came first.
    std::string spelling(const std::string& name) {
        return m_classes.emplace(lowerCase(name), name).first->second;
    }

    const std::filesystem::path& m_root;
    const Folder& m_top;
    bool m_splitLevel = false;
    std::map<std::string, std::string> m_classes;
    FolderClasses m_result;
};

} // namespace

FolderClasses classesOfFolders(const Listing& listing) {
    return Reader(listing).take();
}

} // namespace graft::interchange
