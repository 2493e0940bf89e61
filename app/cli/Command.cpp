#include "cli/Command.h"

namespace graft::cli {

Result<int> wholeNumber(const QCommandLineParser& parser, const QString& option, int otherwise, int minimum,
                        int maximum) {
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < minimum || value > maximum)
        return Error{translate("CommandLine", "--%1 takes a whole number from %2 to %3, not “%4”.",
                               {option.toStdString(), std::to_string(minimum), std::to_string(maximum),
                                parser.value(option).toStdString()})};
    return value;
}

Result<double> realNumber(const QCommandLineParser& parser, const QString& option, double otherwise,
                          double minimum, double maximum) {
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const double value = parser.value(option).toDouble(&ok);
    if (!ok || !(value >= minimum && value <= maximum))
        return Error{translate("CommandLine", "--%1 takes a number from %2 to %3, not “%4”.",
                               {option.toStdString(), QString::number(minimum).toStdString(),
                                QString::number(maximum).toStdString(), parser.value(option).toStdString()})};
    return value;
}

} // namespace graft::cli
