#pragma once

#include "project/Project.h"
#include "support/Support.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"

#include <QColor>
#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QTest>
#include <QWidget>

#include <memory>
#include <string>
#include <vector>

namespace graft::test {

/// `count` images that exist only as records: for what never opens a file.
inline std::vector<project::Project::NewImage> recordsOnly(int count,
                                                           const std::vector<std::string>& classes = {}) {
    std::vector<project::Project::NewImage> images;
    for (int i = 0; i < count; ++i) {
        project::Project::NewImage image;
        image.record.path = "photos/image" + std::to_string(i + 1) + ".png";
        image.record.contentHash = "hash" + std::to_string(i);
        image.record.fileBytes = 1000 + i;
        image.record.width = 200 + (i * 37) % 200;
        image.record.height = 200 + (i * 53) % 150;
        image.record.format = "PNG";
        if (!classes.empty())
            image.className = classes[std::size_t(i) % classes.size()];
        images.push_back(std::move(image));
    }
    return images;
}

/// Small pictures of different sizes and colours beside the project, and their records.
inline std::vector<project::Project::NewImage> pictures(const std::filesystem::path& beside, int count) {
    QDir().mkpath(QString::fromStdString((beside / "photos").string()));
    auto images = recordsOnly(count);
    for (int i = 0; i < count; ++i) {
        auto& record = images[std::size_t(i)].record;
        record.width = 60 + i % 40;
        record.height = 50 + i % 30;
        QImage picture(record.width, record.height, QImage::Format_RGB32);
        picture.fill(QColor::fromHsv((i * 47) % 360, 200, 200));
        picture.save(QString::fromStdString((beside / record.path).string()));
    }
    return images;
}

/// A studio without weights and with a project of `images` and `classes`; and the theme that widgets need.
struct StudioFixture {
    StudioFixture() : studio(zoo::Zoo({}, {folder / "store", {}, "npm"})) {}

    project::Project& open(std::vector<project::Project::NewImage> images,
                           const std::vector<std::string>& classes,
                           annotation::TaskKind task = annotation::TaskKind::Classification) {
        const auto created = studio.createProject(folder / "sample.graft", task);
        if (!created)
            qFatal("%s", created.error().message.c_str());
        for (const std::string& name : classes)
            if (const auto added = studio.project()->addClass(name); !added)
                qFatal("%s", added.error().message.c_str());
        if (!images.empty())
            if (const auto added = studio.project()->addImages(std::move(images)); !added)
                qFatal("%s", added.error().message.c_str());
        return *studio.project();
    }

    TemporaryFolder folder;
    ui::Studio studio;
};

inline bool showAndWait(QWidget& widget, QSize size = {1286, 720}) {
    widget.resize(size);
    widget.show();
    return QTest::qWaitForWindowExposed(&widget);
}

/// Keeps a picture of `widget` in the folder of GRAFT_PICTURES, for a person to look at.
inline void keepPicture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("GRAFT_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace graft::test
