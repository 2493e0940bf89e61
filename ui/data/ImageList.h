#pragma once

#include "annotation/LabelClass.h"
#include "base/Ids.h"
#include "project/Project.h"

#include <QString>

#include <string>
#include <unordered_map>
#include <vector>

namespace graft::ui {

/// Which images are shown. Values of one kind widen (ants or bees), different kinds narrow (ants, in train).
struct ImageFilter {
    QString text;                 ///< words that the path must hold, in any order, case ignored
    std::vector<ClassId> classes; ///< ClassId{}: unlabelled
    std::vector<annotation::Split> splits;
    bool duplicatesOnly = false;

    bool active() const {
        return !text.trimmed().isEmpty() || !classes.empty() || !splits.empty() || duplicatesOnly;
    }
    friend bool operator==(const ImageFilter&, const ImageFilter&) = default;
};

struct ImageOrder {
    enum class Key { Added, Name, Class, Split, FileSize };
    Key key = Key::Added;
    bool descending = false;
    friend bool operator==(const ImageOrder&, const ImageOrder&) = default;
};

/// The images of a project, filtered and sorted. What is costly (names, duplicates) is derived once per set
/// of images, so that a new filter takes milliseconds for 20,000 images.
class ImageList {
public:
    /// The set of images changed.
    void setImages(const std::vector<project::ImageRecord>& images);
    /// The same images; labels, splits or paths may be others.
    void updateImages(const std::vector<project::ImageRecord>& images);
    /// A filter for a class that has gone goes with it.
    void setClasses(const std::vector<annotation::LabelClass>& classes);
    void setFilter(ImageFilter filter);
    void setOrder(ImageOrder order);

    const ImageFilter& filter() const { return m_filter; }
    const ImageOrder& order() const { return m_order; }
    /// In the order they are shown.
    const std::vector<ImageId>& ids() const { return m_ids; }
    const std::vector<float>& aspects() const { return m_aspects; }
    int total() const { return int(m_facts.size()); }
    int duplicates() const { return m_duplicates; }
    /// How many images `filter` alone would show.
    int countOf(const ImageFilter& filter) const;
    bool isDuplicate(ImageId id) const;

private:
    struct Facts {
        ImageId id;
        std::string path;   ///< as it is in the project, to notice a change
        std::string folded; ///< for the search
        int nameRank = 0;
        std::int64_t fileBytes = 0;
        float aspect = 1;
        bool duplicate = false;
        ClassId label;
        annotation::Split split = annotation::Split::None;
    };
    struct Matcher;

    void rankNames();
    void recompute();
    std::int64_t sortValue(const Facts& facts) const;

    ImageFilter m_filter;
    ImageOrder m_order;
    std::vector<Facts> m_facts; ///< in order of id
    std::unordered_map<ClassId, int> m_classPosition;
    int m_duplicates = 0;
    std::vector<ImageId> m_ids;
    std::vector<float> m_aspects;
};

} // namespace graft::ui
