// Decoding photographs, against OpenCV's imread on the same files.
#include "imaging/Decode.h"
#include "support/Scorecard.h"

#include <opencv2/imgcodecs.hpp>

#include <vector>

using namespace graft;

namespace {

template <typename Decode>
double secondsFor(const std::vector<std::filesystem::path>& files, Decode decode) {
    std::vector<double> rounds;
    for (int round = 0; round < 5; ++round) {
        const benchmark::Stopwatch watch;
        for (const auto& file : files)
            decode(file);
        rounds.push_back(watch.seconds());
    }
    return benchmark::median(rounds);
}

} // namespace

int main() {
    benchmark::Scorecard card;
    const auto folder = benchmark::sharedFolder() / "data/hymenoptera_256";
    std::vector<std::filesystem::path> files;
    if (!benchmark::sharedFolder().empty())
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".jpg")
                files.push_back(entry.path());
    if (files.empty()) {
        card.passedOver("decoding photographs", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    std::size_t decoded = 0;
    const double ours =
        secondsFor(files, [&](const auto& file) { decoded += bool(imaging::decodeFile(file)); });
    const double small =
        secondsFor(files, [&](const auto& file) { decoded += bool(imaging::decodeFile(file, {}, 128)); });
    const double peer = secondsFor(
        files, [&](const auto& file) { decoded += !cv::imread(file.string(), cv::IMREAD_COLOR).empty(); });
    if (decoded != files.size() * 15)
        return 1;
    const double count = double(files.size());
    card.figure("photographs, whole", count / ours, "images/s");
    card.figure("photographs, for a thumbnail of 128", count / small, "images/s");
    card.figure("photographs, OpenCV's imread", count / peer, "images/s");
    card.atLeast("as fast as OpenCV, times", peer / ours, 1, "×");
    return card.exitCode();
}
