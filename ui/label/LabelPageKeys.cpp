#include "ui/label/ClassButtons.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>

// The keys of the Label page that no tool has.
namespace graft::ui {

bool LabelPage::handleZoomKey(int key) {
    switch (key) {
    case Qt::Key_F:
        m_canvas->fit();
        return true;
    case Qt::Key_Z:
        m_canvas->actualSize();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomBy(1.5);
        return true;
    case Qt::Key_Minus:
        m_canvas->zoomBy(1 / 1.5);
        return true;
    default:
        return false;
    }
}

bool LabelPage::zoomable() const {
    return bool(currentImage());
}

void LabelPage::zoom(int step) {
    constexpr double kStep = 1.25;
    step == 0 ? m_canvas->fit() : m_canvas->zoomBy(step > 0 ? kStep : 1 / kStep);
}

void LabelPage::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier) || !currentImage())
        return Page::keyPressEvent(event);
    if (handleZoomKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_D:
        return step(1);
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_A:
        return step(-1);
    case Qt::Key_PageDown:
        return goToIndex(m_index + 10);
    case Qt::Key_PageUp:
        return goToIndex(m_index - 10);
    case Qt::Key_Home:
        return goToIndex(0);
    case Qt::Key_End:
        return goToIndex(int(m_order.size()) - 1);
    case Qt::Key_Space:
        return nextUnlabelled();
    case Qt::Key_C:
        return searchClass({m_classes->mapToGlobal(QPoint(theme::kBetween, 0)), QSize(200, 60)});
    default:
        break;
    }
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        return assignKey(event->key() - Qt::Key_0);
    Page::keyPressEvent(event);
}

} // namespace graft::ui
