#pragma once

#include "annotation/LabelClass.h"
#include "base/Ids.h"

#include <QChar>
#include <QColor>
#include <QIcon>
#include <QString>

#include <unordered_map>
#include <vector>

class QPainter;
class QRectF;

namespace graft::ui {

/// How a class is recognised on a small space: a dot in its colour with its letter inside, so that colour is
/// never the only sign.
struct ClassMark {
    QColor color;
    QString letter;
    QString name;
    int key = 0; ///< 1–9; 0: none
};

using ClassMarks = std::unordered_map<ClassId, ClassMark>;
/// For the current theme. Letters are as different as the alphabet allows: of the name where it can be.
ClassMarks classMarks(const std::vector<annotation::LabelClass>& classes);

/// Draws the dot; an unlabelled one (no letter) is a ring.
void paintClassDot(QPainter& painter, const QRectF& area, const ClassMark& mark);
QIcon classDotIcon(const ClassMark& mark, int size);

} // namespace graft::ui
