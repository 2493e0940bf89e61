#include "zoo/Contents.h"

#include "weights/ByteSource.h"
#include "weights/DenseNetNames.h"
#include "weights/Files.h"
#include "weights/KerasResnet.h"
#include "zoo/Fit.h"
#include "zoo/Package.h"

#include <algorithm>
#include <fstream>

namespace graft::zoo {

namespace {

using weights::TensorMap;
using weights::WeightsFile;

std::string folderOf(const std::string& member) {
    return member.substr(0, member.rfind('/') + 1);
}

Result<WeightsFile> readMember(const WeightsSource& source, const std::string& package, PackageFiles files) {
    const auto take = [&](const std::string& name) -> Result<std::unique_ptr<weights::ByteSource>> {
        const auto found = files.find(name);
        if (found == files.end())
            return Error{translate("Zoo", "The package %1 holds no file %2.", {package, name})};
        return weights::inMemory(package + ": " + name, std::move(found->second));
    };
    const auto member = take(source.member);
    if (!member)
        return member.error();
    if (source.format == "gguf")
        return weights::readGguf(**member);
    if (source.format == "safetensors")
        return weights::readSafetensors(**member);
    if (source.format == "pth")
        return weights::readPth(**member);
    return weights::readTfjs(**member,
                             [&](const std::string& name) { return take(folderOf(source.member) + name); });
}

Result<WeightsFile> readPackaged(const WeightsSource& source, const std::filesystem::path& archive) {
    auto files = readPackage(archive, source.format == "tfjs" ? folderOf(source.member) : source.member);
    if (!files)
        return files.error();
    return readMember(source, archive.filename().string(), *std::move(files));
}

Result<TensorMap> named(WeightsFile file, const std::string& converter) {
    if (converter.empty())
        return std::move(file.tensors);
    if (converter == "torchvision_densenet")
        return weights::withTodaysDenseNetNames(std::move(file.tensors));
    return weights::torchvisionFromKerasResnet(file.tensors);
}

Result<TensorMap> finish(const WeightsEntry& entry, Result<WeightsFile> read, const std::string& converter,
                         const std::filesystem::path& file) {
    if (!read)
        return read.error();
    auto tensors = named(*std::move(read), converter);
    if (!tensors)
        return tensors.error();
    return fitted(entry, *std::move(tensors), file.filename().string());
}

bool isCompressed(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return in.get() == 0x1f && in.get() == 0x8b;
}

} // namespace

Result<TensorMap> contentsOf(const WeightsEntry& entry, const WeightsSource& source,
                             const std::filesystem::path& file) {
    const bool packaged = source.kind == WeightsSource::Kind::Npm;
    return finish(entry, packaged ? readPackaged(source, file) : weights::read(file), source.converter, file);
}

Result<TensorMap> contentsOf(const WeightsEntry& entry, const std::filesystem::path& file) {
    if (isCompressed(file))
        for (const WeightsSource& source : entry.sources)
            if (source.kind == WeightsSource::Kind::Npm)
                return contentsOf(entry, source, file);
    auto read = weights::read(file);
    const bool keras = read && read->tensors.contains("conv1/kernel");
    // A file of Keras is known by its names; today's names of DenseNet pass its converter unchanged.
    const auto converts = [&](const WeightsSource& source) {
        return source.converter == "keras_resnet50" ? keras : !source.converter.empty();
    };
    const auto converting = std::find_if(entry.sources.begin(), entry.sources.end(), converts);
    return finish(entry, std::move(read), converting != entry.sources.end() ? converting->converter : "",
                  file);
}

} // namespace graft::zoo
