#include "ui/data/ImageActions.h"

#include "ui/data/ClassMark.h"
#include "ui/data/ClassPicker.h"
#include "ui/data/Words.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QCursor>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

namespace graft::ui {

ImageActions::ImageActions(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {}

bool ImageActions::tell(const Result<>& result) {
    if (!result)
        Q_EMIT m_studio.notify(QString::fromStdString(result.error().message), true);
    return result.ok();
}

bool ImageActions::assignClass(const std::vector<ImageId>& images, ClassId id) {
    return m_studio.project() && !images.empty() && tell(m_studio.project()->assignClass(images, id));
}

bool ImageActions::assignKey(const std::vector<ImageId>& images, int key) {
    if (!m_studio.project() || images.empty())
        return false;
    const auto& classes = m_studio.project()->classes();
    if (key > int(classes.size())) {
        Q_EMIT m_studio.notify(
            tr("No class has the key %1 yet. Add one in the panel at the right, or press C.").arg(key),
            false);
        return false;
    }
    return assignClass(images, key == 0 ? ClassId{} : classes[std::size_t(key - 1)].id);
}

bool ImageActions::assignSplit(const std::vector<ImageId>& images, annotation::Split split) {
    return m_studio.project() && !images.empty() && tell(m_studio.project()->assignSplit(images, split));
}

bool ImageActions::remove(const std::vector<ImageId>& images) {
    if (!m_studio.project() || images.empty() || !tell(m_studio.project()->removeImages(images)))
        return false;
    Q_EMIT m_studio.notify(
        tr("%1 removed from the project; the files stay where they are. Undo brings them back.")
            .arg(words::imageCount(int(images.size()))),
        false);
    return true;
}

void ImageActions::showInFolder(ImageId id) {
    const project::ImageRecord* image = m_studio.project() ? m_studio.project()->image(id) : nullptr;
    if (image)
        QDesktopServices::openUrl(QUrl::fromLocalFile(
            QString::fromStdString(m_studio.project()->absolutePath(*image).parent_path().string())));
}

void ImageActions::copyPaths(const std::vector<ImageId>& images) {
    QStringList paths;
    for (const ImageId id : images)
        if (const project::ImageRecord* image = m_studio.project() ? m_studio.project()->image(id) : nullptr)
            paths << QString::fromStdString(m_studio.project()->absolutePath(*image).string());
    QGuiApplication::clipboard()->setText(paths.join(u'\n'));
}

void ImageActions::searchClass(const std::vector<ImageId>& images, QWidget* anchor,
                               const QRect& globalAnchor) {
    if (!m_studio.project() || images.empty())
        return;
    const QString title = images.size() == 1 ? tr("Class of this image")
                                             : tr("Class of %1").arg(words::imageCount(int(images.size())));
    pickClass(
        *m_studio.project(), {.title = title, .offerUnlabelled = true, .offerNew = true}, anchor,
        globalAnchor,
        [this, images](ClassId id) {
            if (assignClass(images, id))
                Q_EMIT classAssigned();
        },
        [this](const QString& text) { Q_EMIT m_studio.notify(text, true); });
}

void ImageActions::addClassChoices(QMenu& menu, const std::vector<ImageId>& images) {
    const ClassMarks marks = classMarks(m_studio.project()->classes());
    for (const annotation::LabelClass& labelClass : m_studio.project()->classes()) {
        const ClassMark& mark = marks.at(labelClass.id);
        const QString text = mark.key ? mark.name + QStringLiteral("\t%1").arg(mark.key) : mark.name;
        menu.addAction(classDotIcon(mark, 16), text, this,
                       [this, images, id = labelClass.id] { assignClass(images, id); });
    }
    menu.addSeparator();
    menu.addAction(words::unlabelled() + QStringLiteral("\t0"), this,
                   [this, images] { assignClass(images, {}); });
}

void ImageActions::fillMenu(QMenu& menu, const std::vector<ImageId>& images, QWidget* anchor) {
    if (!m_studio.project() || images.empty())
        return;
    addClassChoices(*menu.addMenu(tr("Class")), images);
    menu.addAction(tr("Find a class…\tC"), this, [this, images, anchor] {
        searchClass(images, anchor, {QCursor::pos(), QSize(1, 1)});
    });
    QMenu* split = menu.addMenu(tr("Split"));
    for (const auto side : {annotation::Split::Train, annotation::Split::Validation, annotation::Split::Test,
                            annotation::Split::None})
        split->addAction(words::splitName(side), this, [this, images, side] { assignSplit(images, side); });
    menu.addSeparator();
    menu.addAction(tr("Show in folder"), this, [this, id = images.front()] { showInFolder(id); });
    menu.addAction(images.size() == 1 ? tr("Copy path") : tr("Copy %1 paths").arg(images.size()), this,
                   [this, images] { copyPaths(images); });
    menu.addSeparator();
    menu.addAction(theme::icon(QStringLiteral("trash")), tr("Remove from project\tDel"), this,
                   [this, images] { remove(images); });
}

} // namespace graft::ui
