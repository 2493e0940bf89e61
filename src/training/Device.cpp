#include "training/Device.h"

#include "engine/Device.h"
#include "training/Options.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace graft::training {

Result<torch::Device> findDevice(const std::string& name) {
    const bool cuda = name != "cpu" && torch::cuda::is_available();
    if (name == "cuda" && !cuda)
        return Error{
            translate("Training",
                      "No graphics card can be used for training (CUDA) on this computer. Choose the device "
                      "“auto” or “cpu”.")};
    return torch::Device(cuda ? torch::kCUDA : torch::kCPU);
}

Result<torch::Device> deviceFor(const TrainingOptions& options) {
    auto device = findDevice(options.device);
    if (device && device->is_cuda())
        engine::computeOnCards(options.deterministic);
    return device;
}

std::string cudaDeviceName() {
    // LibTorch tells the name only through headers that a build without CUDA has not.
    std::error_code failure;
    for (const auto& card : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", failure)) {
        std::ifstream information(card.path() / "information");
        std::string line;
        while (std::getline(information, line))
            if (line.starts_with("Model:"))
                return line.substr(std::min(line.size(), line.find_first_not_of(" \t", 6)));
    }
    return {};
}

std::string deviceFact(torch::Device device) {
    if (!device.is_cuda())
        return "cpu";
    const std::string name = cudaDeviceName();
    return name.empty() ? "CUDA" : "CUDA: " + name;
}

Threads shareThreads() {
    int cores = std::max(1, int(std::thread::hardware_concurrency()));
    if (const char* limit = std::getenv("OMP_NUM_THREADS"))
        if (const int asked = std::atoi(limit); asked > 0)
            cores = std::min(cores, asked);
    // A loader waits most of the time; below four cores it takes none for itself.
    const int loaders = std::clamp(cores / 4, 1, 8);
    return {cores >= 4 ? cores - loaders : cores, loaders, cores < 4};
}

void useThreads(int threads) {
    // Asking lets LibTorch set up the calling thread first, or it would do so later and undo this. Setting
    // makes a second pool of threads anew, which spins for a while: done for every batch, on two cores, it
    // cost a quarter of the time.
    if (at::get_num_threads() != threads)
        at::set_num_threads(threads);
}

} // namespace graft::training
