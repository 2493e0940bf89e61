#pragma once

#include "training/CutValues.h"

#include <optional>
#include <span>
#include <vector>

namespace graft::training {

/// An epoch's training images in the order of the steps that learn from them. A step's images come in pieces,
/// so that not all of their values need be in memory at once.
class EpochSteps {
public:
    using Piece = std::vector<std::size_t>; ///< into the side's items
    struct Step {
        std::size_t first = 0;  ///< of its pieces among the epoch's
        std::size_t pieces = 0; ///< at least one
        std::int64_t images = 0;
    };
    struct Sizes {
        int step = 1;  ///< images
        int piece = 1; ///< images
    };
    /// In the given order. A last step of one image is left out, for BatchNorm learns nothing from it;
    /// another image is the last one in the next epoch. The side must outlive it.
    EpochSteps(CutValues& side, const std::vector<std::size_t>& order, const Sizes& sizes, int epoch);

    const std::vector<Step>& steps() const { return m_steps; }
    std::span<const Piece> piecesOf(const Step& step) const {
        return std::span(m_pieces).subspan(step.first, step.pieces);
    }
    /// The next piece is the step's first one: where it is not anyway, what follows is read anew.
    void goTo(const Step& step);
    /// As CutValues::Walk.
    Result<std::optional<CutBatch>> next(std::stop_token stop);
    /// Reads what next() will give, unless it has been read already.
    void readAhead(std::stop_token stop);

private:
    CutValues& m_side;
    int m_epoch;
    std::vector<Piece> m_pieces;
    std::vector<Step> m_steps;
    std::size_t m_next = 0; ///< piece
    std::optional<CutValues::Walk> m_walk;
    std::optional<Result<std::optional<CutBatch>>> m_ahead;
};

} // namespace graft::training
