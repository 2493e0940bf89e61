#include "cli/Console.h"

#include "base/Log.h"

#include <QJsonDocument>

#include <cstdio>

namespace graft::cli {

void Console::print(std::FILE* stream, const std::string& line) const {
    m_progress->clear();
    std::fprintf(stream, "%s\n", line.c_str());
    std::fflush(stream);
}

Monitor Console::monitor() const {
    return {m_stop, [line = m_progress](const Progress& progress) { line->show(progress); }};
}

void Console::say(const std::string& line) const {
    if (!m_json)
        print(stdout, line);
}

void Console::note(const std::string& line) const {
    print(stderr, line);
}

void Console::result(const QJsonObject& object) const {
    if (m_json)
        print(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

int Console::fail(const Error& error) const {
    note(error.message);
    if (!error.detail.empty())
        log(LogLevel::Info, error.detail);
    result({{"error", text(error.message)}});
    return kFailed;
}

int Console::wrongUsage(const std::string& message) const {
    note(message);
    result({{"error", text(message)}});
    return kWrongUsage;
}

QJsonArray toJson(const std::vector<std::string>& list) {
    QJsonArray array;
    for (const std::string& entry : list)
        array.append(text(entry));
    return array;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<qsizetype> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], text(row[i]).size());
    }
    std::string all;
    for (const auto& row : rows) {
        QString line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? text(row[i]).leftJustified(widths[i] + 2) : text(row[i]);
        all += (all.empty() ? "" : "\n") + line.toStdString();
    }
    return all;
}

} // namespace graft::cli
