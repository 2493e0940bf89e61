#pragma once

#include "base/Result.h"
#include "engine/Network.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

// A network as a TorchScript program, which PyTorch and LibTorch run without this program.
namespace graft::engine {

struct ScriptOptions {
    int size = 224;                             ///< side of the image it is traced with; others work too
    bool softmax = true;                        ///< its answer is probabilities, not logits
    std::map<std::string, std::string> files{}; ///< "extra files" beside the program
};

/// In eval mode; images [N, C, H, W] to the output. The tensors keep their names ("layer1.0.conv1.weight").
/// The network must be on the CPU. Written whole or not at all.
Result<> writeTorchScript(const std::filesystem::path& file, Network& network, const ScriptOptions& options);

/// A file written by writeTorchScript(). A program that does more than compute a network is refused before
/// it runs.
class Script {
public:
    /// `wanted` is the extra file that must be there.
    static Result<Script> open(const std::filesystem::path& file, const std::string& wanted);
    Script(Script&&) noexcept;
    Script& operator=(Script&&) noexcept;
    ~Script();

    /// Of the extra file.
    const std::string& text() const;
    /// Throws what LibTorch throws.
    torch::Tensor run(const torch::Tensor& images);

private:
    struct Impl;
    explicit Script(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace graft::engine
