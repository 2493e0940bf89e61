#pragma once

#include <QWidget>

namespace graft::ui {

/// The user guide, in a window beside the work.
class GuideWindow : public QWidget {
    Q_OBJECT
public:
    explicit GuideWindow(QWidget* parent);
};

} // namespace graft::ui
