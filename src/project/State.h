#pragma once

#include "project/Database.h"
#include "project/Project.h"
#include "project/Rows.h"

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace graft::project {

/// The document in memory, a mirror of the tables.
class State {
public:
    /// Reads every table. Rows that cannot be understood are passed over; check() names them.
    static Result<State> load(Database& database);

    /// Applies an edit that is on disk already, and says what it touched.
    Change apply(const std::vector<RowChange>& changes);

    const std::vector<ImageRecord>& images() const { return m_images; }
    const std::vector<annotation::LabelClass>& classes() const { return m_classes; }
    const ImageRecord* image(ImageId id) const;
    const annotation::LabelClass* labelClass(ClassId id) const;
    const annotation::LabelClass* classNamed(const std::string& name) const;
    const std::vector<annotation::Shape>& shapes(ImageId image) const;
    const std::unordered_map<ImageId, std::vector<annotation::Shape>>& allShapes() const { return m_shapes; }
    bool knowsPath(const std::string& path) const { return m_paths.contains(path); }
    /// How many images have this content.
    int copies(const std::string& contentHash) const;

    std::vector<Issue> issues;
    std::map<std::string, std::string> settings;

private:
    void applyClass(const RowChange& change);
    void applyShape(const RowChange& change, Change& touched);
    void changeImage(const RowChange& change);
    void addImages(const std::vector<const RowChange*>& rows);
    void removeImages(const std::unordered_set<std::int64_t>& ids);
    void index(const ImageRecord& image);
    void forget(const ImageRecord& image);

    std::vector<ImageRecord> m_images;                                    ///< in order of id
    std::vector<annotation::LabelClass> m_classes;                        ///< in order of position
    std::unordered_map<ImageId, std::vector<annotation::Shape>> m_shapes; ///< in order of id
    std::unordered_map<ShapeId, ImageId> m_shapeOwners;
    std::unordered_map<std::string, int> m_paths;
    std::unordered_map<std::string, int> m_copies; ///< by content hash
};

} // namespace graft::project
