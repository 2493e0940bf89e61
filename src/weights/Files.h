#pragma once

#include "base/Result.h"
#include "weights/Tensor.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace graft::weights {

class ByteSource;

/// Bounds on what a hostile file may cost.
struct ReadLimits {
    std::uint64_t fileBytes = 8ull << 30;
    std::uint64_t headerBytes = 64ull << 20;
    std::uint64_t tensorBytes = 8ull << 30; ///< of all tensors together
    std::size_t tensors = 100'000;
    bool requireFinite = true; ///< a NaN or an infinity is refused, with the name of its tensor
};

struct WeightsFile {
    TensorMap tensors;
    Metadata metadata;
};

// Every reader executes nothing, checks every offset and size before use, and refuses NaN-shaped surprises
// with a message that names the file and the reason.

Result<WeightsFile> readSafetensors(const std::filesystem::path& path, const ReadLimits& limits = {});
/// torch.save of a state dict, zip (since 1.6) and legacy. The pickle is interpreted by a fixed list of
/// constructors: anything else is refused by name.
Result<WeightsFile> readPth(const std::filesystem::path& path, const ReadLimits& limits = {});
/// GGUF v3 with plain (not quantised) tensors.
Result<WeightsFile> readGguf(const std::filesystem::path& path, const ReadLimits& limits = {});
/// TensorFlow.js layers model: `model.json` and the shards beside it. Keras names and layouts are kept as
/// they are.
Result<WeightsFile> readTfjs(const std::filesystem::path& modelJson, const ReadLimits& limits = {});
/// By content, not by ending.
Result<WeightsFile> read(const std::filesystem::path& path, const ReadLimits& limits = {});

// The same from any source of bytes, for files inside packages.

Result<WeightsFile> readSafetensors(const ByteSource& source, const ReadLimits& limits = {});
Result<WeightsFile> readPth(const ByteSource& source, const ReadLimits& limits = {});
Result<WeightsFile> readGguf(const ByteSource& source, const ReadLimits& limits = {});
/// `shard` opens a file that stands beside model.json, by its plain name.
using OpenShard = std::function<Result<std::unique_ptr<ByteSource>>(const std::string& name)>;
Result<WeightsFile> readTfjs(const ByteSource& modelJson, const OpenShard& shard,
                             const ReadLimits& limits = {});

/// Atomic.
Result<> writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors,
                          const Metadata& metadata = {});

} // namespace graft::weights
