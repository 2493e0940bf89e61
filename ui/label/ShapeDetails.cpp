#include "ui/label/ShapeDetails.h"

#include "ui/label/ShapeEditor.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace graft::ui {

using annotation::Attributes;
using annotation::Shape;
using project::ShapeVerb;

namespace {

constexpr int kLongestNote = 2000;
constexpr std::array kAttributes{&Attributes::occluded, &Attributes::truncated, &Attributes::difficult,
                                 &Attributes::uncertain};

struct Words {
    const char* name; ///< of the object
    QString text;
    QString tip;
};

std::array<Words, 4> words() {
    return {Words{"occluded", ShapeDetails::tr("Occluded"), ShapeDetails::tr("Partly behind something else")},
            Words{"truncated", ShapeDetails::tr("Truncated"),
                  ShapeDetails::tr("Goes on beyond the edge of the image")},
            Words{"difficult", ShapeDetails::tr("Difficult"),
                  ShapeDetails::tr("Hard to recognise, also for a person")},
            Words{"uncertain", ShapeDetails::tr("Uncertain"),
                  ShapeDetails::tr("Class or outline is to be looked at again")}};
}

std::vector<const Shape*> selectedOf(const ShapeEditor& editor) {
    std::vector<const Shape*> shapes;
    for (const ShapeId id : editor.selected())
        if (const Shape* shape = editor.find(id))
            shapes.push_back(shape);
    return shapes;
}

} // namespace

ShapeDetails::ShapeDetails(ShapeEditor& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_attributes{}, m_note(new QLineEdit(this)) {
    setObjectName(QStringLiteral("shapeDetails"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::kBetween, 0, theme::kBetween, theme::kInside);
    grid->setSpacing(theme::kUnit);
    const auto all = words();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto* box = new QCheckBox(all[i].text, this);
        box->setObjectName(QLatin1String(all[i].name));
        box->setToolTip(all[i].tip);
        box->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the image
        connect(box, &QCheckBox::clicked, this, [this, i] { storeAttribute(i); });
        grid->addWidget(box, int(i) / 2, int(i) % 2);
        m_attributes[i] = box;
    }
    m_note->setObjectName(QStringLiteral("shapeNote"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note on the selected shapes"));
    m_note->setMaxLength(kLongestNote);
    grid->addWidget(m_note, 2, 0, 1, 2);
    connect(m_note, &QLineEdit::editingFinished, this, &ShapeDetails::storeNote);
    connect(&m_editor, &ShapeEditor::selectionChanged, this, &ShapeDetails::follow);
    connect(&m_editor, &ShapeEditor::changed, this, &ShapeDetails::follow);
    follow();
}

// Where the selected shapes differ, a box is half checked, and the note is empty.
void ShapeDetails::follow() {
    const std::vector<const Shape*> shapes = selectedOf(m_editor);
    setVisible(!shapes.empty());
    if (shapes.empty())
        return;
    setEnabled(m_editor.editable());
    for (std::size_t i = 0; i < m_attributes.size(); ++i) {
        const auto with = std::ranges::count_if(
            shapes, [i](const Shape* shape) { return shape->attributes.*kAttributes[i]; });
        const bool some = with > 0 && with < std::ssize(shapes);
        m_attributes[i]->setCheckState(some ? Qt::PartiallyChecked : with > 0 ? Qt::Checked : Qt::Unchecked);
        m_attributes[i]->setTristate(some); // a click says yes or no
    }
    const bool same =
        std::ranges::all_of(shapes, [&](const Shape* shape) { return shape->note == shapes.front()->note; });
    const QString note = same ? QString::fromStdString(shapes.front()->note) : QString();
    if (!m_note->isModified() || !m_note->hasFocus()) {
        m_note->setText(note);
        m_note->setModified(false);
    }
}

void ShapeDetails::storeAttribute(std::size_t which) {
    const bool on = m_attributes[which]->checkState() != Qt::Unchecked;
    m_editor.editSelected(ShapeVerb::Describe,
                          [&](Shape& shape) { shape.attributes.*kAttributes[which] = on; });
}

// Before the selection goes: the focus leaves the line first.
void ShapeDetails::storeNote() {
    if (!m_note->isModified())
        return;
    m_note->setModified(false);
    m_editor.editSelected(ShapeVerb::Describe, [note = m_note->text().trimmed().toStdString()](Shape& shape) {
        shape.note = note;
    });
}

} // namespace graft::ui
