#include "ui/help/ShortcutsWindow.h"

#include "ui/frame/MainMenu.h"
#include "ui/frame/PageNames.h"
#include "ui/label/ShapeCommands.h"
#include "ui/label/tools/Tools.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>

namespace graft::ui {
namespace {

constexpr QSize kSize{880, 640};

/// "&Undo: Assign class" is "Undo".
QString plain(QString text) {
    return text.remove(QLatin1Char('&')).section(QLatin1Char(':'), 0, 0).remove(QStringLiteral("…"));
}

ShortcutGroup groupOf(const QMenu& menu) {
    ShortcutGroup group{plain(menu.title()), {}};
    for (const QAction* action : menu.actions()) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            group.keys.emplace_back(keys.join(QStringLiteral(", ")), plain(action->text()));
    }
    return group;
}

ShortcutGroup dataKeys() {
    return {pageTitle(PageId::Data),
            {{ShortcutsWindow::tr("1 – 9"),
              ShortcutsWindow::tr("Give the selected images the class with that number")},
             {ShortcutsWindow::tr("0"), ShortcutsWindow::tr("Take their class away")},
             {ShortcutsWindow::tr("C"), ShortcutsWindow::tr("Find a class by its name")},
             {ShortcutsWindow::tr("Ctrl+F, /"), ShortcutsWindow::tr("Search")},
             {ShortcutsWindow::tr("Ctrl+A"), ShortcutsWindow::tr("Select all")},
             {ShortcutsWindow::tr("Enter"), ShortcutsWindow::tr("Open in Label")},
             {ShortcutsWindow::tr("+, −"), ShortcutsWindow::tr("Size of the thumbnails")},
             {ShortcutsWindow::tr("Delete"),
              ShortcutsWindow::tr("Take the selected images out of the project")}}};
}

ShortcutGroup labelKeys() {
    return {pageTitle(PageId::Label),
            {{ShortcutsWindow::tr("1 – 9"), ShortcutsWindow::tr("Give the image the class with that number")},
             {ShortcutsWindow::tr("0"), ShortcutsWindow::tr("Take its class away")},
             {ShortcutsWindow::tr("C"), ShortcutsWindow::tr("Find a class by its name, or add one")},
             {ShortcutsWindow::tr("←, →"), ShortcutsWindow::tr("Previous, next image")},
             {ShortcutsWindow::tr("Page up, page down"), ShortcutsWindow::tr("Ten images back, forth")},
             {ShortcutsWindow::tr("Home, End"), ShortcutsWindow::tr("First, last image")},
             {ShortcutsWindow::tr("Space"), ShortcutsWindow::tr("Next image without a class")},
             {ShortcutsWindow::tr("+, −"), ShortcutsWindow::tr("Zoom")},
             {ShortcutsWindow::tr("F"), ShortcutsWindow::tr("Fit the window")},
             {ShortcutsWindow::tr("Z"), ShortcutsWindow::tr("One image pixel on one screen pixel")}}};
}

ShortcutGroup toolKeys() {
    ShortcutGroup group{ShortcutsWindow::tr("Tools"), {}};
    for (const ToolEntry& entry : toolEntries())
        group.keys.emplace_back(QKeySequence(entry.key).toString(QKeySequence::NativeText),
                                ShortcutsWindow::tr("%1: %2").arg(nameOf(entry.kind), hintOf(entry.kind)));
    group.keys.emplace_back(ShortcutsWindow::tr("[, ]"),
                            ShortcutsWindow::tr("Smaller, larger brush; less, more for the wand"));
    group.keys.emplace_back(ShortcutsWindow::tr("Enter"), ShortcutsWindow::tr("End what is being drawn"));
    group.keys.emplace_back(ShortcutsWindow::tr("Backspace"),
                            ShortcutsWindow::tr("Take back its last vertex or stroke"));
    group.keys.emplace_back(ShortcutsWindow::tr("Esc"),
                            ShortcutsWindow::tr("Drop what is being drawn, the selection, the tool"));
    return group;
}

ShortcutGroup crossKeys() {
    return {
        ShortcutsWindow::tr("Drawing by keys alone"),
        {{ShortcutsWindow::tr("Enter"),
          ShortcutsWindow::tr("Show a cross to draw with; then end what is being drawn")},
         {ShortcutsWindow::tr("←, →, ↑, ↓"),
          ShortcutsWindow::tr("Move the cross, with Shift further, with Ctrl by one pixel of the image")},
         {ShortcutsWindow::tr("Space"),
          ShortcutsWindow::tr("Begin or end a box, a side, a stroke; set a vertex; take hold, put down")},
         {ShortcutsWindow::tr("Shift+Space, Ctrl+Space"),
          ShortcutsWindow::tr("The same with that key held: a circle; what the wand takes away")},
         {ShortcutsWindow::tr("Menu"), ShortcutsWindow::tr("What can be done with the shape there")},
         {ShortcutsWindow::tr("Esc"), ShortcutsWindow::tr("Drop what is being drawn; put the cross away")}}};
}

ShortcutGroup shapeKeys() {
    ShortcutGroup group{
        ShortcutsWindow::tr("Shapes"),
        {{ShortcutsWindow::tr("1 – 9"), ShortcutsWindow::tr("Class of the selected or of the next shape")},
         {ShortcutsWindow::tr("←, →, ↑, ↓"),
          ShortcutsWindow::tr("Move the selected shapes by a pixel, with Shift by ten")},
         {ShortcutsWindow::tr("Shift+click"), ShortcutsWindow::tr("Select more than one")},
         {ShortcutsWindow::tr("Double click, Alt+click"),
          ShortcutsWindow::tr("A vertex more on the edge, the vertex less")},
         {ShortcutsWindow::tr("Space"), ShortcutsWindow::tr("Held: move the image")}}};
    for (const ShapeCommand& command : shapeCommands())
        group.keys.emplace_back(QKeySequence(command.key).toString(QKeySequence::NativeText), command.text());
    return group;
}

ShortcutGroup everywhereKeys() {
    return {ShortcutsWindow::tr("Everywhere"),
            {{ShortcutsWindow::tr("Alt, F10"), ShortcutsWindow::tr("The menu")},
             {ShortcutsWindow::tr("Tab"), ShortcutsWindow::tr("Next control")},
             {ShortcutsWindow::tr("↑, ↓"), ShortcutsWindow::tr("Through the rail, once it has the focus")},
             {ShortcutsWindow::tr("Esc"), ShortcutsWindow::tr("Close a message or a form")}}};
}

QWidget* sheetOf(const ShortcutGroup& group, QWidget* parent) {
    auto* sheet = new QWidget(parent);
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 0, theme::kBetween);
    grid->setHorizontalSpacing(theme::kBetween);
    grid->setVerticalSpacing(theme::kUnit);
    grid->addWidget(headingLabel(group.title, sheet), 0, 0, 1, 2);
    int row = 0;
    for (const auto& [keys, does] : group.keys) {
        QLabel* words = bodyLabel(does, sheet);
        words->setWordWrap(true);
        grid->addWidget(secondaryLabel(keys, sheet), ++row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1, Qt::AlignTop);
    }
    grid->setColumnMinimumWidth(0, 140);
    grid->setColumnStretch(1, 1);
    return sheet;
}

} // namespace

