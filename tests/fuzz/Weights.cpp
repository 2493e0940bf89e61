// libFuzzer drives every reader of weights with bytes it makes up: a finding is a crash, a sanitizer's
// report, more memory or more time than the bounds allow. ./studio fuzz.
#include "weights/ByteSource.h"
#include "weights/Detect.h"
#include "weights/Files.h"
#include "weights/KerasResnet.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace graft;
using namespace graft::weights;

namespace {

constexpr ReadLimits kLimits{
    .fileBytes = 1u << 20, .headerBytes = 1u << 18, .tensorBytes = 16u << 20, .tensors = 1000};

/// What was read is whole: every tensor holds the bytes that its shape asks for, and it can be written and
/// read back.
void use(const Result<WeightsFile>& file) {
    if (!file)
        return;
    static const std::filesystem::path written =
        std::filesystem::temp_directory_path() / ("graft-fuzz-" + std::to_string(getpid()));
    if (!writeSafetensors(written, file->tensors, file->metadata))
        return;
    ReadLimits limits = kLimits;
    limits.fileBytes = limits.headerBytes = limits.tensorBytes = 256u << 20;
    const auto again = readSafetensors(written, limits);
    if (!again || again->tensors.size() != file->tensors.size())
        std::abort();
    std::error_code ignored;
    std::filesystem::remove(written, ignored);
    (void)torchvisionFromKerasResnet(file->tensors);
}

/// model.json and its one shard in a single input, parted by a byte 0.
void useTfjs(const std::vector<std::byte>& bytes) {
    const auto parting = std::find(bytes.begin(), bytes.end(), std::byte(0));
    const auto json = inMemory("model.json", {bytes.begin(), parting});
    const auto shard = [&](const std::string& name) -> Result<std::unique_ptr<ByteSource>> {
        return inMemory(name, {parting == bytes.end() ? parting : parting + 1, bytes.end()});
    };
    use(readTfjs(*json, shard, kLimits));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto* begin = reinterpret_cast<const std::byte*>(data);
    const std::vector<std::byte> bytes(begin, begin + size);
    const auto source = inMemory("fuzz", bytes);
    switch (detectFormat(*source)) {
    case Format::Zip:
    case Format::LegacyPth:
    case Format::BarePickle:
        use(readPth(*source, kLimits));
        break;
    case Format::Gguf:
        use(readGguf(*source, kLimits));
        break;
    case Format::Json:
        useTfjs(bytes);
        break;
    case Format::Safetensors:
    case Format::Unknown:
        use(readSafetensors(*source, kLimits));
        break;
    }
    return 0;
}
