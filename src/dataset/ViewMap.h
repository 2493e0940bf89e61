#pragma once

#include "annotation/Shape.h"
#include "dataset/Dataset.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace graft::dataset {

struct Placement;

/// Where every place of one view comes from in its image: what happens to the pixels happens to boxes,
/// outlines and masks by the same map. Coordinates are annotation's: the corners of pixels are whole numbers.
class ViewMap {
public:
    ViewMap(const Placement& placement, int imageWidth, int imageHeight, int size);

    annotation::Point imageFromView(annotation::Point pointInView) const;
    /// Undefined for places that the view could not see from anywhere: behind the vanishing line of a
    /// perspective.
    annotation::Point viewFromImage(annotation::Point pointInImage) const;
    /// How far in front of the vanishing line: 1 without perspective, not positive behind it.
    double depthOf(annotation::Point pointInImage) const;
    /// Straight lines stay straight.
    bool straight() const { return m_bends.empty(); }

    int imageWidth() const { return m_imageWidth; }
    int imageHeight() const { return m_imageHeight; }
    int size() const { return m_size; } ///< side of the view

private:
    std::array<double, 9> m_imageFromStraight; ///< row by row, from the unit square, homogeneous
    std::array<double, 9> m_straightFromImage;
    std::vector<double> m_bends; ///< of Elastic
    int m_imageWidth;
    int m_imageHeight;
    int m_size;
};

/// The map of the view that augmentedView() gives for the same arguments and an image of this size.
ViewMap viewMap(int imageWidth, int imageHeight, const Preprocessing& preprocessing,
                const AugmentOptions& augment, std::uint64_t seed, std::uint64_t view, std::int64_t id);

/// What can be seen of less than this share of a shape's area says no longer what it is.
constexpr double kLeastVisible = 0.25;

/// The tightest upright box around what the view shows of `boxInImage`; nothing where it shows less than
/// `leastVisible` of its area. A turned box is larger than the thing in it: an outline gives a tighter one.
std::optional<annotation::Box> boxInView(const ViewMap& map, const annotation::Box& boxInImage,
                                         double leastVisible = kLeastVisible);
/// The outline, cut at the view's edge (parts that the edge separates stay joined along it); nothing where
/// the view shows less than `leastVisible` of its area.
std::optional<annotation::Polygon> polygonInView(const ViewMap& map,
                                                 const annotation::Polygon& polygonInImage,
                                                 double leastVisible = kLeastVisible);
/// Labels of the view's pixels, size × size: that of the image's pixel at the place of each one's centre.
/// Beyond the image's edge they are mirrored, as the pixels are. `labelsInImage` holds imageWidth ×
/// imageHeight.
std::vector<std::uint8_t> labelsInView(const ViewMap& map, std::span<const std::uint8_t> labelsInImage);

} // namespace graft::dataset
