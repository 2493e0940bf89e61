#pragma once

#include "engine/AdamW.h"
#include "engine/Network.h"
#include "runs/Run.h"

#include <filesystem>
#include <optional>

namespace graft::training {

/// The epoch whose state is kept as the best: the highest accuracy, then the lowest loss.
struct BestEpoch {
    int epoch = 0; ///< 0: none yet
    double accuracy = 0;
    double loss = 0;
};

/// What beside the tensors a run needs to go on after an epoch.
struct Standing {
    int epoch = 0;          ///< finished
    std::int64_t steps = 0; ///< of the optimiser
    int atOnce =
        0; ///< images whose gradients are computed at a time; less than a batch where memory was short
    int views = 0; ///< Viewing::views
    BestEpoch best;
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
    Result<> writeLast(const engine::Network& network, const engine::AdamW& optimiser,
                       const Standing& standing) const;

    Result<> readFrozen(engine::Network& network) const;
    Result<> readBest(engine::Network& network) const;
    Result<Standing> readStanding() const;
    Result<Standing> readLast(engine::Network& network, engine::AdamW& optimiser) const;

private:
    std::filesystem::path m_folder;
};

} // namespace graft::training
