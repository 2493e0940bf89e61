#include "interchange/Coco.h"

#include "base/Files.h"
#include "interchange/CocoMask.h"
#include "interchange/FolderNames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <unordered_map>

namespace graft::interchange {

using annotation::Geometry;
using annotation::Polygon;

namespace {

constexpr std::uint64_t kLargestFile = 1ull << 30;

struct Picture {
    FoundImage* image = nullptr;
    int width = 0;
    int height = 0;
};

std::optional<Polygon> polygonFrom(const QJsonArray& numbers) {
    if (numbers.size() < 6 || numbers.size() % 2 != 0)
        return std::nullopt;
    Polygon polygon;
    for (qsizetype i = 0; i < numbers.size(); i += 2)
        polygon.points.push_back({numbers[i].toDouble(), numbers[i + 1].toDouble()});
    return polygon;
}

std::optional<Geometry> geometryFromParts(const QJsonArray& parts, const Picture& picture) {
    std::vector<Polygon> polygons;
    for (const QJsonValue part : parts)
        if (auto polygon = polygonFrom(part.toArray()))
            polygons.push_back(std::move(*polygon));
    if (polygons.size() == 1)
        return polygons.front();
    if (polygons.empty())
        return std::nullopt;
    return maskFromPolygons(picture.width, picture.height, polygons);
}

std::optional<Geometry> geometryFromRuns(const QJsonObject& runs) {
    const QJsonArray size = runs[QLatin1String("size")].toArray();
    const QJsonValue counts = runs[QLatin1String("counts")];
    std::optional<std::vector<std::uint32_t>> lengths;
    if (counts.isString()) {
        lengths = cocoRunsFromString(counts.toString().toStdString());
    } else {
        lengths.emplace();
        for (const QJsonValue count : counts.toArray())
            lengths->push_back(std::uint32_t(std::clamp(count.toDouble(), 0.0, 4e9)));
    }
    if (!lengths || size.size() != 2)
        return std::nullopt;
    return maskFromCocoRuns(size[1].toInt(), size[0].toInt(), *lengths);
}

std::optional<Geometry> geometryFromBox(const QJsonArray& box) {
    if (box.size() != 4)
        return std::nullopt;
    const annotation::Box result{box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
    const bool sound =
        std::isfinite(result.x) && std::isfinite(result.y) && result.width > 0 && result.height > 0;
    return sound ? std::optional<Geometry>(result) : std::nullopt;
}

std::optional<Geometry> geometryOf(const QJsonObject& annotation, const Picture& picture) {
    const QJsonValue segmentation = annotation[QLatin1String("segmentation")];
    std::optional<Geometry> geometry;
    if (segmentation.isArray())
        geometry = geometryFromParts(segmentation.toArray(), picture);
    else if (segmentation.isObject())
        geometry = geometryFromRuns(segmentation.toObject());
    return geometry ? geometry : geometryFromBox(annotation[QLatin1String("bbox")].toArray());
}

std::string text(const QJsonValue& value) {
    return value.toString().toStdString();
}

/// "instances_val2017.json" tells the side of the split.
annotation::Split splitOfFile(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    const auto underscore = stem.rfind('_');
    const auto whole = splitOfFolder(stem);
    const auto ending = splitOfFolder(underscore == std::string::npos ? stem : stem.substr(underscore + 1));
    return whole.value_or(ending.value_or(annotation::Split::None));
}

class CocoReader {
public:
    CocoReader(const std::filesystem::path& file, AnnotatedImages& images, Problems& problems)
        : m_split(splitOfFile(file)), m_images(images), m_problems(problems) {}

    void read(const QJsonObject& root) {
        for (const QJsonValue category : root[QLatin1String("categories")].toArray())
            m_classes[category[QLatin1String("id")].toInteger()] = text(category[QLatin1String("name")]);
        for (const QJsonValue image : root[QLatin1String("images")].toArray())
            takeImage(image.toObject());
        for (const QJsonValue annotation : root[QLatin1String("annotations")].toArray())
            takeAnnotation(annotation.toObject());
    }

private:
    void takeImage(const QJsonObject& object) {
        FoundImage* image = m_images.find(text(object[QLatin1String("file_name")]), m_problems);
        m_pictures[object[QLatin1String("id")].toInteger()] = {image, object[QLatin1String("width")].toInt(),
                                                               object[QLatin1String("height")].toInt()};
        if (image && image->split == annotation::Split::None)
            image->split = m_split;
    }

    void takeAnnotation(const QJsonObject& object) {
        const auto id = std::to_string(object[QLatin1String("id")].toInteger());
        const auto picture = m_pictures.find(object[QLatin1String("image_id")].toInteger());
        if (picture == m_pictures.end())
            return m_problems.add(translate("Interchange", "Annotation %1 belongs to no image.", {id}));
        if (!picture->second.image)
            return; // told with the image
        const auto className = m_classes.find(object[QLatin1String("category_id")].toInteger());
        if (className == m_classes.end() || className->second.empty())
            return m_problems.add(translate("Interchange", "Annotation %1 has no class.", {id}));
        auto geometry = geometryOf(object, picture->second);
        if (!geometry)
            return m_problems.add(
                translate("Interchange", "Annotation %1 has an empty or damaged shape.", {id}));
        picture->second.image->shapes.emplace_back(className->second, std::move(*geometry));
    }

    annotation::Split m_split;
    AnnotatedImages& m_images;
    Problems& m_problems;
    std::unordered_map<qint64, std::string> m_classes;
    std::unordered_map<qint64, Picture> m_pictures;
};

} // namespace

Result<> readCoco(const std::filesystem::path& file, AnnotatedImages& images, Problems& problems) {
    const auto json = readTextFile(file, kLargestFile);
    if (!json)
        return json.error();
    QJsonParseError failure;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json->data(), qsizetype(json->size())), &failure);
    if (document.isNull())
        return Error{translate("Interchange", "%1 is damaged: it is no JSON from character %2 on.",
                               {file.string(), std::to_string(failure.offset)})};
    const QJsonObject root = document.object();
    if (!root[QLatin1String("images")].isArray() || !root[QLatin1String("annotations")].isArray() ||
        !root[QLatin1String("categories")].isArray())
        return Error{translate("Interchange",
                               "%1 is no COCO file: it has no images, annotations and categories.",
                               {file.string()})};
    CocoReader(file, images, problems).read(root);
    return {};
}

} // namespace graft::interchange
