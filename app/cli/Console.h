#pragma once

#include "base/Monitor.h"
#include "base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace graft::cli {

enum ExitCode { kDone = 0, kFailed = 1, kWrongUsage = 2 };

/// Where a command speaks: progress and log on stderr; the result on stdout, as text or, with --json, as one
/// line of JSON.
class Console {
public:
    explicit Console(bool json, std::stop_token stop) : m_json(json), m_stop(std::move(stop)) {}

    bool json() const { return m_json; }
    std::stop_token stop() const { return m_stop; }
    bool stopped() const { return m_stop.stop_requested(); }
    /// Reports to stderr, at most ten times a second; honours Ctrl-C.
    Monitor monitor();

    /// A line of the result for a person; dropped with --json.
    void say(const QString& line) const;
    /// A line on stderr.
    void note(const QString& line) const;
    /// The result for a script; dropped without --json.
    void result(const QJsonObject& object) const;
    int fail(const Error& error) const;
    int wrongUsage(const QString& message) const;

private:
    bool m_json;
    std::stop_token m_stop;
};

QJsonArray toJson(const std::vector<std::string>& list);
inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}
/// Columns padded to equal width.
QString table(const std::vector<QStringList>& rows);

} // namespace graft::cli
