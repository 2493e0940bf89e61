#include "cli/Command.h"

namespace graft::cli {

QCommandLineOption option(const char* name, const std::string& description, const std::string& value) {
    return {QLatin1String(name), text(description), text(value)};
}

Result<int> wholeNumber(const QCommandLineParser& parser, const char* option, int otherwise, int minimum,
                        int maximum) {
    if (!has(parser, option))
        return otherwise;
    bool ok = false;
    const int value = parser.value(QLatin1String(option)).toInt(&ok);
    if (ok && value >= minimum && value <= maximum)
        return value;
    if (maximum == kAnyNumber)
        return Error{translate("CommandLine", "--%1 takes a whole number of at least %2, not “%3”.",
                               {option, std::to_string(minimum), valueOf(parser, option)})};
    return Error{
        translate("CommandLine", "--%1 takes a whole number from %2 to %3, not “%4”.",
                  {option, std::to_string(minimum), std::to_string(maximum), valueOf(parser, option)})};
}

Result<double> realNumber(const QCommandLineParser& parser, const char* option, double otherwise,
                          double minimum, double maximum) {
    if (!has(parser, option))
        return otherwise;
    bool ok = false;
    const double value = parser.value(QLatin1String(option)).toDouble(&ok);
    if (ok && value >= minimum && value <= maximum)
        return value;
    return Error{translate("CommandLine", "--%1 takes a number from %2 to %3, not “%4”.",
                           {option, QString::number(minimum).toStdString(),
                            QString::number(maximum).toStdString(), valueOf(parser, option)})};
}

} // namespace graft::cli
