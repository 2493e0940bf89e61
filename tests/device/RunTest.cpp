// Whole runs on a graphics card: they repeat, resume, recover from too little memory, and their models answer
// elsewhere as there.

#include "device/Checks.h"
#include "device/Stripes.h"

#include "engine/Device.h"
#include "training/Recipes.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <algorithm>

using namespace graft;
using device::require;

namespace {

training::RunInput inputOf(const std::filesystem::path& folder, const std::string& kind) {
    training::RunInput input =
        device::stripesRun(folder, kind == "vgg" ? "vgg11" : "mobilenet_v3_small", "none");
    input.options.augment.horizontalFlip = true;
    input.options.views = 2;
    if (kind == "partly" || kind == "bfloat16")
        input.options.freeze = "features.4+features.5+features.6";
    if (kind == "bfloat16")
        input.options.precision = "bfloat16";
    if (kind == "quick" || kind == "best") {
        input.options.freeze = kind == "quick" ? "all" : "none";
        const int epochs = input.options.epochs;
        input.options = training::withRecipe(input.options, kind);
        input.options.epochs = kind == "best" ? epochs + 1 : input.options.epochs;
    }
    if (kind == "mixed")
        input.options.learning = {.optimiser = "sgd",
                                  .clipNorm = 1,
                                  .averageDecay = 0.9,
                                  .labelSmoothing = 0.1,
                                  .mixup = 0.2,
                                  .cutMix = 1,
                                  .classWeights = true};
    return input;
}

weights::TensorMap tensorsOf(const runs::RunRecord& record) {
    auto read = weights::readSafetensors(record.folder / "checkpoints/best.safetensors");
    require(read.ok(), "the best checkpoint cannot be read");
    return std::move(read->tensors);
}

bool same(const weights::TensorMap& a, const weights::TensorMap& b) {
    return !a.empty() && a.size() == b.size() && std::ranges::all_of(a, [&](const auto& entry) {
        return b.contains(entry.first) && b.at(entry.first).data == entry.second.data;
    });
}

/// All of them on a card; the first on a processor, for which Qt Test's tests stand for the rest.
std::vector<std::string> kindsHere(std::vector<std::string> kinds) {
    if (device::deviceHere().is_cpu())
        kinds.resize(1);
    return kinds;
}

} // namespace

GRAFT_CHECK(aRunRepeatsToTheLastBit) {
    for (const std::string& kind :
         kindsHere({"partly", "quick", "best", "whole", "bfloat16", "mixed", "vgg"})) {
        const device::Scratch scratch;
        const training::RunInput input = inputOf(scratch.path(), kind);
        const auto once = device::trained(input, scratch.path() / "a"),
                   again = device::trained(input, scratch.path() / "b");
        require(device::valuesOf(once) == device::valuesOf(again),
                kind + ": the values differ from run to run");
        require(same(tensorsOf(once), tensorsOf(again)), kind + ": the weights differ");
    }
}

GRAFT_CHECK(aStoppedRunEqualsTheUninterruptedOne) {
    for (const std::string& kind : kindsHere({"partly", "quick", "whole", "mixed"})) {
        const device::Scratch scratch;
        const training::RunInput input = inputOf(scratch.path(), kind);
        const auto whole = device::trained(input, scratch.path() / "a");
        std::stop_source stop;
        const auto stopAfterOne = [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event))
                stop.request_stop();
        };
        const auto part = training::train(input, scratch.path() / "b/runs", stopAfterOne, stop.get_token());
        require(part.ok() && part->record.state == runs::State::Stopped, kind + ": not stopped");
        const auto rest = training::resume(input, part->record.folder, {});
        require(rest.ok(), kind + ": not resumed");
        require(device::valuesOf(rest->record) == device::valuesOf(whole),
                kind + ": a resumed run has other values");
        require(same(tensorsOf(rest->record), tensorsOf(whole)), kind + ": other weights");
    }
}

