#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "cli/ProgressLine.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace graft::cli {

enum ExitCode { kDone = 0, kFailed = 1, kWrongUsage = 2 };

/// Where a command speaks: progress and log on stderr; the result on stdout, as text or, with --json, as one
/// line of JSON.
class Console {
public:
    explicit Console(bool json, std::stop_token stop)
        : m_json(json), m_stop(std::move(stop)), m_progress(std::make_shared<ProgressLine>()) {}

    bool json() const { return m_json; }
    std::stop_token stop() const { return m_stop; }
    bool stopped() const { return m_stop.stop_requested(); }
    /// Reports to stderr from any thread; honours Ctrl-C.
    Monitor monitor() const;

    /// A line of the result for a person; dropped with --json.
    void say(const std::string& line) const;
    /// A line on stderr.
    void note(const std::string& line) const;
    /// The result for a script; dropped without --json.
    void result(const QJsonObject& object) const;
    int fail(const Error& error) const;
    int wrongUsage(const std::string& message) const;
    int wrongUsage(const Error& error) const { return wrongUsage(error.message); }

private:
    void print(std::FILE* stream, const std::string& line) const;

    bool m_json;
    std::stop_token m_stop;
    std::shared_ptr<ProgressLine> m_progress;
};

inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}
QJsonArray toJson(const std::vector<std::string>& list);
/// Columns padded to equal width.
std::string table(const std::vector<std::vector<std::string>>& rows);

} // namespace graft::cli
