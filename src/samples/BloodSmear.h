#pragma once

#include "annotation/Shape.h"
#include "imaging/Image.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace graft::samples {

/// What the generator draws. The three leukocytes are the classes of the classification sample; erythrocyte,
/// leukocyte and platelet those of the detection and segmentation sample.
enum class CellKind { Erythrocyte, Lymphocyte, Neutrophil, Eosinophil, Platelet };
std::string_view name(CellKind kind);

struct Cell {
    CellKind kind;
    annotation::Box box;
    annotation::Mask mask; ///< exact: the pixels the cell shows, nothing that another cell covers
};

struct Smear {
    imaging::Image image; ///< 8-bit RGB
    std::vector<Cell> cells;
};

/// A stained blood smear as a 100× oil-immersion objective shows it: uneven light, out-of-focus debris,
/// overlapping erythrocytes, sensor noise. The same options give the same pixels on every machine.
struct SmearOptions {
    std::uint64_t seed = 1;
    int width = 640;
    int height = 480;
    double pixelsPerMicrometre = 8;
    int erythrocytes = 60;
    int lymphocytes = 1;
    int neutrophils = 1;
    int eosinophils = 1;
    int platelets = 6;
};
Smear paintSmear(const SmearOptions& options);

/// One leukocyte of `kind` in the middle of a square picture, among erythrocytes: an image of the
/// classification sample.
Smear paintCloseUp(CellKind kind, int side, std::uint64_t seed);

} // namespace graft::samples
