#include "cli/Command.h"
#include "cli/WeightsWords.h"
#include "cli/Words.h"

namespace graft::cli {

namespace {

std::string whereText(const zoo::WeightsEntry& entry, const zoo::Zoo& zoo) {
    if (zoo.present(entry))
        return translate("CommandLine", "here");
    const auto fetchable = [](const zoo::WeightsSource& source) {
        return source.kind != zoo::WeightsSource::Kind::Folder;
    };
    return std::ranges::any_of(entry.sources, fetchable) ? translate("CommandLine", "to fetch")
                                                         : translate("CommandLine", "to import");
}

int list(Console& console, const zoo::Zoo& zoo) {
    QJsonArray weights;
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "weights"), translate("CommandLine", "model"),
         translate("CommandLine", "size"), translate("CommandLine", "licence"),
         translate("CommandLine", "where")}};
    for (const zoo::WeightsEntry& entry : zoo.entries()) {
        weights.append(weightsToJson(entry, zoo));
        rows.push_back({entry.id, entry.model, fileSize(entry.bytes), entry.license, whereText(entry, zoo)});
    }
    console.say(table(rows));
    console.result({{"weights", weights}});
    return kDone;
}

int sayStored(Console& console, const zoo::Zoo& zoo, const zoo::WeightsEntry& entry,
              const Result<zoo::StoredWeights>& stored) {
    if (!stored)
        return console.fail(stored.error());
    QJsonObject object = weightsToJson(entry, zoo);
    object["file"] = text(stored->file.string());
    object["sha256"] = text(stored->sha256);
    console.say(translate("CommandLine", "%1 is here and sound: %2", {entry.id, stored->file.string()}));
    console.result({{"weights", QJsonArray{object}}});
    return kDone;
}

int fetch(Console& console, const zoo::Zoo& zoo, const std::string& id) {
    const auto entry = chooseWeights(zoo, id);
    if (!entry)
        return console.wrongUsage(entry.error());
    return sayStored(console, zoo, **entry, obtain(**entry, zoo, console));
}

int import(Console& console, const zoo::Zoo& zoo, const std::string& file, const std::string& id) {
    if (id.empty())
        return console.wrongUsage(
            translate("CommandLine",
                      "Say which weights the file holds: --as NAME. “graft weights list” lists the names."));
    const auto entry = chooseWeights(zoo, id);
    if (!entry)
        return console.wrongUsage(entry.error());
    return sayStored(console, zoo, **entry, zoo.importFile(**entry, file, console.monitor()));
}

int runWeights(const QCommandLineParser& parser, Console& console) {
    const QStringList arguments = parser.positionalArguments();
    const QString verb = arguments.first();
    const bool needsArgument = verb == "fetch" || verb == "import";
    if ((verb != "list" && !needsArgument) || arguments.size() != (needsArgument ? 2 : 1))
        return console.wrongUsage(translate(
            "CommandLine",
            "Usage: graft weights list, graft weights fetch ID, or graft weights import FILE --as NAME"));
    const auto zoo = zoo::Zoo::openDefault();
    if (!zoo)
        return console.fail(zoo.error());
    if (verb == "list")
        return list(console, *zoo);
    const std::string argument = arguments[1].toStdString();
    return verb == "fetch" ? fetch(console, *zoo, argument)
                           : import(console, *zoo, argument, valueOf(parser, "as"));
}

} // namespace

Command weightsCommand() {
    return {
        "weights",
        translate("CommandLine",
                  "The catalogue of pretrained weights: list it, fetch some, or import a file."),
        "list | fetch ID | import FILE --as NAME",
        1,
        2,
        {option("as", translate("CommandLine", "Which weights of the catalogue the file holds."),
                translate("CommandLine", "name"))},
        runWeights,
        translate(
            "CommandLine",
            "“graft weights fetch default” gets the small ones to start with. Files that lie in the folder "
            "GRAFT_WEIGHTS_DIR are used from there.")};
}

} // namespace graft::cli
