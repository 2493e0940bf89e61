#pragma once

#include "weights/ByteSource.h"
#include "weights/Files.h"

#include <string>

namespace graft::weights {

/// What every reader asks before it takes memory for a tensor, and after.
class TensorCheck {
public:
    TensorCheck(const ByteSource& source, const ReadLimits& limits) : m_source(source), m_limits(limits) {}

    /// The bytes of the tensor. An Error for impossible shapes and for more tensors or bytes than the limits
    /// allow.
    Result<std::uint64_t> admit(const std::string& name, DType type, const std::vector<std::int64_t>& shape);
    /// Puts it among the tensors. An Error for a name that is taken and for values that are not finite.
    Result<> keep(WeightsFile& file, const std::string& name, Tensor tensor) const;

private:
    const ByteSource& m_source;
    const ReadLimits& m_limits;
    std::uint64_t m_bytes = 0;
    std::size_t m_tensors = 0;
};

/// Text of a hostile file, fit for a message: bounded and without control characters.
std::string quotedForMessage(const std::string& text);

} // namespace graft::weights
