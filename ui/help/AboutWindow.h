#pragma once

#include <QWidget>

namespace graft::zoo {
class Zoo;
}

namespace graft::ui {

/// Version, licence, and what the program is made of with the licences of that; a window beside the work.
class AboutWindow : public QWidget {
    Q_OBJECT
public:
    AboutWindow(const zoo::Zoo& zoo, QWidget* parent);
};

} // namespace graft::ui
