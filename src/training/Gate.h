#pragma once

#include "training/Memory.h"
#include "training/Training.h"

#include <chrono>
#include <stop_token>

namespace graft::training {

/// Where a run waits while it is paused and learns that it shall stop: asked between two pieces of work.
class Gate {
public:
    explicit Gate(std::stop_token stop, const RunControl* control = nullptr)
        : m_stop(std::move(stop)), m_control(control) {}

    /// Waits while paused. False: stop.
    bool pass() {
        if (m_control && m_control->paused()) {
            const auto before = Clock::now();
            returnFreedMemory(); // people pause to use the computer for something else
            m_control->waitWhilePaused(m_stop);
            m_paused += Clock::now() - before;
        }
        return !m_stop.stop_requested();
    }
    std::stop_token stop() const { return m_stop; }
    double pausedSeconds() const { return std::chrono::duration<double>(m_paused).count(); }

private:
    using Clock = std::chrono::steady_clock;

    std::stop_token m_stop;
    const RunControl* m_control;
    Clock::duration m_paused{};
};

/// Seconds of work since it was made; pauses do not count.
class Stopwatch {
public:
    explicit Stopwatch(const Gate& gate) : m_gate(gate), m_pausedBefore(gate.pausedSeconds()) {}
    double seconds() const {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - m_start;
        return passed.count() - (m_gate.pausedSeconds() - m_pausedBefore);
    }

private:
    const Gate& m_gate;
    double m_pausedBefore;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace graft::training
