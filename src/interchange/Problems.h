#pragma once

#include "interchange/Source.h"

#include <string>

namespace graft::interchange {

/// Problems of one annotation file or folder: the first hundred one by one, the rest as a number.
class Problems {
public:
    explicit Problems(std::filesystem::path where) : m_where(std::move(where)) {}

    void add(std::string problem) { add(m_where, std::move(problem)); }
    void add(const std::filesystem::path& path, std::string problem);
    std::vector<FoundProblem> take();

private:
    static constexpr std::size_t kNamed = 100;
    std::filesystem::path m_where;
    std::vector<FoundProblem> m_named;
    std::size_t m_count = 0;
};

} // namespace graft::interchange
