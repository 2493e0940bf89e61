#pragma once

#include "base/Ids.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace graft::ui {

class Studio;
class ThumbnailCache;

/// One image of the project, stepped through with two buttons or the arrow keys.
class ImagePicker : public QWidget {
    Q_OBJECT
public:
    explicit ImagePicker(Studio& studio, QWidget* parent = nullptr);
    /// Another project, or other images; keeps the one chosen where it is still there.
    void refresh();
    ImageId current() const { return m_current; }
    void step(int by);

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void describe();
    QRect pictureArea() const;

    Studio& m_studio;
    ThumbnailCache& m_thumbnails;
    QLabel* m_name;
    std::vector<ImageId> m_ids;
    ImageId m_current;
};

} // namespace graft::ui
