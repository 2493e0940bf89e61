#pragma once

#include "ui/data/ImageList.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QSlider;

namespace graft::project {
class Project;
}

namespace graft::ui {

class FilterChips;
class QuietButton;

/// Search, filter, sort and the size of the thumbnails in one line; below it, while a filter is on, its parts
/// as chips that can be removed, each with the number of images it stands for.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(const ImageList& list, QWidget* parent = nullptr);
    void setProject(const project::Project* project);
    /// Counts, classes or the list changed.
    void refresh();
    void setFilter(const ImageFilter& filter);
    void setSelected(int count);
    void setThumbnailSize(int size);
    void focusSearch();

Q_SIGNALS:
    void filterChanged(const graft::ui::ImageFilter& filter);
    void orderChanged(const graft::ui::ImageOrder& order);
    void thumbnailSizeChanged(int size);
    /// Escape, Enter or Down in the search: back to the images.
    void searchLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLine();
    void fillFilterMenu();
    void addClassChoices(QMenu& menu);
    void addSplitChoices(QMenu& menu);
    void fillSortMenu();
    void updateSortText();
    void change(const ImageFilter& filter);

    const ImageList& m_list;
    const project::Project* m_project = nullptr;
    ImageFilter m_filter;
    ImageOrder m_order;
    QLineEdit* m_search;
    QuietButton* m_filterButton;
    QuietButton* m_sortButton;
    QMenu* m_filterMenu;
    QMenu* m_sortMenu;
    QLabel* m_selected;
    QSlider* m_size;
    FilterChips* m_chips;
};

} // namespace graft::ui
