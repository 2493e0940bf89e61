#include "weights/ByteSource.h"
#include "weights/Detect.h"
#include "weights/StateDict.h"
#include "weights/TensorCheck.h"
#include "weights/Zip.h"

#include <map>
#include <set>

// torch.save, the two containers. Zip: NAME/data.pkl and one file NAME/data/KEY per storage. Legacy: five
// pickles (magic number, protocol, the writer's system, the state dict, the list of keys), then per key a
// count and the numbers.
namespace graft::weights {

namespace {

using pickle::Document;
using pickle::Storage;

Result<std::string> readSmallEntry(const ByteSource& source, const ZipEntry& entry) {
    auto opened = openZipEntry(source, entry);
    if (!opened)
        return opened.error();
    Cursor cursor(**opened);
    std::string text = cursor.text((*opened)->size(), 64);
    return cursor.failed() ? Result<std::string>(cursor.error()) : text;
}

/// The one file …/data.pkl, as the prefix before that name.
Result<std::string> findPrefix(const ByteSource& source, const ZipDirectory& directory) {
    for (const auto& [name, entry] : directory)
        if (name.ends_with("/constants.pkl"))
            return refused(
                source, translate("Weights",
                                  "it is a TorchScript program; save the state_dict() of the model instead"));
    for (const auto& [name, entry] : directory)
        if (name.ends_with("/data.pkl") && name.find('/') == name.size() - 9)
            return name.substr(0, name.size() - 8);
    return refused(source, translate("Weights", "it is a zip archive, but not one that PyTorch wrote"));
}

Result<> checkByteOrder(const ByteSource& source, const ZipDirectory& directory, const std::string& prefix) {
    const auto entry = directory.find(prefix + "byteorder");
    if (entry == directory.end())
        return {};
    const auto order = readSmallEntry(source, entry->second);
    if (!order)
        return order.error();
    if (*order != "little")
        return refused(source, translate("Weights", "its numbers are stored in big-endian order"));
    return {};
}

Result<WeightsFile> readZip(const ByteSource& source, const ReadLimits& limits) {
    const auto directory =
        readZipDirectory(source, {limits.headerBytes, limits.tensorBytes, 2 * limits.tensors});
    if (!directory)
        return directory.error();
    const auto prefix = findPrefix(source, *directory);
    if (!prefix)
        return prefix.error();
    if (auto order = checkByteOrder(source, *directory, *prefix); !order)
        return order.error();
    const auto table = openZipEntry(source, directory->at(*prefix + "data.pkl"));
    if (!table)
        return table.error();
    Cursor cursor(**table);
    const auto document = pickle::interpret(cursor, limits.headerBytes);
    if (!document)
        return document.error();
    std::map<std::string, std::unique_ptr<ByteSource>> opened;
    const auto find = [&](const Storage& storage) -> Result<const ByteSource*> {
        auto& contents = opened[storage.key];
        if (contents)
            return contents.get();
        const auto entry = directory->find(*prefix + "data/" + storage.key);
        if (entry == directory->end())
            return refused(source, translate("Weights", "the numbers of a tensor are missing (part “%1”)",
                                             {quotedForMessage(storage.key)}));
        auto contentsNow = openZipEntry(source, entry->second);
        if (!contentsNow)
            return contentsNow.error();
        contents = *std::move(contentsNow);
        return contents.get();
    };
    return readStateDict(source, *document, find, limits);
}

/// The type of every storage that a tensor uses.
std::map<std::string, DType> storageTypes(const Document& document) {
    std::map<std::string, DType> types;
    for (const pickle::Value& value : document.values)
        if (const auto* storage = std::get_if<Storage>(&value))
            types.emplace(storage->key, storage->type);
    return types;
}

/// The keys in the order in which their numbers follow.
Result<std::vector<std::string>> readKeys(Cursor& cursor, std::uint64_t limit) {
    const auto document = pickle::interpret(cursor, limit);
    if (!document)
        return document.error();
    std::vector<std::string> keys;
    if (const auto* list = document->get<pickle::List>(document->root))
        for (pickle::Ref item : list->items)
            if (const auto* key = document->get<std::string>(item))
                keys.push_back(*key);
    return keys;
}

using Storages = std::map<std::string, std::unique_ptr<ByteSource>>;

Result<Storages> locateStorages(Cursor& cursor, const std::vector<std::string>& keys,
                                const std::map<std::string, DType>& types) {
    const ByteSource& source = cursor.source();
    Storages storages;
    for (const std::string& key : keys) {
        const auto type = types.find(key);
        const auto elements = cursor.number<std::uint64_t>();
        if (cursor.failed())
            return cursor.error();
        std::uint64_t bytes = 0;
        if (type == types.end() || storages.contains(key) ||
            __builtin_mul_overflow(elements, bytesPerElement(type->second), &bytes))
            return refused(source, translate("Weights", "its list of stored numbers is damaged"));
        const std::uint64_t at = cursor.position();
        cursor.skip(bytes);
        if (cursor.failed())
            return refused(
                source, translate("Weights", "it is incomplete: the numbers of its tensors end too early"));
        storages.emplace(key, slice(source, at, bytes));
    }
    return storages;
}

/// Magic number, protocol and system; a pickle each.
Result<> readLegacyPreamble(Cursor& cursor) {
    constexpr std::uint64_t enough = 4096;
    for (int i = 0; i < 2; ++i)
        if (const auto number = pickle::interpret(cursor, enough); !number)
            return number.error();
    const auto system = pickle::interpret(cursor, enough);
    if (!system)
        return system.error();
    const auto* little = system->find(system->root, "little_endian");
    const auto* isLittle = little ? std::get_if<bool>(little) : nullptr;
    if (isLittle && !*isLittle)
        return refused(cursor.source(), translate("Weights", "its numbers are stored in big-endian order"));
    return {};
}

Result<WeightsFile> readLegacy(const ByteSource& source, const ReadLimits& limits) {
    Cursor cursor(source);
    if (auto preamble = readLegacyPreamble(cursor); !preamble)
        return preamble.error();
    const auto document = pickle::interpret(cursor, limits.headerBytes);
    if (!document)
        return document.error();
    const auto keys = readKeys(cursor, limits.headerBytes);
    if (!keys)
        return keys.error();
    const auto storages = locateStorages(cursor, *keys, storageTypes(*document));
    if (!storages)
        return storages.error();
    const auto find = [&](const Storage& storage) -> Result<const ByteSource*> {
        const auto found = storages->find(storage.key);
        if (found == storages->end())
            return refused(source, translate("Weights", "the numbers of a tensor are missing (part “%1”)",
                                             {quotedForMessage(storage.key)}));
        return found->second.get();
    };
    return readStateDict(source, *document, find, limits);
}

} // namespace

Result<WeightsFile> readPth(const ByteSource& source, const ReadLimits& limits) {
    switch (detectFormat(source)) {
    case Format::Zip:
        return readZip(source, limits);
    case Format::LegacyPth:
        return readLegacy(source, limits);
    default:
        return refused(source, translate("Weights", "it is not a file that PyTorch's torch.save wrote"));
    }
}

Result<WeightsFile> readPth(const std::filesystem::path& path, const ReadLimits& limits) {
    auto source = openFile(path, limits.fileBytes);
    return source ? readPth(**source, limits) : source.error();
}

} // namespace graft::weights
