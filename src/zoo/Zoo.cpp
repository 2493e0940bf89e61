#include "zoo/Zoo.h"

#include "base/Log.h"
#include "zoo/Contents.h"
#include "zoo/Fetch.h"
#include "zoo/Hash.h"
#include "zoo/Store.h"

#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>

namespace graft::zoo {

namespace {

namespace fs = std::filesystem;

/// The entry's file in the offered folder, where it is there, and what the catalogue says of it.
struct Offered {
    fs::path file;
    const WeightsSource* source;
};

std::optional<Offered> offered(const WeightsEntry& entry, const fs::path& folder) {
    std::error_code failed;
    if (folder.empty())
        return std::nullopt;
    for (const WeightsSource& source : entry.sources)
        if (source.kind == WeightsSource::Kind::Folder &&
            fs::is_regular_file(folder / source.location, failed))
            return Offered{folder / source.location, &source};
    return std::nullopt;
}

Result<StoredWeights> verifyOffered(const Offered& offer, const WeightsEntry& entry, const Store& store,
                                    const Monitor& monitor) {
    if (store.knownGood(offer.file, offer.source->sha256))
        return StoredWeights{offer.file, offer.source->sha256};
    const auto hash = sha256Of(offer.file, monitor, translate("Zoo", "Checking %1", {entry.title}));
    if (!hash)
        return hash.error();
    if (!hashMatches(*hash, offer.source->sha256))
        return Error{translate("Zoo", "%1 is damaged or another file (its SHA-256 differs); it is not used.",
                               {offer.file.string()})};
    store.rememberGood(offer.file, *hash);
    return StoredWeights{offer.file, *hash};
}

/// One process at a time writes an entry. Left behind by a kill, the lock counts no more.
std::string lockFile(const WeightsEntry& entry, const fs::path& store) {
    return (store / (entry.id + ".lock")).string();
}

Result<> take(QLockFile& lock, const WeightsEntry& entry) {
    lock.setStaleLockTime(0); // by the process, not by its age
    if (lock.tryLock(0))
        return {};
    if (lock.error() == QLockFile::LockFailedError)
        return Error{translate(
            "Zoo", "%1 is being fetched already, by another window or command. Wait until that is done.",
            {entry.title})};
    return Error{translate("Zoo", "The folder for weights, %1, cannot be written to: %2.",
                           {fs::path(lock.fileName().toStdString()).parent_path().string(),
                            translate("Zoo", "you have no permission, or the disk is full")})};
}

/// The entry another than `entry` whose file has this hash, or null.
const WeightsEntry* ownerOf(const std::string& hash, const WeightsEntry& entry,
                            std::span<const WeightsEntry> catalogue) {
    const auto owns = [&](const WeightsEntry& one) {
        return std::ranges::any_of(
            one.sources, [&](const WeightsSource& source) { return hashMatches(hash, source.sha256); });
    };
    if (owns(entry))
        return nullptr;
    const auto other = std::ranges::find_if(catalogue, owns);
    return other == catalogue.end() ? nullptr : &*other;
}

/// Official files lying in the offered folder under their own names spare the download.
std::optional<StoredWeights> keepOfferedOriginal(const WeightsEntry& entry, const fs::path& folder,
                                                 const Store& store, const Monitor& monitor) {
    std::error_code failed;
    for (const WeightsSource& source : entry.sources) {
        const fs::path file = folder / fs::path(source.location).filename();
        if (folder.empty() || source.kind != WeightsSource::Kind::Https || !fs::is_regular_file(file, failed))
            continue;
        const auto hash = sha256Of(file, monitor, translate("Zoo", "Checking %1", {entry.title}));
        if (!hash || !hashMatches(*hash, source.sha256))
            continue;
        if (const auto tensors = contentsOf(entry, source, file))
            if (const auto kept = store.keep(entry, *tensors, {file.string(), *hash}, monitor))
                return *kept;
    }
    return std::nullopt;
}

} // namespace

Zoo::Places Zoo::defaultPlaces() {
    Places places;
    const std::string moved = qEnvironmentVariable("GRAFT_DATA_DIR").toStdString();
    const fs::path own = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString();
    places.store = (moved.empty() ? own / "graft-studio" : fs::path(moved)) / "weights";
    if (const fs::path offered = qEnvironmentVariable("GRAFT_WEIGHTS_DIR").toStdString(); !offered.empty())
        places.offeredFolder = fs::absolute(offered);
    return places;
}

Zoo::Zoo(std::vector<WeightsEntry> catalogue, Places places)
    : m_catalogue(std::move(catalogue)), m_places(std::move(places)) {}

Result<Zoo> Zoo::openDefault() {
    auto catalogue = ownCatalogue();
    if (!catalogue)
        return catalogue.error();
    return Zoo(*std::move(catalogue), defaultPlaces());
}

std::span<const WeightsEntry> Zoo::entries() const {
    return m_catalogue;
}

const WeightsEntry* Zoo::entry(const std::string& id) const {
    const auto found = std::ranges::find(m_catalogue, id, &WeightsEntry::id);
    return found == m_catalogue.end() ? nullptr : &*found;
}

std::vector<const WeightsEntry*> Zoo::entriesFor(const std::string& model) const {
    std::vector<const WeightsEntry*> entries;
    for (const WeightsEntry& entry : m_catalogue)
        if (entry.model == model)
            entries.push_back(&entry);
    std::ranges::stable_partition(entries, [&](const WeightsEntry* entry) { return present(*entry); });
    return entries;
}

bool Zoo::present(const WeightsEntry& entry) const {
    if (Store(m_places.store).present(entry))
        return true;
    const auto offer = offered(entry, m_places.offeredFolder);
    std::error_code failed;
    return offer && (offer->source->bytes == 0 ||
                     std::int64_t(fs::file_size(offer->file, failed)) == offer->source->bytes);
}

Result<StoredWeights> Zoo::locate(const WeightsEntry& entry, const Monitor& monitor) const {
    const Store store(m_places.store);
    const auto stored = store.verified(entry, monitor);
    if (stored && *stored)
        return **stored;
    if (monitor.stopRequested())
        return stopped();
    if (const auto offer = offered(entry, m_places.offeredFolder))
        return verifyOffered(*offer, entry, store, monitor);
    if (!stored)
        return stored.error();
    return Error{translate("Zoo",
                           "The weights “%1” are not on this computer yet. Fetch them first (Model page, "
                           "“Download”, or “graft weights fetch %2”).",
                           {entry.title, entry.id})};
}

Result<StoredWeights> Zoo::fetch(const WeightsEntry& entry, const Monitor& monitor) const {
    const auto here = locate(entry, monitor);
    if (here || monitor.stopRequested())
        return here;
    log(LogLevel::Info, here.error().message);
    const Store store(m_places.store);
    const bool isHereButWrong = store.present(entry) || offered(entry, m_places.offeredFolder);
    if (auto made = store.create(); !made)
        return made.error();
    QLockFile lock(QString::fromStdString(lockFile(entry, m_places.store)));
    if (auto taken = take(lock, entry); !taken)
        return taken.error();
    store.sweep(entry);
    if (auto original = keepOfferedOriginal(entry, m_places.offeredFolder, store, monitor))
        return *std::move(original);
    std::vector<Failure> failures;
    for (const WeightsSource& source : entry.sources) {
        if (source.kind == WeightsSource::Kind::Folder)
            continue;
        auto result = fetchFrom(source, entry, store, m_places, monitor);
        if (auto* stored = std::get_if<StoredWeights>(&result))
            return *std::move(stored);
        failures.push_back(std::get<Failure>(std::move(result)));
        if (failures.back().kind == Failure::Kind::Stopped)
            break;
    }
    Error error = explain(entry, failures);
    if (isHereButWrong && !monitor.stopRequested())
        error.message = here.error().message + " " + error.message;
    log(LogLevel::Info, error.message + "\n" + error.detail);
    return error;
}

Result<StoredWeights> Zoo::importFile(const WeightsEntry& entry, const fs::path& file,
                                      const Monitor& monitor) const {
    const auto hash = sha256Of(file, monitor, translate("Zoo", "Checking %1", {entry.title}));
    if (!hash)
        return hash.error();
    if (const WeightsEntry* owner = ownerOf(*hash, entry, m_catalogue))
        return Error{translate("Zoo", "%1 is the file of other weights, “%2”. Import it as %3.",
                               {file.filename().string(), owner->title, owner->id})};
    monitor.report(0, 0, translate("Zoo", "Reading %1", {file.filename().string()}));
    const auto tensors = contentsOf(entry, file);
    if (!tensors)
        return tensors.error();
    const Store store(m_places.store);
    if (auto made = store.create(); !made)
        return made.error();
    QLockFile lock(QString::fromStdString(lockFile(entry, m_places.store)));
    if (auto taken = take(lock, entry); !taken)
        return taken.error();
    return store.keep(entry, *tensors, {file.string(), *hash}, monitor);
}

} // namespace graft::zoo
