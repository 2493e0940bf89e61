#pragma once

#include <QWidget>

#include <array>

class QCheckBox;
class QLineEdit;

namespace graft::ui {

class ShapeEditor;

/// What a person says of the selected shapes beside their class: attributes and a note. Hidden while nothing
/// is selected.
class ShapeDetails : public QWidget {
    Q_OBJECT
public:
    explicit ShapeDetails(ShapeEditor& editor, QWidget* parent = nullptr);

private:
    void follow();
    void storeAttribute(std::size_t which);
    void storeNote();

    ShapeEditor& m_editor;
    std::array<QCheckBox*, 4> m_attributes;
    QLineEdit* m_note;
};

} // namespace graft::ui
