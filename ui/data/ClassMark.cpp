#include "ui/data/ClassMark.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPixmap>

#include <set>

namespace graft::ui {
namespace {

QString freeLetter(const QString& name, std::set<QString>& taken) {
    for (const QChar& character : name.toUpper())
        if (character.isLetterOrNumber() && taken.insert(QString(character)).second)
            return QString(character);
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        if (taken.insert(QString(QLatin1Char(letter))).second)
            return QString(QLatin1Char(letter));
    return name.left(1).toUpper();
}

} // namespace

ClassMarks classMarks(const std::vector<annotation::LabelClass>& classes) {
    ClassMarks marks;
    std::set<QString> taken;
    int key = 1;
    for (const annotation::LabelClass& labelClass : classes) {
        const QString name = QString::fromStdString(labelClass.name);
        marks[labelClass.id] = {theme::classColor(labelClass.color), freeLetter(name, taken), name,
                                key <= 9 ? key : 0};
        ++key;
    }
    return marks;
}

void paintClassDot(QPainter& painter, const QRectF& area, const ClassMark& mark) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (mark.letter.isEmpty()) {
        painter.setPen(QPen(mark.color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(area.adjusted(1.5, 1.5, -1.5, -1.5));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.color);
        painter.drawEllipse(area);
        QFont font = theme::font(theme::TextSize::Small, QFont::Bold);
        font.setPixelSize(std::max(7, int(area.height() * 0.66)));
        painter.setFont(font);
        painter.setPen(theme::textOn(mark.color));
        painter.drawText(area, Qt::AlignCenter, mark.letter);
    }
    painter.restore();
}

QIcon classDotIcon(const ClassMark& mark, int size) {
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(size * scale, size * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintClassDot(painter, QRectF(0, 0, size, size), mark);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace graft::ui
