#pragma once

#include "cli/Console.h"

#include <QCommandLineParser>

#include <functional>
#include <vector>

namespace graft::cli {

/// One verb of the command line.
struct Command {
    QString name;
    QString summary;
    QString arguments; ///< "PROJECT PATH…", for the usage line
    qsizetype minimumArguments = 1;
    qsizetype maximumArguments = 1; ///< negative: any number
    QList<QCommandLineOption> options;
    std::function<int(const QCommandLineParser&, Console&)> run;
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
Command reportCommand();
Command doctorCommand();

/// Option values, checked: a number that is none, or out of bounds, is wrong usage.
Result<int> wholeNumber(const QCommandLineParser& parser, const QString& option, int otherwise, int minimum,
                        int maximum);
Result<double> realNumber(const QCommandLineParser& parser, const QString& option, double otherwise,
                          double minimum, double maximum);

} // namespace graft::cli
