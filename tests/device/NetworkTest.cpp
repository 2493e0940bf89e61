// A network answers, learns and stays frozen on a graphics card as on the processor.

#include "device/Checks.h"
#include "device/Stripes.h"

#include "engine/AdamW.h"
#include "engine/Device.h"
#include "engine/Fold.h"
#include "engine/Network.h"
#include "engine/Rounding.h"
#include "engine/Sgd.h"
#include "engine/WeightAverage.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <cmath>
#include <cstring>

using namespace graft;
using device::require;
using device::requireAtMost;

namespace {

constexpr const char* kSmall[] = {"resnet18",           "resnext50_32x4d", "mobilenet_v2",
                                  "mobilenet_v3_small", "efficientnet_b0", "densenet121",
                                  "convnext_tiny",      "squeezenet1_1",   "vgg11_bn"};

/// On a processor two, for they would be compared with themselves.
std::vector<const char*> smallOnes() {
    std::vector<const char*> models(std::begin(kSmall), std::end(kSmall));
    if (device::deviceHere().is_cpu())
        models = {"resnet18", "mobilenet_v3_small"};
    return models;
}

int sideOf(const graph::Architecture& architecture) {
    return architecture.inputSize > 224 ? 139 : 96;
}

torch::Tensor pictures(int count, int side) {
    torch::manual_seed(5);
    return torch::randn({count, 3, side, side});
}

/// Of the values' norm.
double difference(const torch::Tensor& found, const torch::Tensor& wanted) {
    const torch::Tensor a = found.detach().to(torch::kCPU, torch::kFloat64),
                        b = wanted.detach().to(torch::kCPU, torch::kFloat64);
    return ((a - b).norm() / b.norm().clamp_min(1e-30)).item<double>();
}

bool sameBits(const torch::Tensor& a, const torch::Tensor& b) {
    const torch::Tensor left = a.detach().to(torch::kCPU).contiguous(),
                        right = b.detach().to(torch::kCPU).contiguous();
    return left.nbytes() == right.nbytes() &&
           std::memcmp(left.data_ptr(), right.data_ptr(), left.nbytes()) == 0;
}

/// Sums in float32, not in TensorFloat-32, so that only the order differs.
struct InFloat32 {
    InFloat32() { set(false); }
    ~InFloat32() { set(true); }
    static void set(bool tensorFloat32) { at::globalContext().setAllowTF32CuDNN(tensorFloat32); }
};

struct Slopes {
    torch::Tensor loss;
    std::vector<torch::Tensor> gradients;
};

Slopes slopes(engine::Network& network, const torch::Tensor& images) {
    network.setTraining(true);
    network.seedDropout(9);
    const torch::Tensor logits = network.forward(images);
    const torch::Tensor targets = (torch::arange(images.size(0)) % 3).to(logits.device());
    Slopes found{torch::nn::functional::cross_entropy(logits, targets), {}};
    found.loss.backward();
    for (const auto& [name, parameter] : network.trainableParameters())
        found.gradients.push_back(parameter.grad());
    return found;
}

} // namespace

GRAFT_CHECK(everyNetworkAnswersAsOnTheProcessor) {
    const InFloat32 exact;
    const torch::NoGradGuard noGradient;
    for (const graph::Architecture& architecture : graph::architectures()) {
        if (device::deviceHere().is_cpu() && architecture.name != "resnet18")
            continue;
        const torch::Tensor images = pictures(2, sideOf(architecture));
        engine::Network here(architecture.build({.classes = 7}), 1);
        engine::Network there(architecture.build({.classes = 7}), 1, device::deviceHere());
        requireAtMost(difference(there.forward(images), here.forward(images)), 1e-3, architecture.name);
    }
}

GRAFT_CHECK(aFoldedNetworkAnswersAsOnTheProcessor) {
    const InFloat32 exact;
    const torch::NoGradGuard noGradient;
    for (const char* model : smallOnes()) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        const torch::Tensor images = pictures(2, 96);
        engine::Network here(architecture.build({.classes = 7}), 1);
        engine::Network there(architecture.build({.classes = 7}), 1, device::deviceHere());
        auto folded = engine::fold(there, {there.graph().output()});
        requireAtMost(difference(folded.network.forward(images), here.forward(images)), 1e-3, model);
    }
}

GRAFT_CHECK(gradientsAreThoseOfTheProcessor) {
    const InFloat32 exact;
    for (const char* model : smallOnes()) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        const torch::Tensor images = pictures(6, 96);
        const graph::BuildOptions build{.classes = 3, .dropout = 0.3, .newHead = true};
        engine::Network here(architecture.build(build), 1);
        engine::Network there(architecture.build(build), 1, device::deviceHere());
        const Slopes wanted = slopes(here, images), found = slopes(there, images);
        requireAtMost(difference(found.loss, wanted.loss), 1e-3, std::string(model) + ", loss");
        std::vector<torch::Tensor> a, b;
        for (std::size_t i = 0; i < wanted.gradients.size(); ++i) {
            a.push_back(found.gradients[i].detach().to(torch::kCPU).flatten());
            b.push_back(wanted.gradients[i].detach().flatten());
        }
        // BatchNorm of six pictures at 3 × 3 makes much of the last bits.
        requireAtMost(difference(torch::cat(a), torch::cat(b)), 2e-2, std::string(model) + ", gradient");
    }
}

