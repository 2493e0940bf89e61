#pragma once

#include <QObject>

#include <functional>

namespace graft::jobs {

/// Remembers the objects that jobs were started for and notices when they go, so that a worker may hold a
/// bare pointer.
void watchContext(QObject* context);

/// Queues `call` for the thread of `context`; drops it where a watched context has gone. Any thread.
void postTo(QObject* context, std::function<void()> call);

} // namespace graft::jobs
