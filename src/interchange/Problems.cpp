#include "interchange/Problems.h"

namespace graft::interchange {

void Problems::add(const std::filesystem::path& path, std::string problem) {
    if (++m_count <= kNamed)
        m_named.push_back({path, std::move(problem)});
}

std::vector<FoundProblem> Problems::take() {
    if (m_count > kNamed)
        m_named.push_back({m_where, translate("Interchange", "%1 more entries could not be used.",
                                              {std::to_string(m_count - kNamed)})});
    m_count = 0;
    return std::move(m_named);
}

} // namespace graft::interchange
