#include "ui/label/ShapeClipboard.h"

#include "project/Rows.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace graft::ui {
namespace {

constexpr const char* kFormat = "application/x-graft-shapes";
constexpr quint32 kVersion = 1;
constexpr quint32 kMostShapes = 100'000;
constexpr qsizetype kMostBytes = 256 << 20;

} // namespace

void putOnClipboard(const CopiedShapes& copied) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kVersion << QByteArray::fromStdString(copied.project) << qint64(copied.image.value)
        << quint32(copied.shapes.size());
    for (std::size_t i = 0; i < copied.shapes.size(); ++i) {
        const project::ShapeRow row = project::shapeRow({}, copied.shapes[i]);
        out << QByteArray::fromStdString(copied.classes[i]) << QByteArray::fromStdString(row.geometry)
            << qint64(row.flags) << QByteArray::fromStdString(row.note);
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(kFormat), bytes);
    QGuiApplication::clipboard()->setMimeData(data.release());
}

bool clipboardHasShapes() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(QLatin1String(kFormat));
}

std::optional<CopiedShapes> takeFromClipboard() {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const QByteArray bytes = data ? data->data(QLatin1String(kFormat)) : QByteArray();
    if (bytes.isEmpty() || bytes.size() > kMostBytes)
        return std::nullopt;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 version = 0, count = 0;
    QByteArray project;
    qint64 image = 0;
    in >> version >> project >> image >> count;
    if (in.status() != QDataStream::Ok || version != kVersion || count > kMostShapes)
        return std::nullopt;
    CopiedShapes copied{project.toStdString(), {image}, {}, {}};
    for (quint32 i = 0; i < count; ++i) {
        QByteArray name, geometry, note;
        qint64 flags = 0;
        in >> name >> geometry >> flags >> note;
        project::ShapeRow row;
        row.geometry = geometry.toStdString();
        row.flags = flags;
        row.note = note.toStdString();
        const auto shape = project::shapeOf(row);
        if (in.status() != QDataStream::Ok || !shape)
            return std::nullopt;
        copied.shapes.push_back(*shape);
        copied.classes.push_back(name.toStdString());
    }
    return copied;
}

} // namespace graft::ui
