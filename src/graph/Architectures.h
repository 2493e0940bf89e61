#pragma once

#include "graph/Graph.h"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graft::graph {

/// What turns the last feature maps into one vector.
enum class Pooling { Average, Max, Gem };

/// "average", "max", "gem".
std::string_view nameOf(Pooling pooling);
std::optional<Pooling> poolingNamed(std::string_view name);

/// A head that is put in the place of the ImageNet classifier: pooling, standardised features, hidden layers
/// (Linear, BatchNorm if wanted, ReLU, Dropout), Dropout, one Linear.
struct HeadOptions {
    std::vector<int> hidden; ///< neurons of each hidden layer; none: a linear classifier
    bool batchNorm = false;  ///< behind each hidden layer
    Pooling pooling = Pooling::Average;
};

/// What a builder may vary. Several are properties of the pretrained weights' origin, not of the
/// architecture.
struct BuildOptions {
    int classes = 1000;
    int inputChannels = 3;
    /// ResNet bottleneck: stride on the first 1×1 (Caffe, Keras) instead of the 3×3 (torchvision).
    bool strideOnFirstConv = false;
    /// 0: the architecture's own (torchvision's).
    double batchNormEps = 0;
    /// Convolutions have a bias even where a BatchNorm follows (Keras, Caffe).
    bool convolutionBias = false;
    /// Padded convolutions and poolings pad as TensorFlow does ("same").
    bool samePadding = false;
    /// Greatest probability of StochasticDepth; negative: the architecture's own.
    double stochasticDepth = -1;
    /// With the auxiliary head, where the architecture has one. For training alone: the output does not read
    /// it.
    bool auxiliary = false;
    /// Dropout before the last Linear; negative: the architecture's own.
    double dropout = -1;
    /// A new head instead of the ImageNet one, as `head` says; its last Linear is named as torchvision's.
    bool newHead = false;
    HeadOptions head{};
};

/// One known backbone.
struct Architecture {
    std::string name;   ///< "resnet50", as torchvision
    std::string title;  ///< "ResNet-50"
    std::string family; ///< "ResNet"
    int inputSize = 224;
    int minimumSize = 32;
    /// The normalisation it was designed for, of values from 0 to 1.
    std::array<float, 3> mean{0.485f, 0.456f, 0.406f};
    std::array<float, 3> std{0.229f, 0.224f, 0.225f};
    /// The blocks from input to head, as node-name prefixes, in order: the stops of the freeze slider.
    /// Several prefixes of one stop are joined with '+', as in "conv1+bn1".
    std::vector<std::string> blocks;
    /// Prefix of the head's nodes ("fc", "classifier").
    std::string head;
    /// False where what comes in front of a new head is no feature map but a vector (VGG's hidden layers).
    bool headPools = true;
    /// Prefix of the auxiliary head's nodes, whose last is "<prefix>.fc", and of the block whose value it
    /// reads; empty: there is none.
    std::string auxiliaryHead{};
    std::string auxiliaryReads{};
    std::function<Graph(const BuildOptions&)> build;
};

/// All backbones, grouped by family.
std::span<const Architecture> architectures();
const Architecture* findArchitecture(std::string_view name);

/// True where the node belongs to the block: its name is one of the block's prefixes or starts with it + '.'.
bool inBlock(std::string_view nodeName, std::string_view block);
/// True for the nodes that are new with every set of classes: the head, the layers a new head adds
/// ("head.…"), and the auxiliary head's classifier.
bool inHead(std::string_view nodeName, const Architecture& architecture);
/// A block for people: "layer1", "conv1, bn1", "features.0 … features.4".
std::string blockLabel(std::string_view block);

/// What is frozen, as TrainingOptions::freeze and `--freeze` say it: "layer1" is that block and all before
/// it, "layer1,layer3,layer4.0" in addition layer3 and layer4.0 on their own, "none,layer3" layer3 alone.
struct FreezeChoice {
    std::string upTo = "none";      ///< "none", "all" (everything but the head) or a block
    std::vector<std::string> alone; ///< blocks, or prefixes of node names

    static FreezeChoice read(std::string_view text);
    std::string text() const;
};
/// The blocks that are frozen on their own, for people: "layer3, layer4.0, …".
std::string aloneLabel(const FreezeChoice& choice);

/// Nothing where a name is unknown, holds no parameters, or belongs to the head. Nodes without parameters
/// that read only frozen nodes count as frozen; a Dropout only where it stands inside a frozen block (it then
/// drops nothing), a Standardize never.
std::optional<FreezePlan> freezePlan(const Graph& graph, const Architecture& architecture,
                                     const FreezeChoice& choice);
/// freezePlan() of a text.
std::optional<FreezePlan> freezeUpTo(const Graph& graph, const Architecture& architecture,
                                     std::string_view text);
/// The shortest choice that freezes just those nodes with parameters that `frozen` says (a flag per node; the
/// head's count as not frozen).
FreezeChoice freezeChoice(const Graph& graph, const Architecture& architecture,
                          const std::vector<bool>& frozen);

/// True where something in front of the auxiliary head's place learns, so that its loss has whom to teach.
/// `graph` has the auxiliary head.
bool auxiliaryHelps(const Graph& graph, const Architecture& architecture, const FreezePlan& plan);

} // namespace graft::graph
