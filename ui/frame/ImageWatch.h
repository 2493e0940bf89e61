#pragma once

#include "intake/ChangedImages.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <stop_token>
#include <vector>

namespace graft::ui {

class Studio;

/// Notices images that were changed on disk since they were added: when a project is opened, and when a
/// person comes back from another program. Each becomes a row of the Issues panel. UI thread; the looking is
/// done on another.
class ImageWatch : public QObject {
    Q_OBJECT
public:
    explicit ImageWatch(Studio& studio, QObject* parent = nullptr);
    ~ImageWatch() override;

    void look();
    bool settled() const { return m_looking == 0; }

private:
    void forget();
    void lookAgain();
    void deliver(int generation, const std::vector<intake::ImagePlace>& changed);

    Studio& m_studio;
    int m_generation = 0;
    int m_looking = 0;
    QElapsedTimer m_sinceLook;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace graft::ui
