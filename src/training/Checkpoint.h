#pragma once

#include "engine/Network.h"
#include "engine/Schedule.h"
#include "runs/Run.h"
#include "training/Scores.h"

#include <filesystem>
#include <limits>
#include <optional>

namespace graft::training {

constexpr int kMostSlowed = 3; ///< Standing::slowed

/// What beside the tensors a run needs to go on after an epoch.
struct Standing {
    int epoch = 0;          ///< finished
    std::int64_t steps = 0; ///< of the optimiser
    int atOnce =
        0; ///< images whose gradients are computed at a time; less than a batch where memory was short
    int views = 0; ///< Viewing::views
    int slowed =
        0; ///< times that the learning rates were cut to a tenth, for the loss grew beyond all bounds
    bool inFloat32 = false;     ///< the steps, whatever was chosen: in bfloat16 the loss was no number
    bool nothingToGain = false; ///< the solved head has all validation images right, of enough of them
    double lowestLoss = std::numeric_limits<double>::infinity(); ///< of an epoch's training
    BestEpoch best;
    engine::Plateau plateau;  ///< of a schedule that waits for the loss
    runs::EpochRecord record; ///< of `epoch`
};

/// The files in a run's checkpoints/ folder. Every one is written whole or not at all, and carries a
/// checksum.
class Checkpoints {
public:
    explicit Checkpoints(std::filesystem::path runFolder) : m_folder(std::move(runFolder) / "checkpoints") {}

    std::filesystem::path modelFile() const { return m_folder / "model.json"; }
    bool hasLast() const;
    Result<> makeFolder() const;

    /// The tensors that never change, once: half precision where that loses nothing.
    Result<> writeFrozen(const engine::Network& network) const;
    /// The learning tensors, as the best epoch's.
    Result<> writeBest(const engine::Network& network, int epoch) const;
    /// `state`: what the run keeps beside the network's tensors, under names that none of those has.
    Result<> writeLast(const engine::Network& network, const weights::TensorMap& state,
                       const Standing& standing) const;

    Result<> readFrozen(engine::Network& network) const;
    Result<> readBest(engine::Network& network) const;
    Result<Standing> readStanding() const;
    struct Last {
        Standing standing;
        weights::TensorMap state;
    };
    Result<Last> readLast(engine::Network& network) const;
    /// What to say where that state is not one of this run's.
    Error unfitting() const;

private:
    std::filesystem::path m_folder;
};

} // namespace graft::training
