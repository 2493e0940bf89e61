#pragma once

#include "base/Ids.h"

#include <QListView>

namespace graft::ui {

class EvaluatedImages;
class ThumbnailCache;

/// The list of evaluated images with thumbnails; Enter or a click opens one.
class EvaluatedImagesView : public QListView {
    Q_OBJECT
public:
    EvaluatedImagesView(EvaluatedImages& images, ThumbnailCache& thumbnails, QWidget* parent = nullptr);

Q_SIGNALS:
    void opened(graft::ImageId id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void wantVisible();
    void open(const QModelIndex& index);
    EvaluatedImages& m_images;
    ThumbnailCache& m_thumbnails;
};

} // namespace graft::ui
