#pragma once

#include "ui/data/ClassMark.h"

#include <QImage>
#include <QThreadPool>
#include <QWidget>

#include <array>

namespace graft::ui {

/// A few images of the sample project with their classes: what this program is about, at a glance. Painted on
/// a thread of its own when they are first shown.
class SamplePictures : public QWidget {
    Q_OBJECT
public:
    explicit SamplePictures(QWidget* parent = nullptr);
    ~SamplePictures() override;
    bool settled() const { return !m_asked || m_arrived == kCount; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int kColumns = 3;
    static constexpr int kRows = 2;
    static constexpr int kCount = kColumns * kRows;
    void paintAll();

    std::array<QImage, kCount> m_pictures;
    std::array<ClassId, kCount> m_classes;
    ClassMarks m_marks;
    bool m_asked = false;
    int m_arrived = 0;
    QThreadPool m_pool;
};

} // namespace graft::ui
