#include "training/Device.h"
#include "training/Memory.h"
#include "training/Training.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <array>
#include <fstream>
#include <string_view>

namespace graft::training {

namespace {

/// "model name : AMD EPYC" of /proc/cpuinfo.
std::string cpuField(std::string_view name) {
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t colon = line.find(':');
        if (line.starts_with(name) && colon != std::string::npos && colon + 2 <= line.size())
            return line.substr(colon + 2);
    }
    return {};
}

bool computesBfloat16() {
    const std::string flags = cpuField("flags") + ' ';
    return flags.find(" avx512_bf16 ") != std::string::npos || flags.find(" amx_bf16 ") != std::string::npos;
}

/// By the libraries that this process has loaded.
std::string loadedBlas() {
    constexpr std::array known{std::pair("mkl", "MKL"), std::pair("openblas", "OpenBLAS"),
                               std::pair("blis", "BLIS"), std::pair("atlas", "ATLAS"),
                               std::pair("libblas", "reference BLAS")};
    std::ifstream maps("/proc/self/maps");
    std::string line, libraries;
    while (std::getline(maps, line))
        if (const std::size_t path = line.find('/'); path != std::string::npos)
            libraries += line.substr(path) + '\n';
    for (const auto& [file, name] : known)
        if (libraries.find(std::string("/lib") + file) != std::string::npos ||
            libraries.find(std::string("/") + file) != std::string::npos)
            return name;
    return at::hasMKL() ? "MKL" : "none";
}

} // namespace

Machine machine() {
    Machine machine;
    machine.torchVersion = TORCH_VERSION;
    machine.blas = loadedBlas();
    machine.cpu = cpuField("model name");
    machine.threads = shareThreads().compute;
    machine.cuda = torch::cuda::is_available();
    machine.cudaDevice = machine.cuda ? cudaDeviceName() : std::string();
    machine.bfloat16 = computesBfloat16();
    machine.memoryBytes = memoryBytes();
    machine.availableMemoryBytes = availableMemoryBytes();
    return machine;
}

} // namespace graft::training
