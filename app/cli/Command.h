#pragma once

#include "cli/Console.h"

#include <QCommandLineParser>

#include <filesystem>
#include <functional>
#include <limits>
#include <vector>

namespace graft::cli {

/// One verb of the command line.
struct Command {
    QString name;
    std::string summary;
    std::string arguments; ///< "PROJECT PATH…", for the usage line
    qsizetype minimumArguments = 1;
    qsizetype maximumArguments = 1; ///< negative: any number
    QList<QCommandLineOption> options;
    std::function<int(const QCommandLineParser&, Console&)> run;
    std::string more{}; ///< what the help says below the options
};

Command createCommand();
Command importCommand();
Command splitCommand();
Command infoCommand();
Command checkCommand();
Command sampleCommand();
Command modelsCommand();
Command weightsCommand();
Command trainCommand();
Command evaluateCommand();
Command predictCommand();
Command exportCommand();
Command compareCommand();
Command runsCommand();
Command reportCommand();
Command doctorCommand();

/// `value` names what the option takes; none: it is a switch.
QCommandLineOption option(const char* name, const std::string& description, const std::string& value = {});

inline std::string valueOf(const QCommandLineParser& parser, const char* option) {
    return parser.value(QLatin1String(option)).toStdString();
}
inline bool has(const QCommandLineParser& parser, const char* option) {
    return parser.isSet(QLatin1String(option));
}
inline std::filesystem::path projectArgument(const QCommandLineParser& parser) {
    return parser.positionalArguments().first().toStdString();
}

constexpr int kAnyNumber = std::numeric_limits<int>::max();
/// Option values, checked: a number that is none, or out of bounds, is wrong usage.
Result<int> wholeNumber(const QCommandLineParser& parser, const char* option, int otherwise, int minimum,
                        int maximum = kAnyNumber);
Result<double> realNumber(const QCommandLineParser& parser, const char* option, double otherwise,
                          double minimum, double maximum);

} // namespace graft::cli
