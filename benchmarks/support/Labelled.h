#pragma once

#include "training/Training.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graft::benchmark {

/// Images to learn from and others to be judged by.
struct Parted {
    std::vector<dataset::Item> train;
    std::vector<dataset::Item> test;
};

/// A set of images with classes from the folder of real data.
struct Labelled {
    std::vector<std::string> classes;
    std::vector<Parted> parts; ///< one, or the folds of a cross-validation
};

/// "hymenoptera_256" and "mednist_1200" with their own two sides; "wbc_dataset1" in five folds drawn from
/// `seed`, every class spread over them evenly. Throws std::runtime_error where it is not there.
Labelled readLabelled(const std::string& name, std::uint64_t seed);

/// Lays the two sides of a set together and draws five folds from `seed`, so that every image judges.
void pool(Labelled& set, std::uint64_t seed);

/// Takes every fifth image of each class, drawn from `seed`, out of `items`.
std::vector<dataset::Item> takeFifth(std::vector<dataset::Item>& items, std::uint64_t seed);

/// Weights of the catalogue that lie in the folder of real data. Throws std::runtime_error where they do not.
training::PretrainedWeights weightsFromShared(const std::string& id);

} // namespace graft::benchmark
