#include "cli/Command.h"
#include "cli/Words.h"

#include "training/Memory.h"
#include "training/Training.h"
#include "zoo/Zoo.h"

#include <QStandardPaths>
#include <QStorageInfo>
#include <QSysInfo>

namespace graft::cli {

namespace {

constexpr std::uint64_t kLittleMemory = 2ull << 30;
constexpr qint64 kLittleSpace = 1ll << 30;
/// Below this, images a second of one training step, something is wrong with the machine or its libraries.
constexpr double kSlow = 10;

struct Findings {
    training::Machine machine;
    double imagesPerSecond = 0;
    zoo::Zoo::Places places;
    qint64 freeBytes = 0;
    bool npm = false;
};

Findings examine(const Console& console) {
    Findings findings{.machine = training::machine(), .places = zoo::Zoo::defaultPlaces()};
    console.monitor().report(0, 0, translate("CommandLine", "Measuring a training step"));
    findings.imagesPerSecond = training::measureTrainingStep();
    std::filesystem::path existing = findings.places.store;
    std::error_code ignored;
    while (existing.has_relative_path() && !std::filesystem::exists(existing, ignored))
        existing = existing.parent_path();
    findings.freeBytes = QStorageInfo(text(existing.string())).bytesAvailable();
    findings.npm = !QStandardPaths::findExecutable("npm").isEmpty();
    return findings;
}

bool isReferenceBlas(const std::string& blas) {
    const QString name = text(blas).toLower();
    return name.contains("reference") || name.contains("netlib") || name.contains("libblas.so");
}

std::vector<std::string> warningsOf(const Findings& findings) {
    std::vector<std::string> warnings;
    if (isReferenceBlas(findings.machine.blas))
        warnings.push_back(translate("CommandLine",
                                     "LibTorch calculates with the %1, which is many times slower than "
                                     "OpenBLAS. On Debian: apt install libopenblas0-openmp",
                                     {findings.machine.blas}));
    else if (findings.imagesPerSecond > 0 && findings.imagesPerSecond < kSlow)
        warnings.push_back(translate(
            "CommandLine", "Training is unusually slow here. Is another program using the processor?"));
    if (findings.imagesPerSecond <= 0)
        warnings.push_back(
            translate("CommandLine", "A training step could not be run on this machine; the log says why."));
    if (findings.machine.availableMemoryBytes > 0 && findings.machine.availableMemoryBytes < kLittleMemory)
        warnings.push_back(translate(
            "CommandLine",
            "Little memory is free (%1): choose a small model and a small batch, or close other programs.",
            {fileSize(std::int64_t(findings.machine.availableMemoryBytes))}));
    if (findings.freeBytes >= 0 && findings.freeBytes < kLittleSpace)
        warnings.push_back(translate("CommandLine", "Little room is left on the disk (%1).",
                                     {fileSize(findings.freeBytes)}));
    return warnings;
}

QJsonObject toJson(const Findings& findings, const std::vector<std::string>& warnings) {
    const training::Machine& machine = findings.machine;
    return {{"version", GRAFT_VERSION},
            {"system", QSysInfo::prettyProductName()},
            {"libtorch", text(machine.torchVersion)},
            {"qt", qVersion()},
            {"blas", text(machine.blas)},
            {"cpu", text(machine.cpu)},
            {"threads", machine.threads},
            {"omp_wait_policy", qEnvironmentVariable("OMP_WAIT_POLICY")},
            {"allocator", training::allocatorKeepsMemory() ? "tcmalloc" : "system"},
            {"cuda", machine.cuda},
            {"cuda_device", text(machine.cudaDevice)},
            {"bfloat16", machine.bfloat16},
            {"memory_bytes", qint64(machine.memoryBytes)},
            {"available_memory_bytes", qint64(machine.availableMemoryBytes)},
            {"images_per_second", findings.imagesPerSecond},
            {"weights_folder", text(findings.places.store.string())},
            {"offered_weights_folder", text(findings.places.offeredFolder.string())},
            {"free_disk_bytes", findings.freeBytes},
            {"npm", findings.npm},
            {"warnings", cli::toJson(warnings)}};
}

std::string yesNo(bool yes) {
    return yes ? translate("CommandLine", "yes") : translate("CommandLine", "no");
}

std::string describe(const Findings& findings) {
    const training::Machine& machine = findings.machine;
    return table(
        {{translate("CommandLine", "program"), std::string("graft ") + GRAFT_VERSION},
         {translate("CommandLine", "system"), QSysInfo::prettyProductName().toStdString()},
         {"LibTorch", machine.torchVersion},
         {"BLAS", machine.blas},
         {translate("CommandLine", "processor"),
          translate("CommandLine", "%1; threads: %2", {machine.cpu, std::to_string(machine.threads)})},
         {"CUDA", machine.cuda ? machine.cudaDevice : translate("CommandLine", "no")},
         {"bfloat16", yesNo(machine.bfloat16)},
         {translate("CommandLine", "memory"),
          translate("CommandLine", "%1, of which %2 are free",
                    {fileSize(std::int64_t(machine.memoryBytes)),
                     fileSize(std::int64_t(machine.availableMemoryBytes))})},
         {translate("CommandLine", "one training step"),
          translate("CommandLine", "%1 images a second (MobileNet v3 small, batch of 16)",
                    {decimal(findings.imagesPerSecond, 1)})},
         {translate("CommandLine", "weights"),
          translate("CommandLine", "%1, %2 free",
                    {findings.places.store.string(), fileSize(findings.freeBytes)})},
         {"GRAFT_WEIGHTS_DIR", findings.places.offeredFolder.empty()
                                   ? translate("CommandLine", "not set")
                                   : findings.places.offeredFolder.string()},
         {"npm", yesNo(findings.npm)}});
}

int runDoctor(const QCommandLineParser&, Console& console) {
    const Findings findings = examine(console);
    const auto warnings = warningsOf(findings);
    console.say(describe(findings));
    for (const std::string& warning : warnings)
        console.note(warning);
    console.result(toJson(findings, warnings));
    return kDone;
}

} // namespace

Command doctorCommand() {
    return {
        "doctor",
        translate("CommandLine", "What this machine offers, and how fast one real training step is here."),
        "",
        0,
        0,
        {},
        runDoctor};
}

} // namespace graft::cli