GRAFT_CHECK(roundedStepsHaveNearlyTheSameGradient) {
    for (const char* model : {"resnet18", "mobilenet_v2", "vgg11_bn"}) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        const torch::Tensor images = pictures(8, 128);
        engine::Network network(architecture.build({.classes = 3, .newHead = true}), 1, device::deviceHere());
        network.setTraining(false); // BatchNorm of few pictures makes much of rounding
        const torch::Tensor targets = (torch::arange(8) % 3).to(network.device());
        const auto gradient = [&](bool rounds) {
            torch::Tensor logits;
            {
                const engine::Rounding rounding(network.device(), rounds);
                logits = network.forward(images);
            }
            std::vector<torch::Tensor> parameters, flat;
            for (const auto& [name, parameter] : network.trainableParameters())
                parameters.push_back(parameter);
            for (const torch::Tensor& one :
                 torch::autograd::grad({torch::nn::functional::cross_entropy(logits, targets)}, parameters))
                flat.push_back(one.flatten());
            return torch::cat(flat);
        };
        requireAtMost(difference(gradient(true), gradient(false)), 0.5, model); // still the same way
    }
}

GRAFT_CHECK(whatIsFrozenStaysBitIdentical) {
    for (const char* model : smallOnes()) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        engine::Network network(architecture.build({.classes = 3, .dropout = 0.1, .newHead = true}), 0,
                                device::deviceHere());
        const std::string& block = architecture.blocks[architecture.blocks.size() / 2];
        std::vector<bool> frozen;
        for (const graph::Node& node : network.graph().nodes())
            frozen.push_back(graph::inBlock(node.name, block));
        network.freeze(graph::FreezePlan(frozen));
        std::map<std::string, torch::Tensor> before;
        for (const auto part : {engine::Network::Part::Frozen, engine::Network::Part::Learning})
            for (const std::string& name : network.names(part))
                before[name] = network.tensor(name).detach().clone();
        engine::AdamW optimiser(
            {{.learningRate = 1e-2, .weightDecay = 0.1, .parameters = network.trainableParameters()}});
        for (int step = 0; step < 2; ++step) {
            optimiser.zeroGradients();
            slopes(network, pictures(4, 96));
            optimiser.step(1);
        }
        int moved = 0;
        for (const auto& [name, tensor] : before) {
            const bool same = sameBits(network.tensor(name), tensor);
            require(same || !graph::inBlock(name, block), std::string(model) + ": " + name + " has moved");
            moved += !same;
        }
        require(moved > 0, std::string(model) + ": nothing has learnt");
    }
}

GRAFT_CHECK(optimisersMoveAsOnTheProcessor) {
    const auto moved = [](torch::Device device, const std::string& kind) {
        torch::manual_seed(2);
        std::vector<std::pair<std::string, torch::Tensor>> parameters;
        for (int i = 0; i < 40; ++i)
            parameters.emplace_back(std::to_string(i),
                                    torch::randn({8, 4, 3, 3}).to(device).set_requires_grad(true));
        const std::vector<engine::ParameterGroup> groups{
            {.learningRate = 0.01, .weightDecay = 0.1, .parameters = parameters}};
        std::unique_ptr<engine::Optimiser> optimiser;
        if (kind == "sgd")
            optimiser = std::make_unique<engine::Sgd>(groups, 0.9);
        else
            optimiser = std::make_unique<engine::AdamW>(groups);
        for (int step = 0; step < 5; ++step) {
            for (std::size_t i = 0; i < parameters.size(); ++i) // one begins later
                parameters[i].second.mutable_grad() =
                    i == 7 && step < 2 ? torch::Tensor() : torch::randn({8, 4, 3, 3}).to(device);
            if (step > 2)
                optimiser->clipGradients(3);
            optimiser->step(1 - 0.1 * step);
        }
        std::vector<torch::Tensor> flat;
        for (const auto& [name, parameter] : parameters)
            flat.push_back(parameter.detach().to(torch::kCPU).flatten());
        return torch::cat(flat);
    };
    for (const char* kind : {"adamw", "sgd"})
        requireAtMost(difference(moved(device::deviceHere(), kind), moved(torch::kCPU, kind)), 1e-5, kind);
}

GRAFT_CHECK(theAverageOfTheWeightsIsThatOfTheProcessor) {
    const auto averaged = [](torch::Device device) {
        engine::Network network(graph::findArchitecture("squeezenet1_1")->build({.classes = 3}), 1, device);
        engine::WeightAverage average(network, 0.9);
        const torch::NoGradGuard noGradient;
        for (int step = 1; step < 4; ++step) {
            for (const auto& [name, parameter] : network.trainableParameters()) {
                torch::Tensor one = parameter;
                one.add_(0.01 * step);
            }
            average.update(step);
        }
        average.swap();
        return network.tensor("classifier.1.weight").detach().to(torch::kCPU).flatten();
    };
    requireAtMost(difference(averaged(device::deviceHere()), averaged(torch::kCPU)), 1e-6, "average");
}

GRAFT_CHECK(pinnedCopiesArriveWhole) {
    const torch::Tensor numbers = torch::randn({64, 3, 32, 32});
    require(sameBits(engine::onto(device::deviceHere(), numbers), numbers), "a copy differs");
}

int main(int count, char** arguments) {
    return device::runChecks(count, arguments);
}
