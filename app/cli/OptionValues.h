#pragma once

#include "cli/Command.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace graft::cli {

/// Takes values out of the parser one by one and remembers the first that is wrong.
class OptionValues {
public:
    explicit OptionValues(const QCommandLineParser& parser) : m_parser(parser) {}

    void take(const char* name, int& target, int minimum, int maximum) {
        keep(wholeNumber(m_parser, name, target, minimum, maximum), target);
    }
    void take(const char* name, double& target, double minimum, double maximum) {
        keep(realNumber(m_parser, name, target, minimum, maximum), target);
    }
    void take(const char* name, std::string& target) {
        if (has(m_parser, name))
            target = valueOf(m_parser, name);
    }
    /// "256,128"
    void take(const char* name, std::vector<int>& target) {
        if (!has(m_parser, name))
            return;
        target.clear();
        for (const QString& part : QString::fromStdString(valueOf(m_parser, name)).split(QLatin1Char(','))) {
            bool isNumber = false;
            target.push_back(part.trimmed().toInt(&isNumber));
            if (!isNumber && !m_error)
                m_error = Error{translate("CommandLine",
                                          "--%1 takes whole numbers with commas between them, as in 256,128.",
                                          {name})};
        }
    }
    /// "layer1=0.1,layer2=0.5"
    void take(const char* name, std::map<std::string, double>& target) {
        if (!has(m_parser, name))
            return;
        target.clear();
        for (const QString& part : QString::fromStdString(valueOf(m_parser, name)).split(QLatin1Char(','))) {
            bool isNumber = false;
            const QString block = part.section(QLatin1Char('='), 0, -2).trimmed();
            target[block.toStdString()] = part.section(QLatin1Char('='), -1).trimmed().toDouble(&isNumber);
            if ((!isNumber || block.isEmpty()) && !m_error)
                m_error = Error{translate(
                    "CommandLine",
                    "--%1 takes blocks with a factor, and commas between them, as in layer1=0.1,layer2=0.5.",
                    {name})};
        }
    }
    void take(const char* name, bool& target) { target = target || has(m_parser, name); }
    const std::optional<Error>& error() const { return m_error; }

private:
    template <typename T>
    void keep(const Result<T>& value, T& target) {
        if (value)
            target = *value;
        else if (!m_error)
            m_error = value.error();
    }

    const QCommandLineParser& m_parser;
    std::optional<Error> m_error;
};

} // namespace graft::cli
