#include "weights/StateDict.h"

#include "weights/TensorCheck.h"

#include <algorithm>
#include <array>

namespace graft::weights {

namespace {

using pickle::Dict;
using pickle::Document;
using pickle::TensorView;

/// Names under which training scripts keep the state dict in a checkpoint.
constexpr std::array<std::string_view, 6> usualKeys{"state_dict", "model_state_dict", "model",
                                                    "net",        "network",          "weights"};

bool holdsTensors(const Document& document, const Dict& dict) {
    return std::any_of(dict.items.begin(), dict.items.end(),
                       [&](const auto& item) { return document.get<TensorView>(item.second); });
}

const Dict* findStateDict(const Document& document) {
    const Dict* root = document.get<Dict>(document.root);
    if (!root || holdsTensors(document, *root))
        return root;
    for (std::string_view key : usualKeys)
        if (const auto* value = document.find(document.root, key))
            if (const auto* dict = std::get_if<Dict>(value); dict && holdsTensors(document, *dict))
                return dict;
    return nullptr;
}

/// The last element the view reads, counted from the storage's start; nothing where that is no number.
std::optional<std::uint64_t> lastElement(const TensorView& view) {
    std::uint64_t last = 0;
    if (__builtin_add_overflow(view.storage.offset, view.offset, &last))
        return std::nullopt;
    for (std::size_t i = 0; i < view.shape.size(); ++i) {
        std::uint64_t reach = 0;
        if (__builtin_mul_overflow(std::uint64_t(view.shape[i] - 1), std::uint64_t(view.strides[i]),
                                   &reach) ||
            __builtin_add_overflow(last, reach, &last))
            return std::nullopt;
    }
    return last;
}

bool isContiguous(const TensorView& view) {
    std::int64_t expected = 1;
    for (std::size_t i = view.shape.size(); i-- > 0;) {
        if (view.shape[i] != 1 && view.strides[i] != expected)
            return false;
        expected *= view.shape[i];
    }
    return true;
}

/// Copies element after element in row-major order. `strides` in elements.
void gather(std::span<const std::byte> from, const TensorView& view, std::size_t elementBytes,
            std::vector<std::byte>& to) {
    std::vector<std::int64_t> index(view.shape.size());
    std::size_t at = 0;
    for (std::size_t done = 0; done < to.size(); done += elementBytes) {
        std::memcpy(to.data() + done, from.data() + at * elementBytes, elementBytes);
        for (std::size_t axis = view.shape.size(); axis-- > 0;) {
            at += std::size_t(view.strides[axis]);
            if (++index[axis] < view.shape[axis])
                break;
            at -= std::size_t(view.strides[axis] * view.shape[axis]);
            index[axis] = 0;
        }
    }
}

class Extractor {
public:
    Extractor(const ByteSource& source, const FindStorage& find, const ReadLimits& limits)
        : m_source(source), m_find(find), m_limits(limits), m_check(source, limits) {}

    Result<> extract(WeightsFile& file, const std::string& name, const TensorView& view) {
        auto bytes = m_check.admit(name, view.storage.type, view.shape);
        if (!bytes)
            return bytes.error();
        Tensor tensor{view.storage.type, view.shape, std::vector<std::byte>(std::size_t(*bytes))};
        if (*bytes > 0)
            if (auto read = fill(name, view, tensor); !read)
                return read;
        return m_check.keep(file, name, std::move(tensor));
    }

private:
    Result<> fill(const std::string& name, const TensorView& view, Tensor& tensor) {
        const auto storage = m_find(view.storage);
        if (!storage)
            return storage.error();
        const std::uint64_t elementBytes = bytesPerElement(view.storage.type);
        const auto last = lastElement(view);
        const std::uint64_t available =
            std::min((*storage)->size() / elementBytes, view.storage.offset + view.storage.elements);
        if (!last || *last >= available)
            return refused(m_source,
                           translate("Weights", "its tensor “%1” reaches past the numbers that are stored",
                                     {quotedForMessage(name)}));
        const std::uint64_t first = view.storage.offset + view.offset;
        if (isContiguous(view))
            return (*storage)->read(first * elementBytes, tensor.data);
        return fillStrided(**storage, view, first * elementBytes, (*last - first + 1) * elementBytes, tensor);
    }

    Result<> fillStrided(const ByteSource& storage, const TensorView& view, std::uint64_t at,
                         std::uint64_t bytes, Tensor& tensor) {
        // Many small views of one large storage must not cost more than their tensors may.
        m_strided += bytes;
        if (m_strided > m_limits.tensorBytes)
            return refused(m_source, translate("Weights", "its tensors would take more than %1 MB of memory",
                                               {std::to_string(m_limits.tensorBytes >> 20)}));
        std::vector<std::byte> span(static_cast<std::size_t>(bytes));
        if (auto read = storage.read(at, span); !read)
            return read;
        gather(span, view, bytesPerElement(tensor.type), tensor.data);
        return {};
    }

    const ByteSource& m_source;
    const FindStorage& m_find;
    const ReadLimits& m_limits;
    TensorCheck m_check;
    std::uint64_t m_strided = 0;
};

void dropModulePrefix(TensorMap& tensors) {
    constexpr std::string_view prefix = "module.";
    const bool all = std::all_of(tensors.begin(), tensors.end(),
                                 [&](const auto& item) { return item.first.starts_with(prefix); });
    if (!all)
        return;
    TensorMap renamed;
    for (auto& [name, tensor] : tensors)
        renamed.emplace(name.substr(prefix.size()), std::move(tensor));
    tensors = std::move(renamed);
}

} // namespace

Result<WeightsFile> readStateDict(const ByteSource& source, const Document& document, const FindStorage& find,
                                  const ReadLimits& limits) {
    const Dict* dict = findStateDict(document);
    if (!dict)
        return refused(source, translate("Weights", "it holds no table of named tensors (state dict)"));
    WeightsFile file;
    Extractor extractor(source, find, limits);
    for (const auto& [key, value] : dict->items) {
        const auto* name = document.get<std::string>(key);
        const auto* view = document.get<TensorView>(value);
        if (!name || !view)
            continue;
        if (auto extracted = extractor.extract(file, *name, *view); !extracted)
            return extracted.error();
    }
    dropModulePrefix(file.tensors);
    return file;
}

} // namespace graft::weights
