#include "jobs/Contexts.h"

#include <mutex>
#include <unordered_map>

namespace graft::jobs {

namespace {

struct Watched {
    std::mutex mutex;
    std::unordered_map<const QObject*, bool> alive;
};

Watched& watched() {
    static Watched instance;
    return instance;
}

} // namespace

void watchContext(QObject* context) {
    const std::lock_guard lock(watched().mutex);
    bool& alive = watched().alive[context];
    if (std::exchange(alive, true))
        return;
    // Emitted in the destructor of QObject, while the object can still be posted to: the lock keeps it there
    // meanwhile.
    QObject::connect(context, &QObject::destroyed, [context] {
        const std::lock_guard gone(watched().mutex);
        watched().alive[context] = false;
    });
}

void postTo(QObject* context, std::function<void()> call) {
    const std::lock_guard lock(watched().mutex);
    const auto known = watched().alive.find(context);
    if (known == watched().alive.end() || known->second)
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
}

} // namespace graft::jobs
