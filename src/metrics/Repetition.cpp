#include "metrics/Repetition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace graft::metrics {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// The 97.5th percentile of Student's t: a table, and for many degrees of freedom the series in 1/ν
/// (Abramowitz and Stegun 26.7.5).
double studentsT(std::size_t freedom) {
    constexpr std::array table{12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624,
                               2.306004,  2.262157, 2.228139, 2.200985, 2.178813, 2.160369, 2.144787,
                               2.131450,  2.119905, 2.109816, 2.100922, 2.093024, 2.085963};
    if (freedom <= table.size())
        return table[freedom - 1];
    constexpr double z = 1.959963984540054;
    const double v = double(freedom), z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
    return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) +
           (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
}

} // namespace

Estimate meanOfRuns(std::span<const double> values) {
    if (values.empty())
        return {kUndefined, kUndefined, kUndefined};
    const double count = double(values.size());
    double mean = 0, squares = 0;
    for (const double value : values)
        mean += value / count;
    if (values.size() == 1)
        return {mean, kUndefined, kUndefined};
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double half = studentsT(values.size() - 1) * std::sqrt(squares / (count - 1) / count);
    return {mean, mean - half, mean + half};
}

double mcnemar(std::int64_t onlyFirst, std::int64_t onlySecond) {
    const std::int64_t trials = onlyFirst + onlySecond, fewer = std::min(onlyFirst, onlySecond);
    double tail = 0;
    for (std::int64_t k = 0; k <= fewer; ++k)
        tail += std::exp(std::lgamma(double(trials) + 1) - std::lgamma(double(k) + 1) -
                         std::lgamma(double(trials - k) + 1) - double(trials) * std::log(2.0));
    return std::min(1.0, 2 * tail);
}

} // namespace graft::metrics
