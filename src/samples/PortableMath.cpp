#include "samples/PortableMath.h"

#include <cmath>

namespace graft::samples {

double portableExp(double x) {
    constexpr double kLog2E = 1.44269504088896340736;
    constexpr double kLn2 = 0.69314718055994530942;
    if (x < -80)
        return 0;
    const double whole = std::floor(x * kLog2E + 0.5);
    const double r = x - whole * kLn2; // |r| ≤ ln 2 / 2: the Taylor series to r⁶ errs by 1e-7
    const double series =
        1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))))));
    return std::ldexp(series, int(whole));
}

double portableSin(double x) {
    x -= 2 * kPi * std::floor(x / (2 * kPi) + 0.5);
    if (x > kPi / 2)
        x = kPi - x;
    else if (x < -kPi / 2)
        x = -kPi - x;
    const double s = x * x;
    return x * (1 - s * (1.0 / 6 - s * (1.0 / 120 - s * (1.0 / 5040 - s * (1.0 / 362880)))));
}

double portableCos(double x) {
    return portableSin(x + kPi / 2);
}

double portableAtan2(double y, double x) {
    const double ax = std::fabs(x);
    const double ay = std::fabs(y);
    const double longer = ax > ay ? ax : ay;
    if (longer == 0)
        return 0;
    const double a = (ax > ay ? ay : ax) / longer;
    const double s = a * a;
    double angle = ((-0.0464964749 * s + 0.15931422) * s - 0.327622764) * s * a + a;
    if (ay > ax)
        angle = kPi / 2 - angle;
    if (x < 0)
        angle = kPi - angle;
    return y < 0 ? -angle : angle;
}

double portableNormal(Random& random) {
    constexpr double kMean = 4 * 32767.5;
    constexpr double kDeviation = 2 * 18918.6136; // of one 16-bit number: √((2³² − 1) / 12)
    const std::uint64_t bits = random.next();
    const auto sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48);
    return (double(sum) - kMean) / kDeviation;
}

} // namespace graft::samples
