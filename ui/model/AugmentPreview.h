#pragma once

#include "dataset/Dataset.h"

#include <QImage>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

namespace graft::ui {

/// A few training images exactly as the trainer will see them: read, cut and changed by the same functions
/// from the same seed; a click goes on to the next epoch. Works off the UI thread.
class AugmentPreview : public QWidget {
    Q_OBJECT
public:
    static constexpr int kColumns = 3;
    static constexpr int kRows = 2;

    explicit AugmentPreview(QWidget* parent = nullptr);
    ~AugmentPreview() override;

    /// The first six are shown.
    void setItems(std::vector<dataset::Item> items);
    /// `views` are kept of each image and drawn from in every epoch; 0: every epoch has a new one.
    void setLook(const dataset::Preprocessing& preprocessing, const dataset::AugmentOptions& augment,
                 std::uint64_t seed, int views);
    void showNext();
    /// Which of the views is shown, for a person.
    QString caption() const;
    bool settled() const { return !m_timer.isActive() && m_pending == 0; }
    const std::vector<QImage>& pictures() const { return m_pictures; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// Other pictures, or another view of them.
    void shown();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Decoded;
    struct Look;
    void begin();

    std::vector<dataset::Item> m_items;
    dataset::Preprocessing m_preprocessing;
    dataset::AugmentOptions m_augment;
    std::uint64_t m_seed = 0;
    int m_views = 0;
    std::uint64_t m_view = 0;
    std::vector<QImage> m_pictures;
    std::shared_ptr<Decoded> m_decoded; ///< touched by the one worker thread only
    QTimer m_timer;
    int m_generation = 0;
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace graft::ui
