#pragma once

#include "ui/start/ProjectGlimpse.h"

#include <QAbstractButton>

class QToolButton;

namespace graft::ui {

/// A project that was open before: some of its pictures, its name, where it is.
class RecentCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit RecentCard(const QString& folder, QWidget* parent = nullptr);
    const QString& folder() const { return m_folder; }
    void setGlimpse(const ProjectGlimpse& glimpse);
    bool isMissing() const { return !m_glimpse.there; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF picturePlace() const;
    void paintPictures(QPainter& painter) const;
    void paintTexts(QPainter& painter) const;
    QString whenText() const;

    QString m_folder;
    QString m_name;
    ProjectGlimpse m_glimpse;
    QToolButton* m_remove;
};

} // namespace graft::ui
