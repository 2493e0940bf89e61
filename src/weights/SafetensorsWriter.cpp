#include "weights/AtomicFile.h"
#include "weights/Files.h"

#include <nlohmann/json.hpp>

#include <cassert>

namespace graft::weights {

namespace {

constexpr auto kReplace = nlohmann::detail::error_handler_t::replace;
constexpr const char* kMetadata = "__metadata__"; ///< the format's own entry among the tensors' names

bool isUtf8(const std::string& text) {
    try {
        (void)nlohmann::json(text).dump();
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

/// Padded with spaces, so that the tensors start at a multiple of eight bytes. An Error for a name that the
/// header cannot hold: its own, or one that is not UTF-8 and becomes another's.
Result<std::string> headerText(const TensorMap& tensors, const Metadata& metadata) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header[kMetadata] = metadata;
    std::uint64_t at = 0;
    for (const auto& [name, tensor] : tensors) {
        assert(byteSize(tensor.type, tensor.shape) == tensor.data.size());
        if (name == kMetadata || !isUtf8(name))
            return Error{translate("Weights", "A tensor with the name “%1” cannot be written as safetensors.",
                                   {nlohmann::json(name).dump(-1, ' ', true, kReplace)})};
        header[name] = {{"dtype", std::string(weights::name(tensor.type))},
                        {"shape", tensor.shape},
                        {"data_offsets", {at, at + tensor.data.size()}}};
        at += tensor.data.size();
    }
    std::string text = header.dump(-1, ' ', false, kReplace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

} // namespace

Result<> writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors,
                          const Metadata& metadata) {
    const auto header = headerText(tensors, metadata);
    if (!header)
        return header.error();
    const std::uint64_t length = header->size();
    AtomicFile file(path);
    if (auto written = file.write(std::as_bytes(std::span(&length, 1))); !written)
        return written;
    if (auto written = file.write(std::as_bytes(std::span(*header))); !written)
        return written;
    for (const auto& [name, tensor] : tensors)
        if (auto written = file.write(tensor.data); !written)
            return written;
    return file.commit();
}

} // namespace graft::weights
