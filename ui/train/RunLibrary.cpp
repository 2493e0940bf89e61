#include "ui/train/RunLibrary.h"

#include "ui/frame/Studio.h"

#include <algorithm>

namespace graft::ui {

RunLibrary::RunLibrary(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {
    m_pool.setMaxThreadCount(1);
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        ++m_generation;
        m_runs.clear();
        m_selected.clear();
        Q_EMIT changed();
    });
    connect(&studio, &Studio::projectOpened, this, &RunLibrary::refresh);
    refresh();
}

RunLibrary::~RunLibrary() {
    m_pool.waitForDone();
}

RunLibrary& RunLibrary::of(Studio& studio) {
    if (auto* library = studio.findChild<RunLibrary*>({}, Qt::FindDirectChildrenOnly))
        return *library;
    return *new RunLibrary(studio, &studio);
}

const runs::RunRecord* RunLibrary::run(const std::string& id) const {
    const auto found = std::ranges::find(m_runs, id, &runs::RunRecord::id);
    return found == m_runs.end() ? nullptr : &*found;
}

void RunLibrary::select(const std::string& id) {
    if (m_selected == id)
        return;
    m_selected = id;
    Q_EMIT changed();
}

void RunLibrary::refresh() {
    if (!m_studio.project())
        return;
    ++m_reading;
    m_pool.start([this, folder = m_studio.project()->runsFolder(), generation = ++m_generation] {
        auto found = runs::listRuns(folder);
        QMetaObject::invokeMethod(
            this,
            [this, generation, found = std::move(found)]() mutable { deliver(generation, std::move(found)); },
            Qt::QueuedConnection);
    });
}

void RunLibrary::deliver(int generation, std::vector<runs::RunRecord> found) {
    --m_reading;
    if (generation != m_generation)
        return;
    m_runs = std::move(found);
    if (!selected())
        m_selected = m_runs.empty() ? std::string() : m_runs.front().id;
    Q_EMIT changed();
}

} // namespace graft::ui
