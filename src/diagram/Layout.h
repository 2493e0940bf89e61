#pragma once

#include "base/Result.h"
#include "diagram/Outline.h"

#include <vector>

namespace graft::diagram {

struct Point {
    double x = 0;
    double y = 0;
};
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

/// A part that is drawn as one box.
struct Box {
    int part = 0;
    Rect area;
};
/// Around what is inside an open block; its title stands in the margin.
struct Frame {
    int part = 0;
    Rect area;
    int depth = 0; ///< 0: on the first level
};
struct Edge {
    int from = 0; ///< boxes
    int to = 0;
    std::vector<Point> curve; ///< cubic Bézier: the start, then three points for each piece
};

/// Where everything goes, from left (the input) to right (the head); y downwards, in pixels at scale 1.
struct Layout {
    std::vector<Box> boxes;    ///< in the graph's order
    std::vector<Frame> frames; ///< outer before inner
    std::vector<Edge> edges;
    double width = 0;
    double height = 0;
};

struct Measures {
    double nodeWidth = 128;
    double nodeHeight = 82;
    double blockWidth = 136;
    double blockHeight = 108;
    double gap = 16;    ///< between neighbours
    double ranks = 28;  ///< between one box and the next along an edge
    double margin = 22; ///< of a frame
};

/// Places the boxes with Graphviz's dot. `opened`: a flag for each part. One call at a time does its work,
/// the others wait: call it off the UI thread.
Result<Layout> layOut(const Outline& outline, const graph::Graph& graph, const std::vector<bool>& opened,
                      const Measures& measures = {});

} // namespace graft::diagram
