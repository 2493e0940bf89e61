#include "weights/AtomicFile.h"
#include "weights/Files.h"

#include <nlohmann/json.hpp>

#include <cassert>

namespace graft::weights {

namespace {

/// Padded with spaces, so that the tensors start at a multiple of eight bytes.
std::string headerText(const TensorMap& tensors, const Metadata& metadata) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t at = 0;
    for (const auto& [name, tensor] : tensors) {
        assert(byteSize(tensor.type, tensor.shape) == tensor.data.size());
        header[name] = {{"dtype", std::string(weights::name(tensor.type))},
                        {"shape", tensor.shape},
                        {"data_offsets", {at, at + tensor.data.size()}}};
        at += tensor.data.size();
    }
    std::string text = header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

} // namespace

Result<> writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors,
                          const Metadata& metadata) {
    const std::string header = headerText(tensors, metadata);
    const std::uint64_t length = header.size();
    AtomicFile file(path);
    if (auto written = file.write(std::as_bytes(std::span(&length, 1))); !written)
        return written;
    if (auto written = file.write(std::as_bytes(std::span(header))); !written)
        return written;
    for (const auto& [name, tensor] : tensors)
        if (auto written = file.write(tensor.data); !written)
            return written;
    return file.commit();
}

} // namespace graft::weights
