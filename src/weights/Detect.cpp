#include "weights/Detect.h"

#include "weights/Files.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace graft::weights {

namespace {

/// torch.save's magic number as the pickled long it is.
constexpr std::string_view legacyMagic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";

std::string firstBytes(const ByteSource& source) {
    std::string start(std::size_t(std::min<std::uint64_t>(source.size(), 64)), '\0');
    return source.read(0, std::as_writable_bytes(std::span(start))).ok() ? start : std::string();
}

bool looksLikeJson(const std::string& start) {
    const auto at = start.find_first_not_of(" \t\r\n");
    return at != std::string::npos && start[at] == '{';
}

} // namespace

Format detectFormat(const ByteSource& source) {
    const std::string start = firstBytes(source);
    if (start.starts_with("PK\x03\x04"))
        return Format::Zip;
    if (start.starts_with("GGUF"))
        return Format::Gguf;
    if (start.starts_with("\x80"))
        return start.find(legacyMagic) != std::string::npos ? Format::LegacyPth : Format::BarePickle;
    // A safetensors header starts with its length, whose upper bytes are zero, and is a JSON object.
    if (start.size() > 8 && start[8] == '{' && start[6] == 0 && start[7] == 0)
        return Format::Safetensors;
    return looksLikeJson(start) ? Format::Json : Format::Unknown;
}

Result<WeightsFile> read(const std::filesystem::path& path, const ReadLimits& limits) {
    auto source = openFile(path, limits.fileBytes);
    if (!source)
        return source.error();
    switch (detectFormat(**source)) {
    case Format::Safetensors:
        return readSafetensors(**source, limits);
    case Format::Zip:
    case Format::LegacyPth:
        return readPth(**source, limits);
    case Format::Gguf:
        return readGguf(**source, limits);
    case Format::Json:
        return readTfjs(path, limits);
    case Format::BarePickle:
        return refused(**source,
                       translate("Weights", "it is a Python pickle, but not one that torch.save wrote"));
    case Format::Unknown:
        break;
    }
    return refused(
        **source,
        translate(
            "Weights",
            "it is none of the known kinds (safetensors, PyTorch .pth, GGUF, TensorFlow.js model.json)"));
}

} // namespace graft::weights
