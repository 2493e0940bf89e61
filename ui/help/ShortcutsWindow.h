#pragma once

#include <QString>
#include <QWidget>

#include <utility>
#include <vector>

namespace graft::ui {

class MainMenu;

/// Keys of a place: what is pressed, and what it does.
struct ShortcutGroup {
    QString title;
    std::vector<std::pair<QString, QString>> keys;
};
/// Those of the menu, as they are, and those of the pages.
std::vector<ShortcutGroup> shortcutGroups(const MainMenu& menu);

/// All of them, in a window beside the work.
class ShortcutsWindow : public QWidget {
    Q_OBJECT
public:
    ShortcutsWindow(const MainMenu& menu, QWidget* parent);
};

} // namespace graft::ui
