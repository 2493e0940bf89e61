#include "zoo/Store.h"

#include "base/Files.h"
#include "base/Log.h"
#include "weights/Files.h"
#include "zoo/Hash.h"

#include <nlohmann/json.hpp>

namespace graft::zoo {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint64_t smallFile = 1 << 20;

/// Size and time of change, by which a checked file is known again. Nothing where there is no file.
std::optional<json> stampOf(const fs::path& file) {
    std::error_code failed;
    const auto bytes = fs::file_size(file, failed);
    if (failed)
        return std::nullopt;
    const auto changed = fs::last_write_time(file, failed);
    if (failed)
        return std::nullopt;
    return json{{"bytes", bytes}, {"changed", changed.time_since_epoch().count()}};
}

/// An object; empty where the file is absent or damaged.
json readObject(const fs::path& file) {
    const auto text = readTextFile(file, smallFile);
    json object = text ? json::parse(*text, nullptr, false) : json();
    return object.is_object() ? object : json::object();
}

std::string textOf(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<> writeObject(const fs::path& file, const json& object) {
    return writeFileAtomically(
        file, std::string_view(object.dump(2, ' ', false, json::error_handler_t::replace) + "\n"));
}

} // namespace

Result<> Store::create() const {
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return Error{translate("Zoo", "The folder for weights, %1, cannot be made: %2.",
                               {m_folder.string(), systemErrorText(failed.value())})};
    return {};
}

void Store::sweep(const WeightsEntry& entry) const {
    std::error_code failed;
    std::vector<fs::path> left;
    for (const auto& found : fs::directory_iterator(m_folder, failed)) {
        const std::string name = found.path().filename().string();
        if (name.starts_with(entry.id + ".package-") || name.starts_with(entry.id + ".safetensors."))
            left.push_back(found.path());
    }
    for (const fs::path& path : left)
        fs::remove_all(path, failed);
}

bool Store::present(const WeightsEntry& entry) const {
    const auto stamp = stampOf(fileOf(entry));
    const json sidecar = readObject(sidecarOf(entry));
    return stamp && sidecar.contains("stamp") && sidecar["stamp"].is_object() &&
           sidecar["stamp"].value("bytes", json()) == (*stamp)["bytes"];
}

Result<std::optional<StoredWeights>> Store::verified(const WeightsEntry& entry,
                                                     const Monitor& monitor) const {
    const fs::path file = fileOf(entry);
    json sidecar = readObject(sidecarOf(entry));
    const std::string expected = textOf(sidecar, "sha256");
    const auto stamp = stampOf(file);
    if (!stamp || expected.empty())
        return std::optional<StoredWeights>();
    if (sidecar.value("stamp", json()) == *stamp)
        return std::optional(StoredWeights{file, expected});
    const auto hash = sha256Of(file, monitor, translate("Zoo", "Checking %1", {entry.title}));
    if (!hash)
        return hash.error();
    if (*hash != expected) {
        setAside(entry);
        return Error{
            translate("Zoo", "The stored weights %1 are damaged and are not used. Fetch or import %2 again.",
                      {file.string(), entry.title})};
    }
    sidecar["stamp"] = *stamp;
    if (const auto written = writeObject(sidecarOf(entry), sidecar); !written)
        log(LogLevel::Debug, written.error().message);
    return std::optional(StoredWeights{file, expected});
}

void Store::setAside(const WeightsEntry& entry) const {
    std::error_code ignored;
    fs::remove(sidecarOf(entry), ignored);
    fs::rename(fileOf(entry), m_folder / (entry.id + ".damaged"), ignored);
}

Result<StoredWeights> Store::keep(const WeightsEntry& entry, const weights::TensorMap& tensors,
                                  const Provenance& from, const Monitor& monitor) const {
    if (auto made = create(); !made)
        return made.error();
    const fs::path file = fileOf(entry);
    std::error_code ignored;
    fs::remove(sidecarOf(entry), ignored);
    const weights::Metadata metadata{
        {"format", "pt"}, {"weights", entry.id}, {"source", from.source}, {"license", entry.license}};
    if (auto written = weights::writeSafetensors(file, tensors, metadata); !written)
        return written.error();
    const auto hash = sha256Of(file, monitor, translate("Zoo", "Checking %1", {entry.title}));
    if (!hash)
        return hash.error();
    const json sidecar{{"id", entry.id},
                       {"sha256", *hash},
                       {"stamp", stampOf(file).value_or(json())},
                       {"source", from.source},
                       {"source_sha256", from.sha256},
                       {"license", entry.license}};
    if (auto written = writeObject(sidecarOf(entry), sidecar); !written)
        return written.error();
    return StoredWeights{file, *hash};
}

bool Store::knownGood(const fs::path& file, const std::string& sha256) const {
    const json all = readObject(m_folder / "verified.json");
    const auto known = all.find(file.string());
    const auto stamp = stampOf(file);
    return stamp && known != all.end() && known->is_object() && textOf(*known, "sha256") == sha256 &&
           known->value("stamp", json()) == *stamp;
}

void Store::rememberGood(const fs::path& file, const std::string& sha256) const {
    if (!create())
        return;
    json all = readObject(m_folder / "verified.json");
    constexpr std::size_t enough = 200;
    if (all.size() >= enough)
        all = json::object();
    all[file.string()] = {{"sha256", sha256}, {"stamp", stampOf(file).value_or(json())}};
    if (const auto written = writeObject(m_folder / "verified.json", all); !written)
        log(LogLevel::Debug, written.error().message);
}

} // namespace graft::zoo
