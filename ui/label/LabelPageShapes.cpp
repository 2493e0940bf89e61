#include "ui/data/ClassPicker.h"
#include "ui/frame/Studio.h"
#include "ui/label/ClassButtons.h"
#include "ui/label/ImageLoader.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/label/ShapeList.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStringList>

#include <algorithm>
#include <cmath>

// What the Label page does with shapes.
namespace graft::ui {

void LabelPage::connectShapes() {
    connect(m_editor, &ShapeEditor::failed, this,
            [this](const QString& text) { Q_EMIT m_studio.notify(text, true); });
    const auto showClass = [this] {
        if (forShapes())
            m_classes->setCurrent(m_editor->shownClass());
    };
    connect(m_editor, &ShapeEditor::selectionChanged, this, showClass);
    connect(m_editor, &ShapeEditor::nextClassChanged, this, showClass);
    connect(m_editor, &ShapeEditor::changed, this, [this, showClass] {
        showClass();
        m_shapes->setVisible(forShapes() || !m_editor->stored().empty());
    });
    connect(m_canvas, &ShapeCanvas::spaceTapped, this, [this] {
        if (currentImage())
            nextUnlabelled();
    });
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &LabelPage::refreshMarks);
}

bool LabelPage::forShapes() const {
    return m_studio.project() && m_studio.project()->task() != annotation::TaskKind::Classification;
}

bool LabelPage::isLabelled(const project::ImageRecord& image) const {
    return forShapes() ? !m_studio.project()->shapes(image.id).empty() : bool(image.label);
}

ToolKind LabelPage::firstTool(const QString& lastTime) const {
    if (!forShapes() || m_studio.project()->readOnly())
        return ToolKind::Select;
    if (const ToolEntry* entry = entryNamed(lastTime))
        return entry->kind;
    return m_studio.project()->task() == annotation::TaskKind::Detection ? ToolKind::Box : ToolKind::Wand;
}

void LabelPage::refreshMarks() {
    if (!m_studio.project())
        return;
    const ClassMarks marks = classMarks(m_studio.project()->classes());
    m_canvas->setMarks(marks);
    m_shapes->setMarks(marks);
}

void LabelPage::showShapesOf(ImageId id) {
    if (!id || m_shapesOf != id)
        m_canvas->cancelGesture();
    m_shapesOf = id;
    m_editor->setImage(id);
}

ImageId LabelPage::elsewhere(const project::Change& change) const {
    for (const std::vector<ImageId>& ids : {change.imagesChanged, change.shapesChanged})
        if (ids.size() == 1)
            return ids.front() == currentImage() ? ImageId{} : ids.front();
    return {};
}

void LabelPage::chooseShapeClass(int key) {
    const auto& classes = m_studio.project()->classes();
    if (key == 0)
        return;
    if (key > int(classes.size())) {
        Q_EMIT m_studio.notify(
            tr("No class has the key %1 yet. Add one in the panel at the right, or press C.").arg(key),
            false);
        return;
    }
    m_editor->chooseClass(classes[std::size_t(key - 1)].id);
}

void LabelPage::searchShapeClass(const QRect& globalAnchor) {
    if (!currentImage())
        return;
    const QString title =
        m_editor->selected().empty() ? tr("Class of the next shape") : tr("Class of the selected shapes");
    pickClass(
        *m_studio.project(), {.title = title, .offerUnlabelled = false, .offerNew = true}, this, globalAnchor,
        [this](ClassId id) { m_editor->chooseClass(id); },
        [this](const QString& text) { Q_EMIT m_studio.notify(text, true); });
}

// A gesture that is under way: the button is held at the end of the way, or the last click was made.
void LabelPage::showDrawing(const QStringList& words) {
    const ToolEntry* entry = entryNamed(QStringLiteral("tool-") + words.value(1));
    const QStringList way = words.mid(2);
    if (!entry || way.isEmpty())
        return;
    if (!m_loader->has(currentImage())) {
        m_drawingToCome = words; // tools look at pixels
        return;
    }
    if (words[0] == QLatin1String("keys"))
        return showKeys(*entry, way);
    m_canvas->setTool(entry->kind);
    const bool clicks = entry->kind == ToolKind::Polygon || entry->kind == ToolKind::Scissors ||
                        entry->kind == ToolKind::Line;
    const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
        const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_canvas->mapToGlobal(at), button, buttons, {});
        QCoreApplication::sendEvent(m_canvas, &event);
    };
    QPointF at;
    for (int i = 0; i < way.size(); ++i) {
        const QStringList numbers = way[i].split(QLatin1Char(','));
        at = m_canvas->viewFromImage({numbers.value(0).toDouble(), numbers.value(1).toDouble()});
        const bool last = i + 1 == way.size();
        const bool held = i > 0 && !clicks && !(i > 1 && entry->kind == ToolKind::RotatedBox);
        send(QEvent::MouseMove, at, held ? Qt::LeftButton : Qt::NoButton);
        if (i == 0 || (clicks && !last))
            send(QEvent::MouseButtonPress, at, Qt::LeftButton);
        if ((clicks && !last) || (i == 1 && entry->kind == ToolKind::RotatedBox))
            send(QEvent::MouseButtonRelease, at, Qt::NoButton);
    }
    if (entry->kind == ToolKind::CutOut)
        send(QEvent::MouseButtonRelease, at, Qt::NoButton);
}

// The same by keys alone: Space at the first place, arrows from there on.
void LabelPage::showKeys(const ToolEntry& entry, const QStringList& way) {
    m_canvas->setTool(entry.kind);
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(m_canvas, &event);
    };
    const auto walk = [&](double by, Qt::Key back, Qt::Key forth) {
        for (int i = 0; i < int(std::abs(by)); ++i)
            press(by < 0 ? back : forth, Qt::ControlModifier);
    };
    press(Qt::Key_Return);
    for (int i = 0; i < way.size(); ++i) {
        const QStringList numbers = way[i].split(QLatin1Char(','));
        walk(numbers.value(0).toDouble() - m_canvas->keyPointer().at().x, Qt::Key_Left, Qt::Key_Right);
        walk(numbers.value(1).toDouble() - m_canvas->keyPointer().at().y, Qt::Key_Up, Qt::Key_Down);
        if (i == 0)
            press(Qt::Key_Space);
    }
}

void LabelPage::showPart(const QString& part) {
    QStringList words = part.split(QLatin1Char('/'));
    if (words[0] == QLatin1String("image") && words.size() > 1) {
        goToIndex(words[1].toInt() - 1);
        words = words.mid(2);
    } else if (words[0] == QLatin1String("select")) {
        words.removeFirst();
    }
    if (!words.isEmpty() && (words[0] == QLatin1String("draw") || words[0] == QLatin1String("keys")))
        return showDrawing(words);
    const int wanted = words.value(0).toInt();
    const auto& shapes = m_editor->stored();
    if (wanted < 1 || wanted > int(shapes.size()))
        return;
    m_canvas->setTool(ToolKind::Select);
    m_editor->select({shapes[std::size_t(wanted - 1)].id});
}

} // namespace graft::ui
