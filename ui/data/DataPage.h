#pragma once

#include "project/Project.h"
#include "ui/data/ImageList.h"
#include "ui/frame/Page.h"

#include <vector>

class QPushButton;
class QStackedWidget;

namespace graft::ui {

class ClassesSection;
class EmptyState;
class FilterBar;
class GridView;
class ImageActions;
class ImportBar;
class MovedImagesBar;
class SplitSection;
class Studio;
class ThumbnailCache;

/// The images of the project: bring them in, look at them, sort them into classes and sides of the split.
class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(Studio& studio, QWidget* parent = nullptr);

    QString notReadyReason() const override;
    void entered() override;
    bool settled() const override;
    bool zoomable() const override;
    void zoom(int step) override;
    /// As if dropped on the page.
    void addSources(const QStringList& sources);
    GridView& grid() { return *m_grid; }

Q_SIGNALS:
    /// `order`: the images as they are shown here, for next and previous.
    void openInLabel(graft::ImageId id, std::vector<graft::ImageId> order);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildBody();
    QWidget* buildPanel();
    void connectStudio();
    void connectParts();
    void openProject();
    void closeProject();
    void apply(const project::Change& change);
    void showList();
    void refreshTexts();
    void chooseFolder();
    void chooseFiles();
    void showAddMenu(QPushButton* button);
    void showMenu(const QPoint& globalPosition);

    Studio& m_studio;
    ThumbnailCache& m_thumbnails;
    ImageActions* m_actions;
    ImageList m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyButton = nullptr;
    QStackedWidget* m_gridStack = nullptr;
    EmptyState* m_noMatch = nullptr;
    ImportBar* m_import = nullptr;
    MovedImagesBar* m_moved = nullptr;
    FilterBar* m_filters = nullptr;
    GridView* m_grid = nullptr;
    ClassesSection* m_classes = nullptr;
    SplitSection* m_split = nullptr;
    QPushButton* m_add;
    QWidget* m_drop = nullptr;
    bool m_wasReady = false;
};

} // namespace graft::ui
