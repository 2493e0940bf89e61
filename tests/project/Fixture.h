#pragma once

#include "project/Project.h"
#include "support/Support.h"

#include <QtTest>

#include <sstream>

namespace graft::test {

/// Everything a person can see of a project, as text: two projects with equal text are equal.
inline std::string digest(const project::Project& project) {
    std::ostringstream out;
    for (const auto& c : project.classes())
        out << "class " << c.id.value << ' ' << c.name << ' ' << c.color << ' ' << c.position << '\n';
    for (const auto& image : project.images()) {
        out << "image " << image.id.value << ' ' << image.path << ' ' << image.contentHash << ' '
            << image.fileBytes << ' ' << image.modified << ' ' << image.width << 'x' << image.height << ' '
            << image.format << " channels=" << image.channels << " group=" << image.group
            << " label=" << image.label.value << " split=" << int(image.split) << image.splitByHand
            << " duplicate=" << project.isDuplicate(image.id) << '\n';
        for (const auto& shape : project.shapes(image.id)) {
            const annotation::Box box = annotation::boundingBox(shape.geometry);
            out << "  shape " << shape.id.value << ' ' << shape.classId.value << ' ' << shape.geometry.index()
                << ' ' << box.x << ' ' << box.y << ' ' << box.width << ' ' << box.height << " z=" << shape.z
                << ' ' << shape.locked << shape.hidden << shape.attributes.occluded
                << shape.attributes.truncated << shape.attributes.difficult << shape.attributes.uncertain
                << ' ' << shape.note << '\n';
        }
    }
    return out.str();
}

inline project::Project::NewImage newImage(int number, const std::string& className = {}) {
    project::Project::NewImage image;
    image.record.path = "images/img_" + std::to_string(number) + ".png";
    image.record.contentHash = "hash" + std::to_string(number);
    image.record.fileBytes = 1000 + number;
    image.record.modified = 1700000000 + number;
    image.record.width = 64;
    image.record.height = 48;
    image.record.format = "PNG";
    image.className = className;
    return image;
}

/// `count` images, by turns of the given classes.
inline std::vector<project::Project::NewImage>
newImages(int count, const std::vector<std::string>& classes = {""}, int from = 0) {
    std::vector<project::Project::NewImage> images;
    for (int i = 0; i < count; ++i)
        images.push_back(newImage(from + i, classes[std::size_t(i) % classes.size()]));
    return images;
}

inline std::unique_ptr<project::Project> reopened(std::unique_ptr<project::Project>& project) {
    const auto folder = project->folder();
    project.reset();
    auto opened = project::Project::open(folder);
    return opened ? std::move(*opened) : nullptr;
}

/// Says what went wrong where a Result is not ok.
template <typename T>
bool succeeded(const Result<T>& result) {
    if (!result)
        qWarning("%s (%s)", result.error().message.c_str(), result.error().detail.c_str());
    return result.ok();
}

} // namespace graft::test
