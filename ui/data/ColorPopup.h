#pragma once

#include <QFrame>

#include <cstdint>

namespace graft::ui {

/// The palette of class colours as swatches, and a way to any other colour. Closes and deletes itself.
class ColorPopup : public QFrame {
    Q_OBJECT
public:
    ColorPopup(std::uint32_t current, QWidget* parent);
    void popupAt(const QPoint& globalPosition);

Q_SIGNALS:
    void picked(std::uint32_t color);

private:
    void askForOther(std::uint32_t current);
};

} // namespace graft::ui
