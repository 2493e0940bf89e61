#pragma once

#include "regions/Patch.h"

#include <memory>

namespace graft::regions {

struct Place {
    int x = 0;
    int y = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// Paths along edges from one pixel to any other (Mortensen & Barrett, "Intelligent Scissors for Image
/// Composition", 1995). Making one takes as long as looking at every pixel; asking it for a path costs as
/// much as the path is long. Not for two threads at the same time.
class Scissors {
public:
    static Result<std::unique_ptr<Scissors>> from(const Patch& patch, Place start);
    ~Scissors();
    Scissors(const Scissors&) = delete;
    Scissors& operator=(const Scissors&) = delete;

    /// Pixel by pixel, from the start to `end` with both; empty for an end outside the patch.
    std::vector<Place> pathTo(Place end) const;

private:
    struct Impl;
    explicit Scissors(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace graft::regions
