#pragma once

#include "base/Files.h"
#include "base/Random.h"
#include "graph/Architectures.h"
#include "support/Support.h"
#include "weights/Files.h"
#include "zoo/Zoo.h"

#include <QCryptographicHash>
#include <QTest>

#include <string>

namespace graft::test {

inline std::string bytesOf(const std::filesystem::path& file) {
    const auto text = readTextFile(file, 1ull << 30);
    return text ? *text : std::string();
}

inline std::string sha256(const std::string& bytes) {
    return QCryptographicHash::hash(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

/// Random tensors in the shapes of an architecture.
inline weights::TensorMap randomWeights(const std::string& model, std::uint64_t seed = 7) {
    Random random(seed);
    weights::TensorMap tensors;
    const graph::Graph network = graph::findArchitecture(model)->build({});
    for (const graph::Node& node : network.nodes())
        for (const graph::TensorSpec& spec : graph::tensorsOf(node)) {
            std::int64_t elements = 1;
            for (const std::int64_t side : spec.shape)
                elements *= side;
            std::vector<float> values(static_cast<std::size_t>(elements));
            for (float& value : values)
                value = float(random.uniform(-1, 1));
            tensors[spec.name] = weights::fromFloats(spec.shape, values, weights::DType::F16);
        }
    return tensors;
}

/// The smallest network of all, as a file.
inline std::string weightsFile(const std::string& model = "squeezenet1_1", std::uint64_t seed = 7) {
    const TemporaryFolder folder;
    const auto written = weights::writeSafetensors(folder / "w.safetensors", randomWeights(model, seed));
    return written ? bytesOf(folder / "w.safetensors") : std::string();
}

inline zoo::WeightsEntry entryWith(std::vector<zoo::WeightsSource> sources) {
    zoo::WeightsEntry entry;
    entry.id = "squeezenet1_1.test";
    entry.model = "squeezenet1_1";
    entry.title = "SqueezeNet of the test";
    entry.license = "MIT";
    entry.sources = std::move(sources);
    return entry;
}

inline zoo::WeightsSource https(const std::string& address, const std::string& sha256) {
    return {.kind = zoo::WeightsSource::Kind::Https,
            .location = address,
            .format = "safetensors",
            .sha256 = sha256};
}

/// A zoo in a temporary folder that may speak to a server on this machine.
inline zoo::Zoo zooOf(const zoo::WeightsEntry& entry, const std::filesystem::path& folder,
                      const std::filesystem::path& offered = {}, const std::string& npm = "npm") {
    return zoo::Zoo({entry},
                    {.store = folder, .offeredFolder = offered, .npm = npm, .plainHttpOnLoopback = true});
}

/// Names in a folder, for QCOMPARE.
inline std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

template <typename T>
bool succeeded(const Result<T>& result) {
    if (!result)
        qWarning("%s (%s)", result.error().message.c_str(), result.error().detail.c_str());
    return result.ok();
}

/// False, with the message printed, where it does not say `part`.
template <typename T>
bool failsWith(const Result<T>& result, const std::string& part) {
    if (result)
        return qWarning("it worked"), false;
    const bool says = result.error().message.find(part) != std::string::npos;
    if (!says)
        qWarning("%s (%s)", result.error().message.c_str(), result.error().detail.c_str());
    return says;
}

} // namespace graft::test
