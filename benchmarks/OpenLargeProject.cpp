// A project of 20,000 images opens in under two seconds, and a label is on disk in a blink.
#include "project/Project.h"
#include "support/Scorecard.h"
#include "ui/data/ImageList.h"

#include <QGuiApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

using namespace graft;
using project::Project;

namespace {

constexpr int kImages = 20'000;

std::vector<Project::NewImage> manyImages() {
    std::vector<Project::NewImage> images;
    for (int i = 0; i < kImages; ++i) {
        Project::NewImage image;
        image.record.path = "images/slide_" + std::to_string(i / 50) + "/field_" + std::to_string(i) + ".png";
        image.record.contentHash = std::string(64, "0123456789abcdef"[i % 16]);
        image.record.contentHash.replace(0, 8, std::to_string(10'000'000 + i));
        image.record.fileBytes = 100'000 + i;
        image.record.modified = 1'700'000'000 + i;
        image.record.width = 640;
        image.record.height = 480;
        image.record.format = "PNG";
        image.record.group = "slide " + std::to_string(i / 50);
        image.className = i % 3 == 0 ? "" : "class " + std::to_string(i % 5);
        images.push_back(std::move(image));
    }
    return images;
}

/// The same rows straight from SQLite, one variant a column: what any program must pay. 0: they cannot be
/// read.
double secondsOfPlainSelect(const std::filesystem::path& database) {
    constexpr auto kConnection = "peer";
    double seconds = 0;
    {
        const benchmark::Stopwatch watch;
        QSqlDatabase connection = QSqlDatabase::addDatabase("QSQLITE", kConnection);
        connection.setDatabaseName(QString::fromStdString(database.string()));
        QSqlQuery query(connection);
        query.setForwardOnly(true);
        if (!connection.open() || !query.exec("SELECT * FROM images ORDER BY id"))
            return 0;
        qsizetype cells = 0;
        int rows = 0;
        for (; query.next(); ++rows)
            for (int column = 0; column < 12; ++column)
                cells += query.value(column).toString().size();
        seconds = rows == kImages && cells > 0 ? watch.seconds() : 0;
    }
    QSqlDatabase::removeDatabase(kConnection);
    return seconds;
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    {
        auto created = Project::create(scratch.path() / "large.graft", annotation::TaskKind::Classification);
        const benchmark::Stopwatch adding;
        if (!created || !(*created)->addImages(manyImages())) {
            std::fprintf(stderr, "the project could not be made\n");
            return 1;
        }
        card.figure("adding 20,000 images to a project", adding.seconds(), "s");
    }
    std::vector<double> opening;
    std::vector<double> labelling;
    for (int repetition = 0; repetition < 5; ++repetition) {
        const benchmark::Stopwatch watch;
        auto opened = Project::open(scratch.path() / "large.graft");
        opening.push_back(watch.seconds());
        if (!opened || (*opened)->images().size() != std::size_t(kImages)) {
            std::fprintf(stderr, "the project could not be opened\n");
            return 1;
        }
        for (int i = 0; i < 50; ++i) {
            const ImageId image = (*opened)->images()[std::size_t(i * 97)].id;
            const benchmark::Stopwatch label;
            const ClassId wanted = (*opened)->classes()[std::size_t(i + repetition) % 4].id;
            if (!(*opened)->assignClass({image}, wanted))
                return 1;
            labelling.push_back(label.seconds() * 1000);
        }
    }
    card.atMost("opening a project of 20,000 images (median of 5)", benchmark::median(opening), 2, "s");
    card.atMost("labelling one image in it, on disk (median of 250)", benchmark::median(labelling), 50, "ms");
    const double select = secondsOfPlainSelect(scratch.path() / "large.graft" / "project.sqlite");
    if (select == 0)
        return 1;
    card.against("the same beside a plain SELECT of its images", benchmark::median(opening), select, "s",
                 benchmark::Scorecard::Better::Lower);
    const auto project = Project::open(scratch.path() / "large.graft");
    if (!project)
        return 1;
    const benchmark::Stopwatch listing;
    ui::ImageList list;
    list.setClasses((*project)->classes());
    list.setImages((*project)->images());
    card.atMost("its list of images, ready to be shown", listing.seconds(), 0.5, "s");
    card.atMost("memory of the process with project and list", benchmark::residentMegabytes(), 600, "MB");
    return card.exitCode();
}
