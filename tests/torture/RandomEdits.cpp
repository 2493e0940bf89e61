#include "RandomEdits.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>

namespace graft::torture {

namespace fs = std::filesystem;
using namespace project;
using annotation::Shape;
using annotation::Split;

namespace {

constexpr int kWidth = 64;
constexpr int kHeight = 48;
constexpr std::uint64_t kPoolSize = 400;

QByteArray contentOf(std::uint64_t number) {
    return "image " + QByteArray::number(qulonglong(number % (kPoolSize - 20))); // twenty of them are copies
}

fs::path fileOf(const fs::path& folder, std::uint64_t number) {
    return folder / (std::to_string(number) + ".png");
}

/// A project, and what chance chooses in it.
struct Dice {
    Project& project;
    Random& random;
    const ImagePool& pool;

    std::string word(const char* stem, int kinds) const {
        return stem + std::to_string(random.below(std::uint64_t(kinds)));
    }
    ClassId anyClass() const {
        const auto& all = project.classes();
        return all.empty() ? ClassId{} : all[random.below(all.size())].id;
    }
    const ImageRecord* anyImage() const {
        const auto& all = project.images();
        return all.empty() ? nullptr : &all[random.below(all.size())];
    }
    std::vector<ImageId> someImages(double share) const {
        std::vector<ImageId> some;
        for (const ImageRecord& image : project.images())
            if (random.chance(share))
                some.push_back(image.id);
        return some;
    }
    annotation::Geometry geometry() const {
        const auto x = double(random.below(kWidth / 2));
        const auto y = double(random.below(kHeight / 2));
        const double a = 1 + double(random.below(20));
        const double b = 1 + double(random.below(20));
        switch (random.below(7)) {
        case 0:
            return annotation::Box{x, y, a, b};
        case 1:
            return annotation::Polygon{{{x, y}, {x + 9.5, y}, {x, y + a}}};
        case 2:
            return annotation::RotatedBox{{x, y}, a, b, random.uniform(-3, 3)};
        case 3:
            return annotation::Ellipse{{x, y}, a, b, random.uniform(-3, 3)};
        case 4:
            return annotation::Polyline{{{x, y}, {a, b}, {x + a, y}}};
        case 5:
            return annotation::Point{x, y};
        default: {
            std::vector<std::uint8_t> pixels(16 * 16);
            for (auto& pixel : pixels)
                pixel = std::uint8_t(random.below(2));
            return annotation::maskFromPixels(int(x), int(y), 16, 16, pixels);
        }
        }
    }
    /// What is said of a shape beside its class.
    void describe(Shape& shape) const {
        shape.z = int(random.below(5));
        shape.locked = random.chance(0.2);
        shape.hidden = random.chance(0.2);
        shape.attributes = {random.chance(0.3), random.chance(0.3), random.chance(0.3), random.chance(0.3)};
        if (random.chance(0.3))
            shape.note = word("note ", 99);
    }
    Shape shape() const {
        Shape drawn;
        drawn.classId = anyClass();
        drawn.geometry = geometry();
        if (random.chance(0.3))
            describe(drawn);
        return drawn;
    }
};

void addImages(const Dice& dice) {
    std::vector<Project::NewImage> images;
    const std::uint64_t count = 1 + dice.random.below(25);
    const std::uint64_t from = dice.random.below(dice.pool.size());
    for (std::uint64_t i = 0; i < count; ++i) {
        auto image = dice.pool.image((from + i) % dice.pool.size());
        if (dice.random.chance(0.6))
            image.className = dice.word("class ", 6);
        if (dice.random.chance(0.3))
            image.shapes.emplace_back(dice.word("class ", 6), dice.geometry());
        images.push_back(std::move(image));
    }
    (void)dice.project.addImages(std::move(images), dice.random.chance(0.5) ? "import" : "");
}

void removeImages(const Dice& dice) {
    (void)dice.project.removeImages(dice.someImages(dice.project.images().size() > 200 ? 0.5 : 0.02));
}

void moveFiles(const Dice& dice) {
    std::vector<std::pair<ImageId, std::string>> paths;
    for (const ImageId id : dice.someImages(0.05))
        paths.emplace_back(id, dice.pool.otherPlace(dice.project.image(id)->path));
    (void)dice.project.relink(paths);
}

/// Shapes that an import brings to images that are there already.
void importShapes(const Dice& dice) {
    std::vector<Project::NewShapes> shapes;
    for (const ImageId id : dice.someImages(0.05))
        shapes.push_back(
            {id, {{dice.word("class ", 6), dice.geometry()}, {dice.word("class ", 6), dice.geometry()}}});
    (void)dice.project.addShapes(shapes);
}

/// Files that were written anew.
void refresh(const Dice& dice) {
    std::vector<ImageRecord> records;
    for (const ImageId id : dice.someImages(0.05)) {
        records.push_back(*dice.project.image(id));
        records.back().modified += 1 + std::int64_t(dice.random.below(1000));
    }
    (void)dice.project.refreshImages(records);
}

void editClasses(const Dice& dice) {
    switch (dice.random.below(6)) {
    case 0:
        (void)dice.project.addClass(dice.word("class ", 12));
        break;
    case 1:
        (void)dice.project.renameClass(dice.anyClass(), dice.word("class ", 12));
        break;
    case 2:
        (void)dice.project.recolorClass(dice.anyClass(), std::uint32_t(dice.random.next()));
        break;
    case 3:
        (void)dice.project.moveClass(dice.anyClass(), int(dice.random.below(6)));
        break;
    case 4: {
        const ClassId from = dice.anyClass();
        (void)dice.project.mergeClasses(from, dice.anyClass());
        break;
    }
    default:
        (void)dice.project.removeClass(dice.anyClass());
    }
}

void assign(const Dice& dice) {
    const auto some = dice.someImages(0.2);
    switch (dice.random.below(4)) {
    case 0:
        (void)dice.project.assignClass(some, dice.random.chance(0.8) ? dice.anyClass() : ClassId{});
        break;
    case 1:
        (void)dice.project.assignSplit(some, Split(dice.random.below(4)));
        break;
    case 2:
        (void)dice.project.assignGroup(some, dice.random.chance(0.8) ? dice.word("patient ", 9) : "");
        break;
    default: {
        std::vector<Project::SplitAssignment> plan;
        for (const ImageRecord& image : dice.project.images())
            plan.push_back({image.id, Split(1 + dice.random.below(3))});
        (void)dice.project.applySplit(plan);
    }
    }
}

/// A gesture: some shapes drawn, or some of those there changed or removed.
void editShapes(const Dice& dice) {
    const ImageRecord* image = dice.anyImage();
    if (!image || dice.project.classes().empty())
        return;
    std::vector<Shape> there = dice.project.shapes(image->id);
    if (dice.random.chance(0.15)) {
        there.push_back(dice.shape());
        (void)dice.project.replaceShapes(image->id, there);
        return;
    }
    const std::string batch = dice.random.chance(0.3) ? "stroke" : "";
    if (there.empty() || dice.random.chance(0.4)) {
        (void)dice.project.editShapes(image->id, ShapeVerb::Draw, {dice.shape(), dice.shape()}, {}, batch);
        return;
    }
    Shape& one = there[dice.random.below(there.size())];
    if (dice.random.chance(0.25)) {
        (void)dice.project.editShapes(image->id, ShapeVerb::Remove, {}, {one.id}, batch);
        return;
    }
    if (dice.random.chance(0.3))
        one.classId = dice.anyClass();
    else if (dice.random.chance(0.3))
        dice.describe(one);
    else
        one.geometry = dice.geometry();
    (void)dice.project.editShapes(image->id, ShapeVerb::Reshape, {one}, {}, batch);
}

void note(const Dice& dice) {
    const auto& issues = dice.project.issues();
    if (dice.random.chance(0.4))
        (void)dice.project.setSetting(settingName(int(dice.random.below(settingsInUse))),
                                      dice.word("value ", 99));
    else if (dice.random.chance(0.4) && !issues.empty())
        (void)dice.project.dismissIssue(issues[dice.random.below(issues.size())].id);
    else
        (void)dice.project.addIssues({{.path = "/" + dice.word("file ", 20), .problem = dice.word("", 99)},
                                      {.path = "/" + dice.word("file ", 20), .problem = dice.word("", 99)}});
}

/// One step: several would be several transactions.
void undoOrRedo(const Dice& dice) {
    if (dice.random.chance(0.6))
        dice.project.undoStack().undo();
    else
        dice.project.undoStack().redo();
}

} // namespace

std::string settingName(int number) {
    return "torture/" + std::to_string(number);
}

ImagePool::ImagePool(const fs::path& folder) : m_folder(folder) {
    for (const char* place : {"images", "moved"}) {
        fs::create_directories(folder / place);
        for (std::uint64_t i = 0; i < kPoolSize; ++i) {
            const fs::path path = fileOf(folder / place, i);
            QFile file(QString::fromStdString(path.string()));
            if (!fs::exists(path) && file.open(QIODevice::WriteOnly))
                file.write(contentOf(i));
        }
    }
}

Project::NewImage ImagePool::image(std::uint64_t number) const {
    Project::NewImage image;
    image.record.path = fileOf(m_folder / "images", number).string();
    image.record.contentHash =
        QCryptographicHash::hash(contentOf(number), QCryptographicHash::Sha256).toHex().toStdString();
    image.record.fileBytes = contentOf(number).size();
    image.record.modified = std::int64_t(1700000000 + number);
    image.record.width = kWidth;
    image.record.height = kHeight;
    image.record.format = "PNG";
    return image;
}

std::string ImagePool::otherPlace(const std::string& path) const {
    const fs::path known(path);
    const bool moved = known.parent_path().filename() == "moved";
    return (m_folder / (moved ? "images" : "moved") / known.filename()).string();
}

std::uint64_t ImagePool::size() const {
    return kPoolSize;
}

void editAtRandom(Project& project, Random& random, const ImagePool& pool) {
    using Edit = void (*)(const Dice&);
    // As often as it stands here.
    static constexpr std::array<Edit, 22> kEdits = {
        importShapes, refresh,    addImages,  addImages,  addImages,  removeImages, moveFiles,  editClasses,
        editClasses,  assign,     assign,     assign,     editShapes, editShapes,   editShapes, editShapes,
        editShapes,   editShapes, undoOrRedo, undoOrRedo, undoOrRedo, note};
    kEdits[random.below(kEdits.size())]({project, random, pool});
}

} // namespace graft::torture
