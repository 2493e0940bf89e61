#pragma once

#include "ui/label/ImageLoader.h"

#include <QMenu>

#include <functional>
#include <string>

class QComboBox;
class QSlider;

namespace graft::ui {

class MiniMap;
class ShapeCanvas;

/// How image and shapes are shown, as a menu; and as the text that the project remembers it by.
class ViewMenu : public QMenu {
    Q_OBJECT
public:
    ViewMenu(ShapeCanvas& canvas, MiniMap& map, QWidget* parent = nullptr);

    std::string settings() const;
    void setSettings(const std::string& text);
    const ShownBands& bands() const { return m_bands; }

Q_SIGNALS:
    /// A person chose.
    void chosen();
    void bandsChanged();

private:
    using Get = std::function<bool()>;
    using Set = std::function<void(bool)>;
    void addSwitch(const char* name, const QString& text, const Get& get, const Set& set);
    void addOpacity();
    void addBands();
    void chooseBands();
    void showBands();
    void follow();

    ShapeCanvas& m_canvas;
    MiniMap& m_map;
    QSlider* m_opacity = nullptr;
    QAction* m_resetTone = nullptr;
    QAction* m_bandsLine = nullptr; ///< seen where there are more than three
    std::array<QComboBox*, 3> m_bandBoxes{};
    ShownBands m_bands = kFirstBands;
    std::vector<std::pair<QAction*, Get>> m_switches;
};

} // namespace graft::ui
