#include "base/Log.h"
#include "intake/ImageReader.h"
#include "intake/Intake.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace graft::intake {

namespace {

constexpr std::size_t kPortion = 200;
constexpr auto kPatience = std::chrono::milliseconds(250);
constexpr std::uint64_t kDecodeMemory = 512ull << 20;

/// Threads that read images, and the outcomes in the order of the list.
class ReadingCrew {
public:
    ReadingCrew(const WorkList& work, const std::filesystem::path& thumbnailsFolder, std::stop_token stop)
        : m_items(work.items), m_thumbnailsFolder(thumbnailsFolder), m_stop(std::move(stop)),
          m_outcomes(work.items.size()) {
        const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 2u, 8u);
        for (unsigned i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { readItems(); });
    }

    bool atEnd() const { return m_next == m_items.size(); }
    std::size_t done() const { return m_done; }

    /// The next outcomes in order: a full portion, or what there is after a while.
    std::vector<Outcome> take() {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, kPatience,
                         [this] { return m_stop.stop_requested() || readyCount() == wanted(); });
        std::vector<Outcome> taken;
        for (std::size_t count = readyCount(); count > 0; --count) {
            taken.push_back(std::move(*m_outcomes[m_next]));
            m_outcomes[m_next++].reset();
        }
        return taken;
    }

private:
    std::size_t wanted() const { return std::min(kPortion, m_items.size() - m_next); }

    std::size_t readyCount() const {
        std::size_t count = 0;
        while (count < wanted() && m_outcomes[m_next + count])
            ++count;
        return count;
    }

    void readItems() {
        for (std::size_t i = m_started++; i < m_items.size() && !m_stop.stop_requested(); i = m_started++) {
            Outcome outcome = readImage(m_items[i], m_thumbnailsFolder, m_budget);
            {
                const std::lock_guard lock(m_mutex);
                m_outcomes[i] = std::move(outcome);
            }
            ++m_done;
            m_ready.notify_one();
        }
    }

    const std::vector<WorkItem>& m_items;
    const std::filesystem::path& m_thumbnailsFolder;
    std::stop_token m_stop;
    MemoryBudget m_budget{kDecodeMemory};
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::vector<std::optional<Outcome>> m_outcomes;
    std::size_t m_next = 0; ///< the calling thread's: first not handed out
    std::atomic<std::size_t> m_started{0};
    std::atomic<std::size_t> m_done{0};
    std::vector<std::jthread> m_threads; ///< last, so that the rest is there as long as they run
};

/// More rows than this nobody reads one by one; the rest is told in one, and named in the log.
constexpr int kMostIssues = 5000;

class Portions {
public:
    explicit Portions(const std::function<void(IntakePortion)>& handOut) : m_handOut(handOut) {}

    void take(std::vector<Outcome> outcomes) {
        IntakePortion portion;
        for (Outcome& outcome : outcomes) {
            if (auto* image = std::get_if<project::Project::NewImage>(&outcome))
                portion.images.push_back(std::move(*image));
            else
                takeIssue(portion, std::move(std::get<project::Issue>(outcome)));
        }
        if (!portion.images.empty() || !portion.issues.empty())
            m_handOut(std::move(portion));
    }

    void finish(const std::filesystem::path& source) {
        if (m_issues <= kMostIssues)
            return;
        IntakePortion last;
        last.issues.push_back({.path = source.string(),
                               .problem = translate("Intake", "%1 more files could not be read.",
                                                    {std::to_string(m_issues - kMostIssues)})});
        m_handOut(std::move(last));
    }

private:
    void takeIssue(IntakePortion& portion, project::Issue issue) {
        if (++m_issues <= kMostIssues)
            portion.issues.push_back(std::move(issue));
        else
            log(LogLevel::Warning, issue.path + ": " + issue.problem);
    }

    const std::function<void(IntakePortion)>& m_handOut;
    int m_issues = 0;
};

} // namespace

Result<> readSources(const IntakeOptions& options, const KnownImages& known,
                     const std::function<void(IntakePortion)>& portion, const Monitor& monitor) {
    auto work = listWork(options, known, monitor);
    if (monitor.stopRequested())
        return {};
    if (!work)
        return work.error();
    portion(std::move(work->first));
    const auto total = std::int64_t(work->items.size());
    ReadingCrew crew(*work, known.thumbnailsFolder, monitor.stop);
    Portions portions(portion);
    while (!crew.atEnd() && !monitor.stopRequested()) {
        auto outcomes = crew.take();
        monitor.report(std::int64_t(crew.done()), total, translate("Intake", "Reading images"));
        portions.take(std::move(outcomes));
    }
    portions.finish(options.sources.front());
    return {};
}

} // namespace graft::intake
