#pragma once

#include "ui/data/ImageList.h"

#include <QWidget>

class QColor;

namespace graft::project {
class Project;
}

namespace graft::ui {

/// The parts of a filter as chips that can be removed, each with the number of images it alone would show;
/// then how many are shown. Hidden while no filter is on.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(const ImageList& list, QWidget* parent = nullptr);
    /// Null: none.
    void show(const ImageFilter& filter, const project::Project* project);

Q_SIGNALS:
    /// What is left when a part is removed.
    void filterWanted(const graft::ui::ImageFilter& filter);

private:
    void clear();
    void add(const QString& text, const ImageFilter& alone, const ImageFilter& without, const QColor& dot);
    void addParts(const ImageFilter& filter, const project::Project& project);
    void addSummary();

    const ImageList& m_list;
};

} // namespace graft::ui
