#pragma once

#include "training/Training.h"

#include <QObject>

#include <optional>
#include <thread>

namespace graft::ui {

/// What this machine offers, asked once on a thread of its own: waking a graphics card takes a while.
class MachineFacts : public QObject {
    Q_OBJECT
public:
    explicit MachineFacts(QObject* parent = nullptr);
    ~MachineFacts() override;

    /// Nothing: not known yet.
    const std::optional<training::Machine>& machine() const { return m_machine; }
    /// What a run with this choice ("auto", "cpu", "cuda") computes on, for a person; empty while not known.
    QString deviceText(const QString& choice) const;

Q_SIGNALS:
    void known();

private:
    std::optional<training::Machine> m_machine;
    std::thread m_thread;
};

/// Bytes of memory that this process occupies; 0 where the system does not say.
qint64 residentBytes();

} // namespace graft::ui
