#pragma once

#include "base/Files.h"
#include "imaging/Decode.h"
#include "intake/Intake.h"
#include "project/Project.h"
#include "support/Support.h"

#include <QtTest>

#include <fstream>
#include <span>

namespace graft::test {

/// An image of one colour, as a file; PNG or JPEG by its ending.
inline void writeImage(const std::filesystem::path& file, std::uint32_t rgb, int width = 40,
                       int height = 30) {
    std::vector<std::byte> pixels;
    for (int i = 0; i < width * height; ++i)
        for (const int shift : {16, 8, 0})
            pixels.push_back(std::byte(rgb >> shift & 0xFF));
    const imaging::Image image(width, height, 3, imaging::Depth::U8, std::move(pixels));
    const auto bytes =
        file.extension() == ".png" ? imaging::encodePng(image) : imaging::encodeJpeg(image, 95);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes->data()), std::streamsize(bytes->size()));
}

inline std::unique_ptr<project::Project>
newProject(const TemporaryFolder& folder, annotation::TaskKind task = annotation::TaskKind::Classification) {
    auto created = project::Project::create(std::filesystem::canonical(folder.path()) / "p.graft", task);
    return created ? std::move(*created) : nullptr;
}

inline intake::IntakeOptions from(const std::vector<std::filesystem::path>& sources) {
    intake::IntakeOptions options;
    options.sources = sources;
    return options;
}

/// "name=class@split!#group": "!" where the split was set by hand.
inline QStringList told(const project::Project& project) {
    QStringList lines;
    for (const project::ImageRecord& image : project.images()) {
        QString line = QString::fromStdString(std::filesystem::path(image.path).filename().string());
        if (const auto* labelClass = project.labelClass(image.label))
            line += QLatin1Char('=') + QString::fromStdString(labelClass->name);
        if (image.split != annotation::Split::None)
            line += QLatin1Char('@') + QString::fromStdString(std::string(annotation::name(image.split)));
        if (image.splitByHand)
            line += QLatin1Char('!');
        if (!image.group.empty())
            line += QLatin1Char('#') + QString::fromStdString(image.group);
        lines << line;
    }
    lines.sort();
    return lines;
}

} // namespace graft::test
