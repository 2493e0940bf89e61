#pragma once

#include "base/Random.h"
#include "samples/Noise.h"
#include "samples/Slide.h"

#include <vector>

namespace graft::samples {

/// A nucleus of one or more lobes joined by strands, seen from the middle of its cell.
class Nucleus {
public:
    Nucleus(Random& random, double unrest);

    /// An ellipse; `angle` of its longer axis.
    struct Lobe {
        Place centre;
        double longRadius;
        double shortRadius;
        double angle;
    };
    void addLobe(const Lobe& lobe);
    void addStrand(Place from, Place to, double radius);

    /// Micrometres within the rim, negative outside.
    double inside(double dx, double dy) const;
    /// Share of the full stain: clumps of heterochromatin, paler between, denser along the membrane.
    /// `clumps`: 0 smooth … 1.
    double chromatin(double dx, double dy, double inside, double clumps) const;

private:
    struct TurnedLobe {
        Place centre;
        double longRadius;
        double shortRadius;
        double cosine;
        double sine;
    };
    struct Strand {
        Place from;
        Place to;
        double radius;
    };
    std::vector<TurnedLobe> m_lobes;
    std::vector<Strand> m_strands;
    Noise m_warp;
    Noise m_texture;
    double m_unrest;
};

} // namespace graft::samples
