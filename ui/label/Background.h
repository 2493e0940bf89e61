#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace graft::ui {

/// Work of a tool off the UI thread, of which only the newest counts: what waits is dropped when something
/// new is asked for. UI thread.
class Background : public QObject {
    Q_OBJECT
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    /// Whoever asks keeps it; without it nobody is told any more.
    using Ticket = std::shared_ptr<void>;
    /// `work` runs on another thread and touches no QObject; what it returns is called on the UI thread, as
    /// long as the ticket is kept.
    [[nodiscard]] Ticket start(std::function<std::function<void()>()> work);

    /// Nothing is worked on, and everybody has been told.
    bool idle() const { return m_pending == 0; }

private:
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace graft::ui