std::vector<ShortcutGroup> shortcutGroups(const MainMenu& menu) {
    std::vector<ShortcutGroup> groups;
    for (const QAction* action : menu.actions())
        if (const auto* part = action->menu<QMenu*>())
            if (ShortcutGroup group = groupOf(*part); !group.keys.empty())
                groups.push_back(std::move(group));
    groups.push_back(everywhereKeys());
    groups.push_back(dataKeys());
    groups.push_back(labelKeys());
    groups.push_back(toolKeys());
    groups.push_back(crossKeys());
    groups.push_back(shapeKeys());
    return groups;
}

ShortcutsWindow::ShortcutsWindow(const MainMenu& menu, QWidget* parent) : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("shortcutsWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    outer->addWidget(scroll);
    auto* board = new QWidget(scroll);
    auto* columns = new QHBoxLayout(board);
    columns->setContentsMargins(theme::kAround, theme::kAround, theme::kAround, theme::kInside);
    columns->setSpacing(theme::kAround);
    QVBoxLayout* column[2] = {new QVBoxLayout, new QVBoxLayout};
    const auto groups = shortcutGroups(menu);
    std::size_t rows = 0, placed = 0;
    for (const ShortcutGroup& group : groups)
        rows += group.keys.size();
    for (const ShortcutGroup& group : groups) {
        column[placed * 2 < rows ? 0 : 1]->addWidget(sheetOf(group, board));
        placed += group.keys.size();
    }
    for (QVBoxLayout* each : column) {
        each->addStretch(1);
        columns->addLayout(each, 1);
    }
    scroll->setWidget(board);
    new QShortcut(QKeySequence(Qt::Key_Escape), this, this, &QWidget::close);
    resize(kSize);
}

} // namespace graft::ui
