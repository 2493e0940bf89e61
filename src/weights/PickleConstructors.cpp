#include "weights/Pickle.h"

#include <algorithm>
#include <array>

namespace graft::weights::pickle {

namespace {

struct StorageType {
    std::string_view name;
    DType type;
};
constexpr std::array<StorageType, 12> storageTypes{{{"torch.FloatStorage", DType::F32},
                                                    {"torch.DoubleStorage", DType::F64},
                                                    {"torch.HalfStorage", DType::F16},
                                                    {"torch.BFloat16Storage", DType::BF16},
                                                    {"torch.LongStorage", DType::I64},
                                                    {"torch.IntStorage", DType::I32},
                                                    {"torch.ShortStorage", DType::I16},
                                                    {"torch.CharStorage", DType::I8},
                                                    {"torch.ByteStorage", DType::U8},
                                                    {"torch.BoolStorage", DType::Bool},
                                                    {"torch.UntypedStorage", DType::U8},
                                                    {"torch.storage.UntypedStorage", DType::U8}}};
constexpr std::array<std::string_view, 5> callables{"collections.OrderedDict", "torch._utils._rebuild_tensor",
                                                    "torch._utils._rebuild_tensor_v2",
                                                    "torch._utils._rebuild_parameter", "torch.Size"};

// What calls may copy is bounded, so that a short pickle cannot become large by calling often.
constexpr std::size_t mostSides = 64, longestKey = 1000;

std::optional<DType> storageType(const std::string& name) {
    for (const StorageType& row : storageTypes)
        if (row.name == name)
            return row.type;
    return std::nullopt;
}

std::optional<std::uint64_t> countOf(const Document& document, Ref ref) {
    const auto* value = document.get<std::int64_t>(ref);
    return value && *value >= 0 ? std::optional(std::uint64_t(*value)) : std::nullopt;
}

std::optional<std::vector<std::int64_t>> countsOf(const Document& document, Ref ref) {
    const auto* tuple = document.get<Tuple>(ref);
    if (!tuple || tuple->items.size() > mostSides)
        return std::nullopt;
    std::vector<std::int64_t> counts;
    for (Ref item : tuple->items) {
        const auto count = countOf(document, item);
        if (!count)
            return std::nullopt;
        counts.push_back(std::int64_t(*count));
    }
    return counts;
}

/// (storage, offset, shape, strides, …)
std::optional<Value> rebuildTensor(const Document& document, const std::vector<Ref>& arguments) {
    if (arguments.size() < 4)
        return std::nullopt;
    const auto* storage = document.get<Storage>(arguments[0]);
    const auto offset = countOf(document, arguments[1]);
    auto shape = countsOf(document, arguments[2]), strides = countsOf(document, arguments[3]);
    if (!storage || !offset || !shape || !strides || shape->size() != strides->size())
        return std::nullopt;
    return TensorView{*storage, *offset, *std::move(shape), *std::move(strides)};
}

/// No arguments, or a list of pairs.
std::optional<Value> orderedDict(const Document& document, const std::vector<Ref>& arguments) {
    Dict dict;
    const auto* pairs = arguments.empty() ? nullptr : document.get<List>(arguments[0]);
    if (!arguments.empty() && !pairs)
        return std::nullopt;
    for (Ref ref : pairs ? pairs->items : std::vector<Ref>()) {
        const auto* tuple = document.get<Tuple>(ref);
        const auto* list = document.get<List>(ref);
        const auto& pair = tuple ? tuple->items : list ? list->items : std::vector<Ref>();
        if (pair.size() != 2)
            return std::nullopt;
        dict.items.emplace_back(pair[0], pair[1]);
    }
    return dict;
}

/// A view of a legacy storage: (key, offset, elements), or None.
bool applyView(const Document& document, Ref ref, Storage& storage) {
    if (document.get<None>(ref))
        return true;
    const auto* view = document.get<Tuple>(ref);
    if (!view || view->items.size() != 3)
        return false;
    const auto offset = countOf(document, view->items[1]), elements = countOf(document, view->items[2]);
    if (!offset || !elements)
        return false;
    storage.offset = *offset;
    storage.elements = *elements;
    return true;
}

} // namespace

const Value* Document::find(Ref ref, std::string_view key) const {
    const auto* dict = get<Dict>(ref);
    if (!dict)
        return nullptr;
    for (const auto& [name, value] : dict->items)
        if (const auto* text = get<std::string>(name); text && *text == key)
            return &values[value];
    return nullptr;
}

bool isKnownGlobal(const std::string& name) {
    return storageType(name) || std::find(callables.begin(), callables.end(), name) != callables.end();
}

std::optional<Value> construct(const Document& document, const std::string& global,
                               const std::vector<Ref>& arguments) {
    if (global == "collections.OrderedDict")
        return orderedDict(document, arguments);
    if (global == "torch._utils._rebuild_tensor" || global == "torch._utils._rebuild_tensor_v2")
        return rebuildTensor(document, arguments);
    if (arguments.empty())
        return std::nullopt;
    if (global == "torch._utils._rebuild_parameter")
        if (const auto* tensor = document.get<TensorView>(arguments[0]))
            return *tensor;
    if (global == "torch.Size" && countsOf(document, arguments[0]))
        return *document.get<Tuple>(arguments[0]);
    return std::nullopt;
}

std::optional<Storage> storageOf(const Document& document, Ref persistentId) {
    const auto* tuple = document.get<Tuple>(persistentId);
    if (!tuple || tuple->items.size() < 5 || tuple->items.size() > 6)
        return std::nullopt;
    const auto* kind = document.get<std::string>(tuple->items[0]);
    const auto* type = document.get<Global>(tuple->items[1]);
    const auto* key = document.get<std::string>(tuple->items[2]);
    const auto elements = countOf(document, tuple->items[4]);
    const auto dtype = type ? storageType(type->name) : std::nullopt;
    if (!kind || *kind != "storage" || !dtype || !key || key->size() > longestKey || !elements)
        return std::nullopt;
    Storage storage{*dtype, *key, *elements, 0};
    if (tuple->items.size() == 6 && !applyView(document, tuple->items[5], storage))
        return std::nullopt;
    return storage;
}

} // namespace graft::weights::pickle
