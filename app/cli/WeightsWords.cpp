#include "cli/WeightsWords.h"

#include "cli/Words.h"

#include <algorithm>

namespace graft::cli {

namespace {

bool isPublic(const zoo::WeightsSource& source) {
    return source.kind != zoo::WeightsSource::Kind::Folder;
}

} // namespace

QJsonObject weightsToJson(const zoo::WeightsEntry& entry, const zoo::Zoo& zoo) {
    QJsonArray sources;
    for (const zoo::WeightsSource& source : entry.sources)
        sources.append(text(sourceText(source)));
    // Where the world has it from; the folder of this machine says nothing of that.
    const auto origin = std::ranges::find_if(entry.sources, isPublic);
    const std::string source = origin != entry.sources.end() ? sourceText(*origin) : entry.origin;
    return {{"id", text(entry.id)},           {"model", text(entry.model)},   {"title", text(entry.title)},
            {"source", text(source)},         {"sources", sources},           {"origin", text(entry.origin)},
            {"license", text(entry.license)}, {"bytes", qint64(entry.bytes)}, {"input_size", entry.inputSize},
            {"default", entry.isDefault},     {"present", zoo.present(entry)}};
}

Result<const zoo::WeightsEntry*> chooseWeights(const zoo::Zoo& zoo, const std::string& id) {
    if (id == "default")
        if (const auto found = std::ranges::find(zoo.entries(), true, &zoo::WeightsEntry::isDefault);
            found != zoo.entries().end())
            return &*found;
    if (const zoo::WeightsEntry* entry = zoo.entry(id))
        return entry;
    std::string near;
    for (const zoo::WeightsEntry& entry : zoo.entries())
        if (!id.empty() && entry.id.starts_with(id))
            near += (near.empty() ? "" : ", ") + entry.id;
    if (near.empty())
        return Error{translate("CommandLine",
                               "The catalogue has no weights “%1”. “graft weights list” lists them.", {id})};
    return Error{
        translate("CommandLine", "The catalogue has no weights “%1”. Did you mean: %2?", {id, near})};
}

Result<zoo::StoredWeights> obtain(const zoo::WeightsEntry& entry, const zoo::Zoo& zoo,
                                  const Console& console) {
    const Monitor monitor = console.monitor();
    auto here = zoo.locate(entry, monitor);
    if (here || monitor.stopRequested())
        return here;
    console.note(translate("CommandLine", "Fetching the weights “%1” (%2, licence %3, %4).",
                           {entry.title, entry.id, entry.license, fileSize(entry.bytes)}));
    return zoo.fetch(entry, monitor);
}

} // namespace graft::cli
