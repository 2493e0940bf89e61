#include "weights/KerasResnet.h"

#include <optional>

namespace graft::weights {

namespace {

/// One convolution with its BatchNorm, or the dense layer, in both worlds.
struct Pairing {
    std::string kerasConv;
    std::string kerasNorm;
    std::string conv;
    std::string norm;
};

/// "2a_branch2b" → "layer1.0." and '2', 'b'. Nothing for other names.
std::optional<Pairing> pairingOf(const std::string& kerasConv) {
    if (kerasConv == "conv1")
        return Pairing{kerasConv, "bn_conv1", "conv1", "bn1"};
    const bool block =
        kerasConv.starts_with("res") && kerasConv.size() > 3 && kerasConv[3] >= '2' && kerasConv[3] <= '5';
    const auto branch = kerasConv.find("_branch");
    if (!block || branch == std::string::npos || branch < 5)
        return std::nullopt;
    const std::string blockName = kerasConv.substr(4, branch - 4), branchName = kerasConv.substr(branch + 7);
    // Blocks are a, b, c, … in ResNet-50 and a, b1, b2, … in the deeper ones.
    int number = blockName[0] - 'a';
    if (blockName.size() > 1)
        number = std::atoi(blockName.c_str() + 1);
    const std::string prefix =
        "layer" + std::to_string(kerasConv[3] - '1') + "." + std::to_string(number) + ".";
    const std::string norm = "bn" + kerasConv.substr(3);
    if (branchName == "1")
        return Pairing{kerasConv, norm, prefix + "downsample.0", prefix + "downsample.1"};
    if (branchName.size() != 2 || branchName[0] != '2' || branchName[1] < 'a' || branchName[1] > 'c')
        return std::nullopt;
    const std::string index = std::to_string(branchName[1] - 'a' + 1);
    return Pairing{kerasConv, norm, prefix + "conv" + index, prefix + "bn" + index};
}

Error missing(const std::string& name) {
    return {translate("Weights",
                      "These are not the weights of a Keras ResNet: “%1” is missing or has another shape.",
                      {name})};
}

const Tensor* find(const TensorMap& tensors, const std::string& name, std::size_t sides) {
    const auto found = tensors.find(name);
    return found != tensors.end() && found->second.shape.size() == sides ? &found->second : nullptr;
}

Tensor oihwFromHwio(const Tensor& kernel) {
    const auto height = kernel.shape[0], width = kernel.shape[1], in = kernel.shape[2], out = kernel.shape[3];
    const std::vector<float> from = toFloats(kernel);
    std::vector<float> to(from.size());
    const std::int64_t area = height * width;
    for (std::int64_t place = 0; place < area; ++place)
        for (std::int64_t i = 0; i < in; ++i)
            for (std::int64_t o = 0; o < out; ++o)
                to[std::size_t((o * in + i) * area + place)] = from[std::size_t((place * in + i) * out + o)];
    return fromFloats({out, in, height, width}, to);
}

Tensor transposed(const Tensor& matrix) {
    const auto rows = matrix.shape[0], columns = matrix.shape[1];
    const std::vector<float> from = toFloats(matrix);
    std::vector<float> to(from.size());
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t column = 0; column < columns; ++column)
            to[std::size_t(column * rows + row)] = from[std::size_t(row * columns + column)];
    return fromFloats({columns, rows}, to);
}

/// BatchNorm subtracts its mean from what the convolution gives: conv + bias − mean = conv − (mean − bias).
Result<Tensor> meanWithoutBias(const Tensor& mean, const Tensor* bias, const std::string& biasName) {
    std::vector<float> values = toFloats(mean);
    if (!bias)
        return fromFloats(mean.shape, values);
    const std::vector<float> biases = toFloats(*bias);
    if (biases.size() != values.size())
        return missing(biasName);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] -= biases[i];
    return fromFloats(mean.shape, values);
}

Result<> convertPair(const TensorMap& keras, const Pairing& pair, TensorMap& torchvision) {
    const Tensor* kernel = find(keras, pair.kerasConv + "/kernel", 4);
    if (!kernel)
        return missing(pair.kerasConv + "/kernel");
    torchvision[pair.conv + ".weight"] = oihwFromHwio(*kernel);
    for (const auto& [from, to] : {std::pair("/gamma", ".weight"), std::pair("/beta", ".bias"),
                                   std::pair("/moving_variance", ".running_var")}) {
        const Tensor* values = find(keras, pair.kerasNorm + from, 1);
        if (!values)
            return missing(pair.kerasNorm + from);
        torchvision[pair.norm + to] = fromFloats(values->shape, toFloats(*values));
    }
    const Tensor* mean = find(keras, pair.kerasNorm + "/moving_mean", 1);
    if (!mean)
        return missing(pair.kerasNorm + "/moving_mean");
    const std::string biasName = pair.kerasConv + "/bias";
    auto folded = meanWithoutBias(*mean, find(keras, biasName, 1), biasName);
    if (!folded)
        return folded.error();
    torchvision[pair.norm + ".running_mean"] = *std::move(folded);
    return {};
}

} // namespace

Result<TensorMap> torchvisionFromKerasResnet(const TensorMap& keras) {
    TensorMap torchvision;
    if (!find(keras, "conv1/kernel", 4))
        return missing("conv1/kernel");
    for (const auto& [name, tensor] : keras) {
        if (!name.ends_with("/kernel"))
            continue;
        if (const auto pair = pairingOf(name.substr(0, name.size() - 7)))
            if (auto converted = convertPair(keras, *pair, torchvision); !converted)
                return converted.error();
    }
    const Tensor *kernel = find(keras, "fc1000/kernel", 2), *bias = find(keras, "fc1000/bias", 1);
    if (!kernel || !bias)
        return missing("fc1000");
    torchvision["fc.weight"] = transposed(*kernel);
    torchvision["fc.bias"] = fromFloats(bias->shape, toFloats(*bias));
    return torchvision;
}

} // namespace graft::weights
