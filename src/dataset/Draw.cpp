#include "dataset/Draw.h"

#include "dataset/Elastic.h"
#include "dataset/Geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::dataset {
namespace {

/// Numbers of the streams: they may not change, for views are kept on disk.
enum Kind : std::uint64_t {
    kCrop = 1,
    kFlip,
    kRotation,
    kColour,
    kScale,
    kTranslate,
    kShear,
    kPerspective,
    kElastic,
    kHue,
    kGamma,
    kClahe,
    kBlur,
    kNoise,
    kJpeg,
    kCutOut,
    kTrivial
};

/// Uniform in ± the logarithm: as often twice as half.
double aroundFactor(double strength, Random& random) {
    return std::exp(random.uniform(-1, 1) * std::log1p(strength));
}

double radiansOf(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// A rectangle of up to `share` of the area with an aspect log-uniform in [1/2, 2], wholly in the view.
imaging::Box randomRectangle(double share, Random& random) {
    const double area = random.uniform(0, share);
    const double aspect = std::exp2(random.uniform(-1, 1));
    const double across = std::min(1.0, std::sqrt(area * aspect));
    const double down = std::min(1.0, area / std::max(across, 1e-9));
    return {random.uniform(0, 1 - across), random.uniform(0, 1 - down), across, down};
}

class Drawing {
public:
    Drawing(const AugmentOptions& augment, std::uint64_t seed, std::uint64_t view, std::int64_t id)
        : m_augment(augment), m_seed(seed), m_view(view), m_id(id) {}

    void placeIn(int width, int height, const Preprocessing& preprocessing) {
        Placement& placement = draw.placement;
        if (m_augment.minimumScale < 1) {
            Random crop = stream(kCrop);
            placement.box = randomBox(width, height, std::max(m_augment.minimumScale, 0.01),
                                      preprocessing.resize <= 0, crop);
        } else {
            placement.box = evaluationBox(width, height, preprocessing);
        }
        if (m_augment.horizontalFlip || m_augment.verticalFlip) {
            Random flip = stream(kFlip);
            const bool across = flip.chance(0.5), down = flip.chance(0.5);
            placement.mirror = {m_augment.horizontalFlip && across, m_augment.verticalFlip && down};
        }
        if (m_augment.rotationDegrees > 0) {
            Random rotation = stream(kRotation);
            placement.radians = m_augment.rotationDegrees * rotation.uniform(-1, 1) * std::numbers::pi / 180;
        }
    }

    void moveAndLean() {
        Placement& placement = draw.placement;
        if (m_augment.scale > 0) {
            Random random = stream(kScale);
            placement.step = 1 / aroundFactor(m_augment.scale, random);
        }
        if (m_augment.translate > 0) {
            Random random = stream(kTranslate);
            placement.shiftX = m_augment.translate * random.uniform(-1, 1);
            placement.shiftY = m_augment.translate * random.uniform(-1, 1);
        }
        if (m_augment.shearDegrees > 0) {
            Random random = stream(kShear);
            placement.shearX = std::tan(radiansOf(m_augment.shearDegrees * random.uniform(-1, 1)));
            placement.shearY = std::tan(radiansOf(m_augment.shearDegrees * random.uniform(-1, 1)));
        }
    }

    void bend() {
        Placement& placement = draw.placement;
        if (m_augment.perspective > 0) {
            Random random = stream(kPerspective);
            for (auto& corner : placement.corners)
                for (double& inwards : corner)
                    inwards = random.uniform(0, m_augment.perspective / 2);
        }
        if (m_augment.elastic > 0) {
            Random random = stream(kElastic);
            placement.bends.resize(Elastic::kNumbers);
            for (double& bend : placement.bends)
                bend = m_augment.elastic * random.uniform(-1, 1);
        }
    }

    void recolour() {
        PixelDraw& pixels = draw.pixels;
        if (m_augment.brightness > 0 || m_augment.contrast > 0 || m_augment.saturation > 0) {
            Random random = stream(kColour);
            pixels.colours = randomFactors(m_augment, random);
        }
        if (m_augment.hue > 0)
            pixels.hue = m_augment.hue * stream(kHue).uniform(-1, 1);
        if (m_augment.gamma > 0) {
            Random random = stream(kGamma);
            pixels.gamma = aroundFactor(m_augment.gamma, random);
        }
        if (m_augment.clahe > 0)
            pixels.clahe = m_augment.clahe * stream(kClahe).uniform();
    }

    void degrade() {
        PixelDraw& pixels = draw.pixels;
        if (m_augment.blur > 0)
            pixels.blur = m_augment.blur * stream(kBlur).uniform();
        if (m_augment.noise > 0) {
            Random random = stream(kNoise);
            pixels.noise = m_augment.noise * random.uniform();
            pixels.noiseSeed = random.next();
        }
        if (m_augment.jpegQuality < 100)
            pixels.jpegQuality = int(std::lround(stream(kJpeg).uniform(m_augment.jpegQuality, 100)));
        if (m_augment.cutOut > 0) {
            Random random = stream(kCutOut);
            pixels.cutOut = randomRectangle(m_augment.cutOut, random);
        }
    }

    void changeTrivially() {
        if (!m_augment.trivialAugment)
            return;
        Random random = stream(kTrivial);
        const TrivialChange change = randomTrivialChange(random);
        using enum TrivialChange::Kind;
        Placement& placement = draw.placement;
        switch (change.kind) {
        case ShearX:
            placement.shearX += change.amount;
            break;
        case ShearY:
            placement.shearY += change.amount;
            break;
        case TranslateX:
            placement.shiftX += change.amount;
            break;
        case TranslateY:
            placement.shiftY += change.amount;
            break;
        case Rotate:
            placement.radians += radiansOf(change.amount);
            break;
        default:
            draw.pixels.trivial = change;
        }
    }

    Draw draw;

private:
    Random stream(Kind kind) const { return Random(mixSeed({m_seed, m_view, std::uint64_t(m_id), kind})); }

    const AugmentOptions& m_augment;
    std::uint64_t m_seed;
    std::uint64_t m_view;
    std::int64_t m_id;
};

} // namespace

bool Placement::upright() const {
    return rigid() && radians == 0;
}

bool Placement::rigid() const {
    return shearX == 0 && shearY == 0 && step == 1 && shiftX == 0 && shiftY == 0 && bends.empty() &&
           corners == decltype(corners){};
}

bool PixelDraw::any() const {
    return !colours.identity() || hue != 0 || gamma != 1 || clahe > 0 || trivial || blur > 0 || noise > 0 ||
           jpegQuality < 100 || cutOut.width > 0;
}

Draw drawFor(int width, int height, const Preprocessing& preprocessing, const AugmentOptions& augment,
             std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    Drawing drawing(augment, seed, view, id);
    drawing.placeIn(width, height, preprocessing);
    drawing.moveAndLean();
    drawing.bend();
    drawing.recolour();
    drawing.degrade();
    drawing.changeTrivially();
    return std::move(drawing.draw);
}

} // namespace graft::dataset
