#pragma once

#include "weights/Cursor.h"
#include "weights/Tensor.h"

#include <utility>
#include <variant>

// Python's pickle as data. It is a program for a small machine with a stack; this machine knows no objects
// but those below and calls nothing: see PickleConstructors.cpp for the fixed list.
namespace graft::weights::pickle {

/// Index of a value in its document. Values refer to each other by index, so that neither depth nor cycles
/// can hurt.
using Ref = std::uint32_t;

struct None {};
struct Global {
    std::string name; ///< "torch.FloatStorage"
};
struct List {
    std::vector<Ref> items;
};
struct Tuple {
    std::vector<Ref> items;
};
struct Dict {
    std::vector<std::pair<Ref, Ref>> items;
};
/// Where a tensor's numbers are: the reader of the container finds them by `key`.
struct Storage {
    DType type = DType::F32;
    std::string key;
    std::uint64_t elements = 0;
    std::uint64_t offset = 0; ///< elements before it in the storage that `key` names (legacy views)
};
/// Sizes and strides in elements.
struct TensorView {
    Storage storage;
    std::uint64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};
using Value = std::variant<None, bool, std::int64_t, double, std::string, Global, List, Tuple, Dict, Storage,
                           TensorView>;

/// What a pickle built.
struct Document {
    std::vector<Value> values;
    Ref root = 0;

    template <typename T>
    const T* get(Ref ref) const {
        return std::get_if<T>(&values[ref]);
    }
    /// The value of a text key; null where `ref` is no Dict or has no such key.
    const Value* find(Ref ref, std::string_view key) const;
};

/// Runs the pickle at the cursor up to and including its STOP. `limit`: bytes it may take.
Result<Document> interpret(Cursor& cursor, std::uint64_t limit);

// What the interpreter asks of the fixed list; in PickleConstructors.cpp.

bool isKnownGlobal(const std::string& name);
/// The value that calling `global` with these arguments stands for; nothing where they do not fit.
std::optional<Value> construct(const Document& document, const std::string& global,
                               const std::vector<Ref>& arguments);
/// What a persistent id ('storage', type, key, location, size[, view]) stands for.
std::optional<Storage> storageOf(const Document& document, Ref persistentId);

} // namespace graft::weights::pickle
