#include "samples/Stains.h"

namespace graft::samples {

namespace {

Density varied(Random& random, const Density& density, double strength) {
    Density result = density * strength;
    for (double& channel : result)
        channel *= random.uniform(0.92, 1.08);
    return result;
}

} // namespace

Stains mixStains(Random& random) {
    const double eosin = random.uniform(0.78, 1.22);
    const double azure = random.uniform(0.82, 1.18);
    Stains stains;
    stains.haemoglobin = varied(random, {0.052, 0.180, 0.176}, eosin);
    stains.chromatin = varied(random, {0.42, 0.62, 0.20}, azure);
    stains.paleBlue = varied(random, {0.118, 0.082, 0.022}, azure);
    stains.palePink = varied(random, {0.038, 0.082, 0.036}, eosin);
    stains.neutrophilGranule = varied(random, {0.055, 0.115, 0.040}, azure);
    stains.eosinophilGranule = varied(random, {0.030, 0.235, 0.300}, eosin);
    stains.plateletGranule = varied(random, {0.17, 0.34, 0.10}, azure);
    stains.plasma = varied(random, {0.012, 0.022, 0.016}, eosin);
    return stains;
}

} // namespace graft::samples
