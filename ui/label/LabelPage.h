#pragma once

#include "project/Project.h"
#include "ui/frame/Page.h"
#include "ui/label/tools/Tools.h"

#include <QStringList>

#include <vector>

class QPushButton;
class QStackedWidget;

namespace graft::ui {

class CanvasTools;
class ClassButtons;
class EmptyState;
class FilmStrip;
class ImageActions;
class ImageLoader;
class ShapeCanvas;
class ShapeEditor;
class ShapeList;
class Studio;
class ThumbnailCache;
class ToolStrip;
class ViewMenu;

/// One image at a time, and its class: by key, by search, by a click. In a project for shapes, the tools that
/// draw them, and the class of each.
class LabelPage : public Page {
    Q_OBJECT
public:
    explicit LabelPage(Studio& studio, QWidget* parent = nullptr);

    QString notReadyReason() const override;
    void entered() override;
    bool settled() const override;
    bool zoomable() const override;
    void zoom(int step) override;
    /// "select/2": selects the second shape of the image. "image/3": the third image; "image/3/2": and its
    /// second shape. "image/3/draw/ellipse/10,20/90,80": with a tool at work, along this way in pixels of the
    /// image; with "keys" in place of "draw" by keys alone.
    void showPart(const QString& part) override;

    /// `order`: the images that next and previous go through.
    void showImages(ImageId first, std::vector<ImageId> order);
    /// In the order there is, or among all images where it is not part of that.
    void showImage(ImageId id);
    ImageId currentImage() const;
    const std::vector<ImageId>& order() const { return m_order; }
    ShapeCanvas& canvas() { return *m_canvas; }
    ShapeEditor& shapes() { return *m_editor; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBody();
    void connectStudio();
    void connectShapes();
    void connectParts();
    void openProject();
    void closeProject();
    void apply(const project::Change& change);
    void takeAllImages();
    void keepOrder(const project::Change& change);
    void goToIndex(int index);
    void step(int by);
    void nextUnlabelled();
    void offerNextStep();
    void showCurrent();
    void showLoaded(ImageId id);
    void wantImages();
    void refreshTexts();
    void describeImage(const project::ImageRecord* image);
    void assign(ClassId id);
    void assignKey(int key);
    void afterAssigning();
    void searchClass(const QRect& globalAnchor);
    bool handleZoomKey(int key);
    /// Whether this project is about shapes.
    bool forShapes() const;
    bool isLabelled(const project::ImageRecord& image) const;
    void chooseShapeClass(int key);
    void searchShapeClass(const QRect& globalAnchor);
    /// In hand when a project is opened: the one of last time, else the one that fits its task.
    ToolKind firstTool(const QString& lastTime) const;
    void refreshMarks();
    void showShapesOf(ImageId id);
    void showDrawing(const QStringList& words);
    void showKeys(const ToolEntry& entry, const QStringList& way);
    /// Where an undone or redone edit happened; none: here, or in many places.
    ImageId elsewhere(const project::Change& change) const;

    Studio& m_studio;
    ThumbnailCache& m_thumbnails;
    ImageActions* m_actions;
    ImageLoader* m_loader;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QPushButton* m_emptyButton;
    ShapeEditor* m_editor;
    ShapeCanvas* m_canvas = nullptr;
    ToolStrip* m_toolStrip = nullptr;
    ShapeList* m_shapes = nullptr;
    CanvasTools* m_tools = nullptr;
    ViewMenu* m_view = nullptr;
    FilmStrip* m_strip = nullptr;
    ClassButtons* m_classes = nullptr;
    QPushButton* m_next;
    std::vector<ImageId> m_order;
    bool m_all = true; ///< the order is: every image of the project
    int m_index = -1;
    int m_way = 1;               ///< -1: a person goes back through the images
    QStringList m_drawingToCome; ///< showDrawing(), once the image is there
    ImageId m_shapesOf;          ///< whose shapes are on the canvas
    bool m_assigning = false;
    bool m_wasReady = false;
};

} // namespace graft::ui
