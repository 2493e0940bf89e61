#pragma once

#include "base/Ids.h"
#include "jobs/Job.h"
#include "training/Inspector.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace graft::ui {

class Studio;

/// Looks into a network in Jobs, one after the other; keeps the network that was opened last. UI thread.
class NodeLooker : public QObject {
    Q_OBJECT
public:
    explicit NodeLooker(Studio& studio, QObject* parent = nullptr);

    struct Wish {
        training::TrainingOptions options;
        std::string run; ///< id; empty: as the options start
        std::filesystem::path image;
        std::string node;
    };
    /// A later wish replaces an earlier one.
    void look(const Wish& wish);
    void cancel();
    bool looking() const { return m_job != nullptr; }

Q_SIGNALS:
    void found(const graft::training::NodeLook& look);
    void failed(const QString& message);

private:
    struct Answer;
    void start(const Wish& wish);
    void deliver(Answer& answer, const QString& message);

    static constexpr int kChannels = 48;
    Studio& m_studio;
    std::shared_ptr<const training::Inspector> m_inspector;
    std::string m_opened; ///< what `m_inspector` was opened for
    std::optional<Wish> m_next;
    QPointer<jobs::Job> m_job;
};

} // namespace graft::ui
