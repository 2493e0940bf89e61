#include "device/Stripes.h"

#include "base/Files.h"
#include "base/Random.h"
#include "engine/Network.h"
#include "imaging/Decode.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <cstdlib>
#include <stdexcept>

namespace graft::device {

namespace {

/// Lying stripes, or standing ones, in colours of their own.
imaging::Image stripes(bool standing, std::uint64_t seed, int side) {
    Random random(seed);
    const int width = 5 + int(random.below(5)), offset = int(random.below(10));
    std::vector<std::byte> pixels;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int channel = 0; channel < 3; ++channel) {
                const bool bright = ((standing ? x : y) + offset) / width % 2 == 0;
                pixels.push_back(std::byte(int(random.below(40)) + (bright ? 150 + 20 * channel : 40)));
            }
    return imaging::Image(side, side, 3, imaging::Depth::U8, std::move(pixels));
}

std::vector<dataset::Item> paint(const std::filesystem::path& folder, int count, int firstId, int side) {
    std::filesystem::create_directories(folder);
    std::vector<dataset::Item> items;
    for (int i = 0; i < count; ++i) {
        const int id = firstId + i;
        const auto path = folder / (std::to_string(id) + ".png");
        const auto png = imaging::encodePng(stripes(i % 2 == 1, mixSeed({std::uint64_t(id)}), side));
        if (!png || !writeFileAtomically(path, *png))
            throw std::runtime_error("cannot paint " + path.string());
        items.push_back({id, path, "stripes" + std::to_string(id), i % 2});
    }
    return items;
}

training::PretrainedWeights weightsOf(const std::filesystem::path& folder, const std::string& model) {
    training::PretrainedWeights weights{
        .id = model + ".test", .file = folder / (model + ".safetensors"), .sha256 = "of " + model};
    engine::Network network(graph::findArchitecture(model)->build({}), 77);
    if (!weights::writeSafetensors(weights.file, network.save()))
        throw std::runtime_error("cannot write " + weights.file.string());
    return weights;
}

} // namespace

torch::Device deviceHere() {
    return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
}

Scratch::Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "graft-device-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::runtime_error("cannot make a folder for temporary files");
    m_path = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

training::RunInput stripesRun(const std::filesystem::path& folder, const std::string& model,
                              const std::string& freeze, int side) {
    training::RunInput input;
    input.options.model = model;
    input.options.freeze = freeze;
    input.options.epochs = 3;
    input.options.batch = 8;
    input.options.size = side;
    input.options.precision = "float32";
    input.options.deterministic = true;
    input.classes = {"lying", "standing"};
    input.train = paint(folder / "photos", 24, 1, side);
    input.validation = paint(folder / "photos", 12, 101, side);
    input.weights = weightsOf(folder, model);
    input.options.weights = input.weights->id;
    return input;
}

runs::RunRecord trained(const training::RunInput& input, const std::filesystem::path& folder,
                        std::vector<training::TrainingEvent>* events) {
    auto outcome = training::train(input, folder / "runs", [&](const training::TrainingEvent& event) {
        if (events)
            events->push_back(event);
    });
    if (!outcome)
        throw std::runtime_error(outcome.error().message + " " + outcome.error().detail);
    if (outcome->record.state != runs::State::Finished)
        throw std::runtime_error("the run did not finish: " + outcome->record.message);
    return std::move(outcome->record);
}

std::vector<std::map<std::string, double>> valuesOf(const runs::RunRecord& record) {
    std::vector<std::map<std::string, double>> values;
    for (const runs::EpochRecord& epoch : record.epochs)
        values.push_back(epoch.values);
    return values;
}

} // namespace graft::device
