#pragma once

#include "annotation/LabelClass.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QObject>

#include <vector>

class QMenu;

namespace graft::ui {

class Studio;

/// What a person can do to some images, from any page: by key, by menu. What fails is told through
/// Studio::notify.
class ImageActions : public QObject {
    Q_OBJECT
public:
    explicit ImageActions(Studio& studio, QObject* parent = nullptr);

    /// Whether the project was changed.
    bool assignClass(const std::vector<ImageId>& images, ClassId id);
    /// 1–9: the class with that key; 0: unlabel.
    bool assignKey(const std::vector<ImageId>& images, int key);
    bool assignSplit(const std::vector<ImageId>& images, annotation::Split split);
    bool remove(const std::vector<ImageId>& images);
    void showInFolder(ImageId image);
    void copyPaths(const std::vector<ImageId>& images);
    /// The class search under `globalAnchor`, for all of `images`.
    void searchClass(const std::vector<ImageId>& images, QWidget* anchor, const QRect& globalAnchor);

    void fillMenu(QMenu& menu, const std::vector<ImageId>& images, QWidget* anchor);

Q_SIGNALS:
    /// A class was given through the search.
    void classAssigned();

private:
    bool tell(const Result<>& result);
    void addClassChoices(QMenu& menu, const std::vector<ImageId>& images);

    Studio& m_studio;
};

} // namespace graft::ui
