#pragma once

#include "base/Result.h"

#include <QRegularExpression>

#include <filesystem>
#include <string>

namespace graft::intake {

/// Finds the group (a patient, a slide) in the path of an image.
class GroupPattern {
public:
    /// An empty pattern finds no group.
    static Result<GroupPattern> compile(const std::string& pattern);

    /// The first capture, or the whole match, in the path below `source`; where that has none, in the whole
    /// path. Thread-safe.
    std::string groupOf(const std::filesystem::path& image, const std::filesystem::path& source) const;

private:
    std::string match(const std::string& text) const;
    QRegularExpression m_expression;
};

} // namespace graft::intake
