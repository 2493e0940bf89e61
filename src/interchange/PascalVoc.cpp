#include "interchange/PascalVoc.h"

#include "base/Files.h"
#include "interchange/FolderNames.h"

#include <QXmlStreamReader>

#include <cmath>
#include <sstream>

namespace graft::interchange {

namespace {

constexpr std::uint64_t kLargestFile = 64ull << 20;

struct VocObject {
    std::string name;
    annotation::Box box;
    bool sound = false;
};

annotation::Box readBox(QXmlStreamReader& xml) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const double value = xml.readElementText(QXmlStreamReader::SkipChildElements).toDouble();
        if (name == QLatin1String("xmin"))
            left = value;
        else if (name == QLatin1String("ymin"))
            top = value;
        else if (name == QLatin1String("xmax"))
            right = value;
        else if (name == QLatin1String("ymax"))
            bottom = value;
    }
    return {left, top, right - left, bottom - top};
}

VocObject readObject(QXmlStreamReader& xml) {
    VocObject object;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            object.name = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toStdString();
        else if (xml.name() == QLatin1String("bndbox"))
            object.box = readBox(xml);
        else
            xml.skipCurrentElement();
    }
    const annotation::Box& box = object.box;
    object.sound = !object.name.empty() && std::isfinite(box.x) && std::isfinite(box.y) && box.width > 0 &&
                   box.height > 0;
    return object;
}

} // namespace

Result<> readPascalVoc(const std::filesystem::path& file, AnnotatedImages& images, Problems& problems) {
    const auto text = readTextFile(file, kLargestFile);
    if (!text)
        return text.error();
    QXmlStreamReader xml(QByteArray::fromStdString(*text));
    std::string imageName;
    std::vector<VocObject> objects;
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("annotation"))
        return Error{translate("Interchange", "%1 is no Pascal VOC annotation.", {file.string()})};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("filename"))
            imageName = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().toStdString();
        else if (xml.name() == QLatin1String("object"))
            objects.push_back(readObject(xml));
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return Error{
            translate("Interchange", "%1 is damaged: %2.", {file.string(), xml.errorString().toStdString()})};
    Problems unnamed(file);
    FoundImage* image = images.find(file.stem().string(), unnamed);
    if (!image)
        image = images.find(imageName, problems);
    if (!image)
        return {};
    for (VocObject& object : objects) {
        if (object.sound)
            image->shapes.emplace_back(std::move(object.name), object.box);
        else
            problems.add(file, translate("Interchange", "A box of “%1” is empty or damaged.", {object.name}));
    }
    return {};
}

void readImageSet(const std::filesystem::path& file, AnnotatedImages& images) {
    const auto side = splitOfFolder(file.stem().string());
    const auto text = readTextFile(file, kLargestFile);
    if (!side || !text || lowerCase(file.stem().string()) == "trainval")
        return;
    std::istringstream lines(*text);
    Problems unnamed(file);
    for (std::string name; lines >> name;)
        if (FoundImage* image = images.find(name, unnamed))
            image->split = *side;
}

} // namespace graft::interchange
