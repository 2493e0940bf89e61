#pragma once

namespace graft::engine {

/// Share of the learning rate at `progress` (0: start, 1: end) of a run: a linear rise over the first
/// `warmUp` of it, then half a cosine down to zero (Loshchilov & Hutter 2017).
double cosineSchedule(double progress, double warmUp);

} // namespace graft::engine
