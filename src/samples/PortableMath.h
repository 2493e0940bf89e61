#pragma once

#include "base/Random.h"

namespace graft::samples {

// The C library's functions differ in the last bit from one system to the next, and a painted image must not.
// These use nothing but what IEEE 754 rounds exactly; their error (1e-4 and less) is invisible in a picture.

inline constexpr double kPi = 3.14159265358979323846;

double portableExp(double x);
double portableCos(double x);
double portableSin(double x);
double portableAtan2(double y, double x);

inline double clamp01(double x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
}
inline double mix(double a, double b, double t) {
    return a + (b - a) * t;
}
/// 0 below `low`, 1 above `high` (or the other way round where low > high).
inline double smoothStep(double low, double high, double x) {
    const double t = clamp01((x - low) / (high - low));
    return t * t * (3 - 2 * t);
}
/// exp(−(x / width)²)
inline double bell(double x, double width) {
    return portableExp(-(x / width) * (x / width));
}

/// Normal enough for a picture: the sum of four 16-bit numbers (Irwin–Hall), standard deviation 1.
double portableNormal(Random& random);

} // namespace graft::samples
