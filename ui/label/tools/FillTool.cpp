#include "ui/label/tools/FillTool.h"

#include "annotation/Fill.h"
#include "annotation/Region.h"
#include "ui/label/MaskVerbs.h"

#include <QCoreApplication>

namespace graft::ui {

bool FillTool::press(const Pointer& pointer) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("graft::ui::FillTool", text); };
    const annotation::Extent image = m_editor.extent();
    std::vector<annotation::Span> covered;
    for (const annotation::Shape& shape : m_editor.shown()) {
        const auto spans = annotation::coveredBy(shape.geometry, image);
        covered.insert(covered.end(), spans.begin(), spans.end());
    }
    if (covered.empty()) {
        m_editor.tell(tr(QT_TRANSLATE_NOOP("graft::ui::FillTool",
                                           "There is nothing around this place yet that could be filled. "
                                           "Draw around it first, with the brush.")));
        return true;
    }
    std::vector<annotation::Span> inside = annotation::enclosedAt(std::move(covered), pointer.at, image);
    if (inside.empty())
        m_editor.tell(tr(QT_TRANSLATE_NOOP("graft::ui::FillTool",
                                           "This place is covered by a shape already; click beside it.")));
    else
        paintOn(m_editor, std::move(inside));
    return true;
}

} // namespace graft::ui
