#pragma once

#include "base/Result.h"

#include <torch/types.h>

#include <string>

namespace graft::training {

/// "auto", "cpu" or "cuda". An Error where CUDA is asked for and not there.
Result<torch::Device> findDevice(const std::string& name);
/// The device of a run; how cards compute from now on follows its options.
struct TrainingOptions;
Result<torch::Device> deviceFor(const TrainingOptions& options);
/// As a run's log has it: "cpu", "CUDA: NVIDIA H100".
std::string deviceFact(torch::Device device);
/// The model name of the first graphics card; empty where there is none.
std::string cudaDeviceName();

/// How the cores are shared out. The arithmetic does not depend on the loaders, but in its last bits on
/// `compute`.
struct Threads {
    int compute = 1;
    int loaders = 1;
    bool loadersShareCores = true; ///< with the computing threads
};
Threads shareThreads();
/// Lets LibTorch compute with so many threads when called from this thread.
void useThreads(int threads);

} // namespace graft::training
