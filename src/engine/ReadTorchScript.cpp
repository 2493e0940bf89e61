#include "engine/TorchScript.h"
#include "weights/ByteSource.h"
#include "weights/Zip.h"

#include <torch/torch.h>

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <array>

namespace graft::engine {

namespace {

constexpr std::uint64_t kLargestFile = 8ull << 30;
constexpr std::uint64_t kMostCode = 16 << 20;

/// What a traced network consists of, by LibTorch 1.13 and by 2.
constexpr std::array kKnown = std::to_array<std::string_view>({
    "prim::Constant",
    "prim::GetAttr",
    "prim::ListConstruct",
    "prim::NumToTensor",
    "aten::Int",
    "aten::_convolution",
    "aten::adaptive_avg_pool2d",
    "aten::adaptive_max_pool2d",
    "aten::add",
    "aten::add_",
    "aten::avg_pool2d",
    "aten::batch_norm",
    "aten::cat",
    "aten::clamp_min",
    "aten::constant_pad_nd",
    "aten::conv2d",
    "aten::div",
    "aten::flatten",
    "aten::gelu",
    "aten::hardsigmoid",
    "aten::hardswish",
    "aten::hardtanh",
    "aten::layer_norm",
    "aten::linear",
    "aten::max_pool2d",
    "aten::mean",
    "aten::mul",
    "aten::ones",
    "aten::permute",
    "aten::pow",
    "aten::reciprocal",
    "aten::relu",
    "aten::sigmoid",
    "aten::silu",
    "aten::size",
    "aten::softmax",
    "aten::sqrt",
    "aten::sub",
    "aten::to",
});

Error refused(const std::filesystem::path& file, const std::string& reason, const std::string& detail = {}) {
    return {translate("TorchScript", "%1 cannot be used as a model: %2.", {file.string(), reason}), detail};
}

/// Reads "<archive>/extra/<name>", and looks for code that would run while the file is loaded.
Result<std::string> inspect(const std::filesystem::path& file, const std::string& name) {
    const auto source = weights::openFile(file, kLargestFile);
    if (!source)
        return source.error();
    const auto directory = weights::readZipDirectory(**source, {});
    if (!directory)
        return refused(file, translate("TorchScript", "it is no TorchScript file, or it is damaged"),
                       directory.error().message);
    const auto textOf = [&](const weights::ZipEntry& entry) -> Result<std::string> {
        if (entry.size > kMostCode)
            return refused(file, translate("TorchScript", "“%1” in it is too large", {entry.name}));
        const auto content = weights::openZipEntry(**source, entry);
        if (!content)
            return refused(file, translate("TorchScript", "it is damaged"), content.error().message);
        std::string text(std::size_t((*content)->size()), '\0');
        if (auto read = (*content)->read(0, std::as_writable_bytes(std::span(text))); !read)
            return read.error();
        return text;
    };
    std::string wanted;
    for (const auto& [path, entry] : *directory) {
        const bool code = path.ends_with(".py"), extra = path.ends_with("/extra/" + name);
        if (!code && !extra)
            continue;
        auto text = textOf(entry);
        if (!text)
            return text;
        if (code && text->find("__setstate__") != std::string::npos)
            return refused(file, translate("TorchScript", "it holds code that is not a network"));
        if (extra)
            wanted = *std::move(text);
    }
    if (wanted.empty())
        return refused(file, translate("TorchScript", "it was not exported by this program"));
    return wanted;
}

/// The first operation that no network needs; empty: none.
std::string strangeOperation(torch::jit::Block& block) {
    for (torch::jit::Node* node : block.nodes()) {
        const std::string kind = node->kind().toQualString();
        if (std::ranges::find(kKnown, kind) == kKnown.end() || !node->blocks().empty())
            return kind;
    }
    return {};
}

} // namespace

struct Script::Impl {
    torch::jit::Module module;
    std::string text;
};

Script::Script(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Script::Script(Script&&) noexcept = default;
Script& Script::operator=(Script&&) noexcept = default;
Script::~Script() = default;

const std::string& Script::text() const {
    return m_impl->text;
}

Result<Script> Script::open(const std::filesystem::path& file, const std::string& wanted) {
    auto text = inspect(file, wanted);
    if (!text)
        return text.error();
    try {
        auto impl = std::make_unique<Impl>();
        impl->module = torch::jit::load(file.string(), torch::Device(torch::kCPU));
        impl->module.eval();
        const auto graph = impl->module.get_method("forward").graph()->copy();
        torch::jit::Inline(*graph);
        if (const std::string strange = strangeOperation(*graph->block()); !strange.empty())
            return refused(file, translate("TorchScript",
                                           "it holds the operation “%1”, which no network of this "
                                           "program has",
                                           {strange}));
        impl->text = *std::move(text);
        return Script(std::move(impl));
    } catch (const std::exception& exception) {
        return refused(file, translate("TorchScript", "it is damaged"), exception.what());
    }
}

torch::Tensor Script::run(const torch::Tensor& images) {
    const torch::NoGradGuard noGradient;
    return m_impl->module.forward({images}).toTensor();
}

} // namespace graft::engine
