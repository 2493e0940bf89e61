#include "training/EpochSteps.h"

#include <torch/types.h>

#include <algorithm>
#include <utility>

namespace graft::training {

EpochSteps::EpochSteps(CutValues& side, const std::vector<std::size_t>& order, const Sizes& sizes, int epoch)
    : m_side(side), m_epoch(epoch) {
    for (std::size_t at = 0; at < order.size(); at += std::size_t(sizes.step)) {
        const std::size_t count = std::min(order.size() - at, std::size_t(sizes.step));
        if (count == 1 && sizes.step > 1 && !m_steps.empty())
            break;
        Step step{m_pieces.size(), 0, std::int64_t(count)};
        for (std::size_t from = 0; from < count; from += std::size_t(sizes.piece), ++step.pieces) {
            const auto begin = order.begin() + std::ptrdiff_t(at + from);
            m_pieces.emplace_back(begin,
                                  begin + std::ptrdiff_t(std::min(count - from, std::size_t(sizes.piece))));
        }
        m_steps.push_back(step);
    }
    m_walk.emplace(m_side, m_pieces, m_epoch);
}

void EpochSteps::goTo(const Step& step) {
    if (m_next == step.first)
        return;
    m_ahead.reset();
    m_next = step.first;
    m_walk.emplace(m_side, std::vector(m_pieces.begin() + std::ptrdiff_t(m_next), m_pieces.end()), m_epoch);
}

void EpochSteps::readAhead(std::stop_token stop) {
    if (!m_ahead)
        m_ahead.emplace(m_walk->next(std::move(stop)));
}

Result<std::optional<CutBatch>> EpochSteps::next(std::stop_token stop) {
    readAhead(std::move(stop));
    ++m_next;
    return *std::exchange(m_ahead, std::nullopt);
}

} // namespace graft::training
