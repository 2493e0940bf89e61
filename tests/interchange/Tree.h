#pragma once

#include "interchange/Source.h"
#include "support/Support.h"

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <string_view>

namespace graft::test {

/// Makes files (and the folders above them) below `root`; a name that ends in "/" is an empty folder.
inline void makeTree(const std::filesystem::path& root, const QStringList& files) {
    for (const QString& file : files) {
        const auto path = root / file.toStdString();
        if (file.endsWith(QLatin1Char('/'))) {
            std::filesystem::create_directories(path);
            continue;
        }
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << "x";
    }
}

inline void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// "a/x.jpg=class@train#group", sorted: paths below `root`, and what was found of them.
inline QStringList told(const interchange::Found& found, const std::filesystem::path& root) {
    QStringList lines;
    const auto canonical = std::filesystem::canonical(root);
    for (const interchange::FoundImage& image : found.images) {
        QString line = QString::fromStdString(image.path.lexically_relative(canonical).generic_string());
        if (!image.className.empty())
            line += QLatin1Char('=') + QString::fromStdString(image.className);
        if (image.split != annotation::Split::None)
            line += QLatin1Char('@') + QString::fromStdString(std::string(annotation::name(image.split)));
        if (!image.group.empty())
            line += QLatin1Char('#') + QString::fromStdString(image.group);
        lines << line;
    }
    lines.sort();
    return lines;
}

inline QStringList problemsOf(const interchange::Found& found) {
    QStringList lines;
    for (const interchange::FoundProblem& problem : found.problems)
        lines << QString::fromStdString(problem.problem);
    return lines;
}

} // namespace graft::test