GRAFT_CHECK(runsLearn) {
    const device::Scratch quick;
    const double accuracy =
        device::trained(inputOf(quick.path(), "quick"), quick.path()).epochs.back().values.at("val_accuracy");
    require(accuracy >= 0.75, "Quick: accuracy " + std::to_string(accuracy));
    for (const std::string& kind : kindsHere({"bfloat16", "partly", "whole", "best"})) {
        const device::Scratch scratch;
        training::RunInput input = inputOf(scratch.path(), kind);
        input.options.epochs = 8;
        // The weights here are random: their BatchNorm has measured nothing that would be worth keeping.
        input.options.learning.keepStatistics = false;
        if (kind != "best") // a recipe has its own
            input.options.learningRate = input.options.headLearningRate = 3e-3;
        const auto record = device::trained(input, scratch.path());
        // Best's first epoch is the solved head.
        const double before = record.epochs[1].values.at("train_loss"),
                     after = record.epochs.back().values.at("train_loss");
        require(after < before,
                kind + ": the loss rose from " + std::to_string(before) + " to " + std::to_string(after));
    }
}

GRAFT_CHECK(aModelAnswersAlikeOnBothDevices) {
    for (const std::string& kind : kindsHere({"bfloat16", "partly"})) {
        const device::Scratch scratch;
        const training::RunInput input = inputOf(scratch.path(), kind);
        const auto record = device::trained(input, scratch.path());
        double worst = 0;
        std::vector<std::vector<training::Predictor::Prediction>> answers;
        for (const char* place : {"auto", "cpu"}) {
            auto predictor = training::Predictor::open(record.folder, place);
            require(predictor.ok(), "the model cannot be opened");
            auto predictions = predictor->predict(input.validation);
            require(predictions.ok(), "nothing is predicted");
            answers.push_back(std::move(*predictions));
        }
        for (std::size_t i = 0; i < answers[0].size(); ++i)
            for (std::size_t c = 0; c < 2; ++c)
                worst = std::max(worst, std::abs(double(answers[0][i].probabilities[c]) -
                                                 double(answers[1][i].probabilities[c])));
        device::requireAtMost(worst, 0.03, kind + ", difference of a probability");
    }
}

GRAFT_CHECK(aRunThatDoesNotFitTheCardGoesOnInSmallerParts) {
    if (device::deviceHere().is_cpu())
        throw device::Skipped("there is no graphics card whose memory could be filled");
    const device::Scratch scratch;
    training::RunInput input = device::stripesRun(scratch.path(), "resnet18", "none", 448);
    input.options.batch = 24;
    input.options.epochs = 2;
    const auto roomy = device::trained(input, scratch.path() / "a");
    // Everything but a little more than the weights and optimiser take is taken away.
    std::vector<torch::Tensor> taken;
    for (std::int64_t bytes = 1ll << 33; bytes >= (1ll << 25); bytes /= 2) {
        try {
            while (true)
                taken.push_back(
                    torch::empty({bytes}, torch::TensorOptions(torch::kCUDA).dtype(torch::kByte)));
        } catch (const std::exception&) {
        }
    }
    for (std::size_t freed = 0; freed < (700ull << 20) && !taken.empty(); taken.pop_back())
        freed += taken.back().nbytes();
    engine::returnCardMemory(torch::kCUDA);
    std::vector<training::TrainingEvent> events;
    const auto tight = device::trained(input, scratch.path() / "b", &events);
    const bool told = std::ranges::any_of(events, [](const training::TrainingEvent& event) {
        const auto* note = std::get_if<training::Noted>(&event);
        return note && note->sentence.find("images are computed at a time") != std::string::npos;
    });
    require(told, "nothing was said of smaller parts; the card has more room than was thought");
    const double apart =
        std::abs(roomy.epochs.front().values.at("train_loss") - tight.epochs.front().values.at("train_loss"));
    std::printf("      loss of the first epoch: %g apart\n", apart);
    require(tight.epochs.size() == roomy.epochs.size(), "an epoch is missing");
}

int main(int count, char** arguments) {
    return device::runChecks(count, arguments);
}
