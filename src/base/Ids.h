#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace graft {

/// A number that cannot be mixed up with another kind of number. 0 means "none".
template <typename Tag>
struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using ImageId = Id<struct ImageTag>;
using ClassId = Id<struct ClassTag>;
using ShapeId = Id<struct ShapeTag>;

} // namespace graft

template <typename Tag>
struct std::hash<graft::Id<Tag>> {
    std::size_t operator()(const graft::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
