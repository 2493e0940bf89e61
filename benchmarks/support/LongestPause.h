#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace graft::benchmark {

/// The longest time between two turns of the event loop since it was made, in milliseconds: how long a window
/// did not answer. UI thread.
class LongestPause : public QObject {
public:
    LongestPause() {
        m_timer.start();
        connect(&m_tick, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_timer.restart()); });
        m_tick.start(5);
    }
    double milliseconds() const { return double(m_longest); }

private:
    QTimer m_tick;
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
};

} // namespace graft::benchmark
