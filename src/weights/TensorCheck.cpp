#include "weights/TensorCheck.h"

namespace graft::weights {

Result<std::uint64_t> TensorCheck::admit(const std::string& name, DType type,
                                         const std::vector<std::int64_t>& shape) {
    if (++m_tensors > m_limits.tensors)
        return refused(m_source, translate("Weights", "it holds more than %1 tensors",
                                           {std::to_string(m_limits.tensors)}));
    const auto bytes = byteSize(type, shape);
    if (!bytes || shape.size() > 16)
        return refused(m_source, translate("Weights", "its tensor “%1” has an impossible shape",
                                           {quotedForMessage(name)}));
    if (__builtin_add_overflow(m_bytes, *bytes, &m_bytes) || m_bytes > m_limits.tensorBytes)
        return refused(m_source, translate("Weights", "its tensors would take more than %1 MB of memory",
                                           {std::to_string(m_limits.tensorBytes >> 20)}));
    return *bytes;
}

Result<> TensorCheck::keep(WeightsFile& file, const std::string& name, Tensor tensor) const {
    if (m_limits.requireFinite && !allFinite(tensor))
        return refused(m_source,
                       translate("Weights",
                                 "its tensor “%1” holds values that are not numbers (NaN or infinite)",
                                 {quotedForMessage(name)}));
    if (!file.tensors.emplace(name, std::move(tensor)).second)
        return refused(m_source,
                       translate("Weights", "it holds two tensors named “%1”", {quotedForMessage(name)}));
    return {};
}

std::string quotedForMessage(const std::string& text) {
    constexpr std::size_t longest = 80;
    std::string shown;
    for (char letter : text.substr(0, longest))
        shown += static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f ? '?' : letter;
    return text.size() > longest ? shown + "…" : shown;
}

} // namespace graft::weights
