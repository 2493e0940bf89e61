#include "training/Options.h"

#include "dataset/AugmentKinds.h"
#include "training/BlockRates.h"
#include "training/OptionRange.h"
#include "training/Recipes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::training {

namespace {

constexpr int kVersion = 8;
constexpr int kFreezesSingly = 2; ///< the first version whose `freeze` may name single blocks
constexpr std::size_t kLongestFreeze = 1 << 16;
constexpr int kShapesHead = 3; ///< the first with a head of layers or a pooling of its own, or grey pictures
constexpr int kAugmentsMore = 4; ///< the first with more than the basic kinds of augmentation
constexpr int kHasRecipes = 5; ///< the first with a recipe, or with learning options other than the defaults
constexpr int kSeesBands = 6; ///< the first whose network may see all channels of images with more than three
constexpr int kKeepsStart = 7;  ///< the first that may keep BatchNorm's statistics, or a share of the start
constexpr int kKeepsLatest = 8; ///< the first that may keep the latest of equally good epochs
constexpr std::size_t kLongestText = 1 << 20;
constexpr std::size_t kShownOfText = 80;
constexpr int kLargestSize = 2048;
constexpr std::size_t kMostHeadLayers = 4;
constexpr int kMostNeurons = 8192;
constexpr std::array kDevices{"auto", "cpu", "cuda"};
constexpr std::array kPrecisions{"auto", "float32", "bfloat16"};

Result<> checkModel(const TrainingOptions& options) {
    const graph::Architecture* architecture = graph::findArchitecture(options.model);
    if (!architecture)
        return Error{translate("Training",
                               "There is no model named “%1”. The command “graft models” lists them.",
                               {options.model})};
    const bool known =
        options.freeze.size() <= kLongestFreeze &&
        graph::freezeUpTo(architecture->build({.newHead = true}), *architecture, options.freeze).has_value();
    if (!known)
        return Error{translate("Training",
                               "%1 has no block “%2” to freeze. Possible are: %3; and after it, with commas, "
                               "blocks that are frozen on their own (layer1,layer3).",
                               {architecture->title, options.freeze.substr(0, kShownOfText),
                                "none, all, " + blocksOf(*architecture)})};
    if (options.size != 0)
        return inRange(
            {"size", double(options.size), double(architecture->minimumSize), double(kLargestSize)});
    return {};
}

Result<> checkHead(const TrainingOptions& options) {
    if (options.headLayers.size() > kMostHeadLayers)
        return Error{translate("Training", "The head can have up to %1 hidden layers; these are %2.",
                               {std::to_string(kMostHeadLayers), std::to_string(options.headLayers.size())})};
    for (const int neurons : options.headLayers)
        if (auto fits = inRange({"head_layers", double(neurons), 1, double(kMostNeurons)}); !fits)
            return fits;
    const auto pooling = graph::poolingNamed(options.pooling);
    if (!pooling)
        return Error{translate("Training", "There is no pooling “%1”. Possible are: average, max, gem.",
                               {options.pooling})};
    const graph::Architecture& architecture = *graph::findArchitecture(options.model);
    if (*pooling != graph::Pooling::Average && !architecture.headPools)
        return Error{
            translate("Training",
                      "%1 has hidden layers of its own in front of the head, so its pooling cannot be "
                      "chosen. Take “average”.",
                      {architecture.title})};
    return {};
}

Result<> checkChannels(const TrainingOptions& options) {
    if (options.channels == 0)
        return {};
    if (options.channels < 2 || options.channels == 3 || options.channels > imaging::kMostBands)
        return Error{translate("Training",
                               "A network can see all channels of images with 2, or with 4 to %1; these are "
                               "%2. Of grey and colour images it sees all anyway.",
                               {std::to_string(imaging::kMostBands), std::to_string(options.channels)})};
    if (options.grey)
        return Error{
            translate("Training", "A network sees grey pictures, or all channels of the images, not both.")};
    return {};
}

Result<> checkAugment(const dataset::AugmentOptions& augment) {
    for (const dataset::AugmentKind& kind : dataset::augmentKinds())
        if (const auto* strength = std::get_if<dataset::AugmentKind::Strength>(&kind.member)) {
            const std::string name = std::string("augment.") + kind.name;
            if (auto fits = inRange({name.c_str(), augment.*(*strength), kind.low, kind.high}); !fits)
                return fits;
        }
    return {};
}

/// Of what only some networks and heads allow.
Result<> checkLearning(const TrainingOptions& options) {
    if (auto fits = options.learning.check(); !fits)
        return fits;
    if (auto fits = checkBlockNames(*graph::findArchitecture(options.model), options.learning); !fits)
        return fits;
    if (options.learning.cutMix > 0 && options.freeze == "all")
        return Error{translate("Training",
                               "CutMix pastes a part of one picture into another, but with all blocks "
                               "frozen the head sees no pictures. Take mixup, or freeze fewer blocks.")};
    return {};
}

Result<> checkNumbers(const TrainingOptions& options) {
    const OptionRange ranges[] = {
        {"epochs", double(options.epochs), 1, 10'000},
        {"batch", double(options.batch), 1, 4096},
        {"learning_rate", options.learningRate, 0, 100},
        {"head_learning_rate", options.headLearningRate, 0, 100},
        {"weight_decay", options.weightDecay, 0, 100},
        {"dropout", options.dropout, 0, 0.95},
        {"views", double(options.views), 1, 64},
        {"cache_bytes", double(options.cacheBytes), 0, 0x1p50},
    };
    for (const OptionRange& range : ranges)
        if (auto fits = inRange(range); !fits)
            return fits;
    return checkAugment(options.augment);
}

/// Calls `field(name, value)` for every option, so that writing and reading cannot drift apart.
template <typename Options, typename Field>
void eachField(Options& options, Field field) {
    field("model", options.model);
    field("weights", options.weights);
    field("freeze", options.freeze);
    field("epochs", options.epochs);
    field("batch", options.batch);
    field("size", options.size);
    field("learning_rate", options.learningRate);
    field("head_learning_rate", options.headLearningRate);
    field("weight_decay", options.weightDecay);
    field("dropout", options.dropout);
    field("head_layers", options.headLayers);
    field("head_batch_norm", options.headBatchNorm);
    field("pooling", options.pooling);
    field("grey", options.grey);
    field("channels", options.channels);
    field("balanced", options.balanced);
    field("seed", options.seed);
    field("device", options.device);
    field("precision", options.precision);
    field("deterministic", options.deterministic);
    field("views", options.views);
    field("cache_prefix", options.cachePrefix);
    field("cache_bytes", options.cacheBytes);
    field("recipe", options.recipe);
}

template <typename Augment, typename Field>
void eachAugmentField(Augment& augment, Field field) {
    for (const dataset::AugmentKind& kind : dataset::augmentKinds())
        std::visit([&](auto member) { field(kind.name, augment.*member); }, kind.member);
}

using Json = nlohmann::ordered_json;

/// Takes one value of an object where it has the right kind; remembers the first that has not.
class FieldReader {
public:
    explicit FieldReader(const Json& object) : m_object(object) {}

    void operator()(const char* name, std::string& value) { take(name, value, &Json::is_string); }
    void operator()(const char* name, bool& value) { take(name, value, &Json::is_boolean); }
    void operator()(const char* name, double& value) { take(name, value, &Json::is_number); }
    void operator()(const char* name, std::uint64_t& value) { take(name, value, &Json::is_number_unsigned); }
    void operator()(const char* name, std::vector<int>& values) {
        const auto found = m_object.find(name);
        if (found == m_object.end())
            return;
        const auto isSmall = [](const Json& item) {
            return item.is_number_integer() && std::abs(item.get<double>()) < 1e6;
        };
        if (found->is_array() && found->size() <= kMostListed && std::ranges::all_of(*found, isSmall))
            values = found->get<std::vector<int>>();
        else if (wrong.empty())
            wrong = name;
    }
    void operator()(const char* name, int& value) {
        std::int64_t wide = value;
        take(name, wide, &Json::is_number_integer);
        if (wide != int(wide))
            wrong = wrong.empty() ? name : wrong;
        value = int(wide);
    }

    void operator()(const char* name, std::map<std::string, double>& values) {
        const auto found = m_object.find(name);
        if (found == m_object.end())
            return;
        const auto isNumber = [](const Json& item) { return item.is_number(); };
        if (found->is_object() && std::ranges::all_of(*found, isNumber))
            values = found->get<std::map<std::string, double>>();
        else if (wrong.empty())
            wrong = name;
    }

    static constexpr std::size_t kMostListed = 64;
    std::string wrong; ///< name of the first field of the wrong kind

private:
    const Json& m_object;

    template <typename T>
    void take(const char* name, T& value, bool (Json::*fits)() const noexcept) {
        const auto found = m_object.find(name);
        if (found == m_object.end())
            return;
        if (((*found).*fits)())
            value = found->template get<T>();
        else if (wrong.empty())
            wrong = name;
    }
};

Error notReadable(const std::string& detail) {
    return {translate("Training", "The options of the run cannot be read: %1.", {detail})};
}

} // namespace

Result<> TrainingOptions::check() const {
    if (version > kVersion)
        return Error{translate(
            "Training", "These options were made by a newer version of the program. Update it to use them.")};
    if (version < 1)
        return notReadable(translate("Training", "they have no version"));
    if (auto fits = checkModel(*this); !fits)
        return fits;
    if (auto fits = checkNumbers(*this); !fits)
        return fits;
    if (auto fits = checkHead(*this); !fits)
        return fits;
    if (auto fits = checkChannels(*this); !fits)
        return fits;
    if (auto fits = checkLearning(*this); !fits)
        return fits;
    if (auto fits = checkRecipe(*this); !fits)
        return fits;
    if (std::ranges::find(kDevices, device) == kDevices.end())
        return Error{
            translate("Training", "There is no device “%1”. Possible are: auto, cpu, cuda.", {device})};
    if (std::ranges::find(kPrecisions, precision) == kPrecisions.end())
        return Error{translate(
            "Training", "There is no precision “%1”. Possible are: auto, float32, bfloat16.", {precision})};
    return {};
}

bool countsClassesAlike(const TrainingOptions& options) {
    return options.balanced || options.learning.classWeights;
}

int inputChannels(const TrainingOptions& options) {
    if (options.channels > 0)
        return options.channels;
    return options.grey ? 1 : 3;
}

graph::HeadOptions headOf(const TrainingOptions& options) {
    return {options.headLayers, options.headBatchNorm,
            graph::poolingNamed(options.pooling).value_or(graph::Pooling::Average)};
}

std::string toJson(const TrainingOptions& options) {
    Json object;
    const bool singly = options.freeze.find(',') != std::string::npos;
    const bool shapesHead =
        !options.headLayers.empty() || options.headBatchNorm || options.pooling != "average" || options.grey;
    const bool augmentsMore = !dataset::basicOnly(options.augment);
    const bool hasRecipe = options.recipe != "custom" || options.learning != LearningOptions();
    const bool keepsStart = options.learning.keepStatistics || options.learning.startShare > 0;
    object["version"] = std::max({options.version, singly ? kFreezesSingly : 1, shapesHead ? kShapesHead : 1,
                                  augmentsMore ? kAugmentsMore : 1, hasRecipe ? kHasRecipes : 1,
                                  options.channels > 0 ? kSeesBands : 1, keepsStart ? kKeepsStart : 1,
                                  options.learning.keepLatest ? kKeepsLatest : 1});
    eachField(options, [&](const char* name, const auto& value) { object[name] = value; });
    Json& learning = object["learning"];
    eachLearningField(options.learning, [&](const char* name, const auto& value) { learning[name] = value; });
    Json& augment = object["augment"];
    eachAugmentField(options.augment, [&](const char* name, const auto& value) { augment[name] = value; });
    return object.dump(2, ' ', false, Json::error_handler_t::replace);
}

Result<TrainingOptions> optionsFromJson(const std::string& json) {
    if (json.size() > kLongestText)
        return notReadable(translate("Training", "the text is too long"));
    const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        return notReadable(translate("Training", "the text is damaged"));
    TrainingOptions options;
    FieldReader reader(object);
    options.version = 0;
    reader("version", options.version);
    if (options.version > kVersion)
        return options.check().error();
    eachField(options, [&](const char* name, auto& value) { reader(name, value); });
    const Json augment = object.value("augment", Json::object());
    FieldReader augmentReader(augment);
    if (augment.is_object())
        eachAugmentField(options.augment, [&](const char* name, auto& value) { augmentReader(name, value); });
    else
        augmentReader.wrong = "augment";
    const Json learning = object.value("learning", Json::object());
    FieldReader learningReader(learning);
    if (learning.is_object())
        eachLearningField(options.learning,
                          [&](const char* name, auto& value) { learningReader(name, value); });
    else
        learningReader.wrong = "learning";
    for (const FieldReader* one : {&reader, &augmentReader, &learningReader})
        if (!one->wrong.empty())
            return notReadable(translate("Training", "“%1” is not of the right kind", {one->wrong}));
    if (auto fits = options.check(); !fits)
        return fits.error();
    return options;
}

} // namespace graft::training
