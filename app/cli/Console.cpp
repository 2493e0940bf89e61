#include "cli/Console.h"

#include "base/Log.h"

#include <QJsonDocument>

#include <chrono>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace graft::cli {

namespace {

void print(std::FILE* stream, const QString& line) {
    std::fputs(line.toUtf8().constData(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

using Clock = std::chrono::steady_clock;

} // namespace

Monitor Console::monitor() {
    auto last = std::make_shared<Clock::time_point>();
    const bool terminal = isatty(STDERR_FILENO);
    return {m_stop, [last, terminal](const Progress& progress) {
                const auto now = Clock::now();
                const bool complete = progress.total > 0 && progress.done >= progress.total;
                const auto pause =
                    terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
                if (!complete && now - *last < pause)
                    return;
                *last = now;
                std::fprintf(stderr, "%s%s %lld/%lld%s", terminal ? "\r\033[K" : "",
                             progress.activity.c_str(), static_cast<long long>(progress.done),
                             static_cast<long long>(progress.total), terminal && !complete ? "" : "\n");
                std::fflush(stderr);
            }};
}

void Console::say(const QString& line) const {
    if (!m_json)
        print(stdout, line);
}

void Console::note(const QString& line) const {
    print(stderr, line);
}

void Console::result(const QJsonObject& object) const {
    if (m_json)
        print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

int Console::fail(const Error& error) const {
    note(text(error.message));
    if (!error.detail.empty())
        log(LogLevel::Info, error.detail);
    return kFailed;
}

int Console::wrongUsage(const QString& message) const {
    note(message);
    return kWrongUsage;
}

QJsonArray toJson(const std::vector<std::string>& list) {
    QJsonArray array;
    for (const std::string& entry : list)
        array.append(text(entry));
    return array;
}

QString table(const std::vector<QStringList>& rows) {
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (std::size_t(i) >= widths.size())
                widths.push_back(0);
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], row[i].size());
        }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[std::size_t(i)] + 2) : row[i];
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace graft::cli
