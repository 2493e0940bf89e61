#pragma once

#include "project/Rows.h"
#include "project/State.h"

#include <vector>

namespace graft::project {

/// Gathers the row changes of one edit from records before and after.
class Edits {
public:
    void change(const ImageRecord& before, const ImageRecord& after);
    void change(const annotation::LabelClass& before, const annotation::LabelClass& after);
    void change(const ShapeRow& before, const ShapeRow& after);
    void add(const ImageRecord& image);
    void add(const annotation::LabelClass& labelClass);
    void add(const ShapeRow& shape);
    void remove(const ImageRecord& image);
    void remove(const annotation::LabelClass& labelClass);
    void remove(const ShapeRow& shape);

    const std::vector<RowChange>& rows() const { return m_rows; }

private:
    std::vector<RowChange> m_rows;
};

/// "bee_001.jpg"
std::string fileName(const ImageRecord& image);

/// Counts images of one edit and remembers the name of the first: the journal's first two arguments.
struct Counted {
    int count = 0;
    std::string first;
    void add(const ImageRecord& image) {
        if (count++ == 0)
            first = fileName(image);
    }
    std::vector<std::string> arguments(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {std::to_string(count), first});
        return more;
    }
};

} // namespace graft::project
