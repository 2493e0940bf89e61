#pragma once

#include <limits>

namespace graft::engine {

/// Share of the learning rate at `progress` (0: start, 1: end) of a run: a linear rise over the first
/// `warmUp` of it, then half a cosine down to zero (Loshchilov & Hutter 2017).
double cosineSchedule(double progress, double warmUp);

/// One rise and one long fall: half a cosine from a 25th to 1 until `peak`, half a cosine down to nearly
/// nothing from there (Smith & Topin 2018, with the values of PyTorch's OneCycleLR).
double oneCycleSchedule(double progress, double peak = 0.3);

/// 1, times `factor` after every `every` epochs; `epoch` counts from 0 and may lie inside of one.
double stepSchedule(double epoch, int every, double factor);

/// Lowers the rate when a loss falls no more (PyTorch's ReduceLROnPlateau with its relative threshold).
struct Plateau {
    double share = 1; ///< of the learning rate, now
    double lowest = std::numeric_limits<double>::infinity();
    int waited = 0; ///< epochs since the lowest or the newest fall

    void observe(double loss, int patience, double factor);
};

} // namespace graft::engine
