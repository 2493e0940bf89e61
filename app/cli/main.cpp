#include "cli/Command.h"

#include "base/Log.h"
#include "base/Restart.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <semaphore.h>
#include <string_view>
#include <thread>

namespace graft::cli {

namespace {

std::string translateByQt(const char* context, const char* source) {
    return QCoreApplication::translate(context, source).toStdString();
}

/// What Qt says of its surroundings is not for the person at the terminal.
void logQtMessage(QtMsgType type, const QMessageLogContext&, const QString& message) {
    log(type == QtFatalMsg ? LogLevel::Error : LogLevel::Info, message.toStdString());
}

std::vector<Command> commands() {
    return {createCommand(),  importCommand(),  splitCommand(),   infoCommand(),
            modelsCommand(),  weightsCommand(), trainCommand(),   evaluateCommand(),
            predictCommand(), exportCommand(),  compareCommand(), runsCommand(),
            reportCommand(),  checkCommand(),   doctorCommand(),  sampleCommand()};
}

std::string overview(const std::vector<Command>& all) {
    std::vector<std::vector<std::string>> rows;
    for (const Command& command : all)
        rows.push_back({"  graft " + command.name.toStdString(), command.summary});
    return translate("CommandLine", "graft: label images, fine-tune a pretrained network on them, see what "
                                    "it gets right and wrong.") +
           "\n\n" + table(rows) + "\n\n" +
           translate("CommandLine", "Every command takes --help and --json. Exit status: 0 done, 1 the work "
                                    "failed, 2 wrong usage.");
}

std::string usage(const Command& command) {
    return translate("CommandLine", "Usage: graft %1 %2 [options]",
                     {command.name.toStdString(), command.arguments}) +
           "\n" + command.summary;
}

sem_t signalArrived;
std::atomic<int> signalsArrived = 0;
static_assert(std::atomic<int>::is_always_lock_free);

/// Only what a signal handler may do.
void onSignal(int signal) {
    if (signalsArrived.fetch_add(1) > 0)
        std::_Exit(128 + signal);
    sem_post(&signalArrived);
}

/// Ctrl-C and SIGTERM ask the work to stop; a second one ends the program at once. A handler, for a blocked
/// signal would still kill the program by way of the threads that libraries start before main().
void stopOnSignals(std::stop_source& stop) {
    sem_init(&signalArrived, 0, 0);
    std::thread([&stop] {
        while (sem_wait(&signalArrived) != 0) {
        }
        stop.request_stop();
    }).detach();
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

int printHelp(const Command& command, const QCommandLineParser& parser) {
    // Of Qt's text only the list of options, below its heading.
    const QString all = parser.helpText();
    const qsizetype first = all.indexOf("\n  -") + 1;
    std::printf("%s\n\n%s\n%s", usage(command).c_str(), translate("CommandLine", "Options:").c_str(),
                all.mid(first).toUtf8().constData());
    if (!command.more.empty())
        std::printf("\n%s\n", command.more.c_str());
    return kDone;
}

int runCommand(const Command& command, const QStringList& arguments, std::stop_token stop) {
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOptions(command.options);
    const QCommandLineOption json("json",
                                  text(translate("CommandLine", "Print the result as one line of JSON.")));
    const QCommandLineOption help({"h", "help"}, text(translate("CommandLine", "Show this help.")));
    const QCommandLineOption verbose("verbose",
                                     text(translate("CommandLine", "Print the log's details, too.")));
    parser.addOptions({json, verbose, help});
    const bool parsed = parser.parse(QStringList("graft") + arguments);
    Console console(parser.isSet(json), stop);
    if (parser.isSet(verbose))
        installLogSink([](LogLevel, const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
    if (parsed && parser.isSet(help))
        return printHelp(command, parser);
    if (!parsed)
        return console.wrongUsage(parser.errorText().toStdString() + "\n" + usage(command));
    const qsizetype count = parser.positionalArguments().size();
    if (count < command.minimumArguments ||
        (command.maximumArguments >= 0 && count > command.maximumArguments))
        return console.wrongUsage(usage(command));
    return command.run(parser, console);
}

int dispatch(const QStringList& arguments, std::stop_token stop) {
    const std::vector<Command> all = commands();
    if (arguments.isEmpty() || arguments.first() == "--help" || arguments.first() == "-h" ||
        arguments.first() == "help") {
        std::printf("%s\n", overview(all).c_str());
        return arguments.isEmpty() ? kWrongUsage : kDone;
    }
    if (arguments.first() == "--version") {
        std::printf("graft %s\n", GRAFT_VERSION);
        return kDone;
    }
    const auto found = std::ranges::find(all, arguments.first(), &Command::name);
    if (found != all.end())
        return runCommand(*found, arguments.mid(1), stop);
    std::fprintf(
        stderr, "%s\n\n%s\n",
        translate("CommandLine", "graft has no command “%1”.", {arguments.first().toStdString()}).c_str(),
        overview(all).c_str());
    return kWrongUsage;
}

/// The commands that run a network; the others need not start twice.
bool computes(const char* command) {
    constexpr std::array<std::string_view, 5> known{"train", "evaluate", "predict", "export", "doctor"};
    return std::ranges::find(known, command) != known.end();
}

int main(int argc, char** argv) {
    if (argc > 1 && computes(argv[1]))
        letThreadsSleep(argv);
    // Reports paint with fonts, which needs the GUI part of Qt, but never a screen.
    const bool paints = argc > 1 && std::strcmp(argv[1], "report") == 0;
    if (paints)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(logQtMessage);
    static std::stop_source stop;
    stopOnSignals(stop);
    const std::unique_ptr<QCoreApplication> application(paints ? new QGuiApplication(argc, argv)
                                                               : new QCoreApplication(argc, argv));
    QCoreApplication::setOrganizationName("graft-studio");
    QCoreApplication::setApplicationName("graft-studio");
    QCoreApplication::setApplicationVersion(GRAFT_VERSION);
    QTranslator translator;
    if (translator.load(QLocale(), "graft", "_", ":/translations"))
        QCoreApplication::installTranslator(&translator);
    installTranslator(translateByQt);
    return dispatch(application->arguments().mid(1), stop.get_token());
}

} // namespace

} // namespace graft::cli

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    try {
        return graft::cli::main(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "Something unexpected happened: %s. What was done before is kept.\n",
                     problem.what());
        return graft::cli::kFailed;
    }
}
