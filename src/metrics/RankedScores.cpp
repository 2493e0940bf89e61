#include "metrics/RankedScores.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::metrics {

RankedScores::RankedScores(const ClassificationData& data, std::span<const Outcome> outcomes, int positive) {
    // A NaN cannot be ordered; it ranks lowest.
    const auto score = [&](const Entry& entry) {
        const float value = data.row(outcomes[entry.index].row)[std::size_t(positive)];
        return std::isnan(value) ? -std::numeric_limits<float>::infinity() : value;
    };
    m_entries.reserve(outcomes.size());
    for (std::uint32_t i = 0; i < outcomes.size(); ++i)
        m_entries.push_back({i, outcomes[i].truth == positive, true});
    std::ranges::sort(m_entries, {}, score);
    for (std::size_t i = 0; i + 1 < m_entries.size(); ++i)
        m_entries[i].lastOfTie = score(m_entries[i]) < score(m_entries[i + 1]);
}

double RankedScores::area(std::span<const std::uint32_t> counts) const {
    std::uint64_t positives = 0, negatives = 0; // ranked below the present tie
    std::uint64_t tiedPositives = 0, tiedNegatives = 0;
    std::uint64_t twiceWins = 0;
    for (const Entry& entry : m_entries) {
        const std::uint64_t times = counts[entry.index];
        const std::uint64_t positive = entry.positive ? times : 0;
        tiedPositives += positive;
        tiedNegatives += times - positive;
        if (!entry.lastOfTie)
            continue;
        twiceWins += tiedPositives * (2 * negatives + tiedNegatives);
        positives += tiedPositives;
        negatives += tiedNegatives;
        tiedPositives = tiedNegatives = 0;
    }
    if (positives == 0 || negatives == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return double(twiceWins) / (2.0 * double(positives) * double(negatives));
}

} // namespace graft::metrics
