#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graft::weights {

enum class DType { Bool, U8, I8, I16, I32, I64, F16, BF16, F32, F64 };
std::size_t bytesPerElement(DType type);
/// safetensors' names: "F16", "F32", …
std::string_view name(DType type);
std::optional<DType> dtypeFromName(std::string_view name);

/// Dense, row-major, little-endian.
struct Tensor {
    DType type = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> data;

    std::int64_t elements() const {
        std::int64_t count = 1;
        for (std::int64_t side : shape)
            count *= side;
        return count;
    }
};

using TensorMap = std::map<std::string, Tensor>;
using Metadata = std::map<std::string, std::string>;

/// The values as float, whatever the type.
std::vector<float> toFloats(const Tensor& tensor);
Tensor fromFloats(std::vector<std::int64_t> shape, const std::vector<float>& values);
/// As F16, BF16 or F32, rounded to the nearest. Values beyond the half-precision range become infinite.
Tensor fromFloats(std::vector<std::int64_t> shape, const std::vector<float>& values, DType type);

/// Bytes of a tensor of this type and shape; nothing where a side is negative or the number does not fit.
std::optional<std::uint64_t> byteSize(DType type, const std::vector<std::int64_t>& shape);
/// False where a floating-point tensor holds a NaN or an infinity.
bool allFinite(const Tensor& tensor);
/// "64×3×7×7"; "a single number" for a tensor without sides.
std::string shapeText(const std::vector<std::int64_t>& shape);

} // namespace graft::weights
