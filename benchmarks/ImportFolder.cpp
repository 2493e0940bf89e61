// Importing reads, hashes, decodes and thumbnails every image once; a second import finds that all is known.
#include "imaging/Decode.h"
#include "intake/Intake.h"
#include "samples/BloodSmear.h"
#include "support/Scorecard.h"

#include <QCoreApplication>

#include <cstdio>
#include <fstream>

using namespace graft;

namespace {

constexpr int kImages = 400;

bool paint(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (int i = 0; i < kImages; ++i) {
        const samples::Smear smear =
            samples::paintCloseUp(samples::CellKind::Lymphocyte, 256, std::uint64_t(i + 1));
        const auto png = imaging::encodePng(smear.image);
        if (!png)
            return false;
        std::ofstream file(folder / ("cell_" + std::to_string(i) + ".png"), std::ios::binary);
        file.write(reinterpret_cast<const char*>(png->data()), std::streamsize(png->size()));
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    auto project =
        project::Project::create(scratch.path() / "cells.graft", annotation::TaskKind::Classification);
    if (!project || !paint(scratch.path() / "cells")) {
        std::fprintf(stderr, "the images could not be made\n");
        return 1;
    }
    intake::IntakeOptions options;
    options.sources = {scratch.path() / "cells"};
    const benchmark::Stopwatch first;
    const auto imported = intake::importInto(**project, options, {});
    const double firstSeconds = first.seconds();
    const benchmark::Stopwatch second;
    const auto again = intake::importInto(**project, options, {});
    if (!imported || imported->added != kImages || !again || again->added != 0) {
        std::fprintf(stderr, "the import did not do what it should\n");
        return 1;
    }
    card.atLeast("importing PNG images of 256 × 256", kImages / firstSeconds, 50, "images/s");
    card.figure("importing the same folder again", kImages / second.seconds(), "images/s");
    card.figure("memory of the process", benchmark::residentMegabytes(), "MB");
    return card.exitCode();
}
