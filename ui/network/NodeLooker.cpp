#include "ui/network/NodeLooker.h"

#include "ui/frame/Studio.h"
#include "ui/train/RunWords.h"
#include "workflow/Workflow.h"

#include <algorithm>

namespace graft::ui {
namespace {

using Opened = std::shared_ptr<const training::Inspector>;

Result<Opened> shared(Result<training::Inspector> inspector) {
    if (!inspector)
        return inspector.error();
    return Opened(std::make_shared<const training::Inspector>(std::move(*inspector)));
}

/// Everything that opening a network needs, for a worker.
struct Source {
    zoo::Zoo zoo;
    training::TrainingOptions options;
    std::size_t classes = 2;
    std::optional<zoo::WeightsEntry> entry; ///< nothing: from scratch
    std::filesystem::path run;              ///< empty: as the options start

    Result<Opened> open(const Monitor& monitor) const {
        if (!run.empty())
            return shared(training::Inspector::openRun(run));
        if (!entry)
            return shared(training::Inspector::open(options, classes, nullptr));
        const auto stored = zoo.locate(*entry, monitor);
        if (!stored)
            return stored.error();
        const training::PretrainedWeights weights = workflow::pretrained(*entry, *stored);
        return shared(training::Inspector::open(options, classes, &weights));
    }
};

} // namespace

struct NodeLooker::Answer {
    Opened inspector;
    std::string opened;
    std::optional<training::NodeLook> look;
};

NodeLooker::NodeLooker(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        cancel();
        m_inspector.reset();
        m_opened.clear();
    });
}

void NodeLooker::look(const Wish& wish) {
    if (m_job)
        m_next = wish;
    else
        start(wish);
}

void NodeLooker::cancel() {
    m_next.reset();
    if (m_job)
        m_job->cancel();
}

void NodeLooker::start(const Wish& wish) {
    if (!m_studio.project())
        return;
    Source source{.zoo = m_studio.zoo(), .options = wish.options};
    source.classes = m_studio.project()->classes().size();
    if (const zoo::WeightsEntry* entry = m_studio.zoo().entry(wish.options.weights))
        source.entry = *entry;
    if (!wish.run.empty())
        source.run = m_studio.project()->runsFolder() / wish.run;
    auto answer = std::make_shared<Answer>();
    answer->opened = wish.run + '|' + wish.options.model + '|' + wish.options.weights + '|' +
                     std::to_string(wish.options.size) + '|' +
                     std::to_string(training::inputChannels(wish.options)) + '|' +
                     std::to_string(source.classes);
    answer->inspector = answer->opened == m_opened ? m_inspector : nullptr;
    m_job = m_studio.jobs().start(
        tr("Looking into %1").arg(run_words::modelTitle(wish.options.model)), this,
        [answer, source = std::move(source), image = wish.image, node = wish.node](const Monitor& monitor) {
            if (!answer->inspector) {
                auto opened = source.open(monitor);
                if (!opened)
                    return QString::fromStdString(opened.error().message);
                answer->inspector = std::move(*opened);
            }
            auto look = answer->inspector->look(image, node, kChannels);
            if (!look)
                return QString::fromStdString(look.error().message);
            answer->look = std::move(*look);
            return QString();
        },
        [this, answer](const jobs::Job& job) { deliver(*answer, job.message()); });
}

void NodeLooker::deliver(Answer& answer, const QString& message) {
    m_job.clear();
    if (answer.inspector && m_studio.project()) {
        m_inspector = answer.inspector;
        m_opened = answer.opened;
    }
    if (const auto next = std::exchange(m_next, std::nullopt))
        return start(*next);
    if (answer.look)
        Q_EMIT found(*answer.look);
    else
        Q_EMIT failed(message);
}

} // namespace graft::ui
