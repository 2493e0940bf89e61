#include "cli/Command.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTranslator>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

namespace graft::cli {

namespace {

std::string translateByQt(const char* context, const char* source) {
    return QCoreApplication::translate(context, source).toStdString();
}

std::vector<Command> commands() {
    return {createCommand(),  importCommand(), splitCommand(),    infoCommand(),    modelsCommand(),
            weightsCommand(), trainCommand(),  evaluateCommand(), predictCommand(), reportCommand(),
            checkCommand(),   doctorCommand(), sampleCommand()};
}

QString overview(const std::vector<Command>& all) {
    std::vector<QStringList> rows;
    for (const Command& command : all)
        rows.push_back({QStringLiteral("  graft ") + command.name, command.summary});
    return QStringLiteral("graft: label images, fine-tune a pretrained network on them, see what it gets "
                          "right and wrong.\n\n") +
           table(rows) +
           QStringLiteral("\n\nEvery command takes --help and --json. Exit status: 0 done, 1 the work "
                          "failed, 2 wrong usage.");
}

QString usage(const Command& command) {
    return QStringLiteral("Usage: graft %1 %2 [options]\n%3")
        .arg(command.name, command.arguments, command.summary);
}

/// Ctrl-C and SIGTERM ask the work to stop; a second one ends the program at once.
void stopOnSignals(std::stop_source& stop) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, &stop] {
        int caught = 0;
        sigwait(&signals, &caught);
        stop.request_stop();
        sigwait(&signals, &caught);
        std::_Exit(128 + caught);
    }).detach();
}

int runCommand(const Command& command, const QStringList& arguments, std::stop_token stop) {
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOptions(command.options);
    const QCommandLineOption json(QStringLiteral("json"),
                                  QStringLiteral("Print the result as one line of JSON."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Show this help."));
    parser.addOptions({json, help});
    const bool parsed = parser.parse(QStringList(QStringLiteral("graft")) + arguments);
    Console console(parser.isSet(json), stop);
    if (parsed && parser.isSet(help)) {
        const QString options = parser.helpText().section(QStringLiteral("Options:"), 1);
        std::fputs((usage(command) + QStringLiteral("\n\nOptions:") + options).toUtf8().constData(), stdout);
        return kDone;
    }
    if (!parsed)
        return console.wrongUsage(parser.errorText() + QLatin1Char('\n') + usage(command));
    const qsizetype count = parser.positionalArguments().size();
    if (count < command.minimumArguments ||
        (command.maximumArguments >= 0 && count > command.maximumArguments))
        return console.wrongUsage(usage(command));
    return command.run(parser, console);
}

int main(int argc, char** argv) {
    // Reports paint with fonts, which needs the GUI part of Qt, but never a screen.
    const bool paints = argc > 1 && std::strcmp(argv[1], "report") == 0;
    if (paints)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    static std::stop_source stop;
    stopOnSignals(stop);
    const std::unique_ptr<QCoreApplication> application(paints ? new QGuiApplication(argc, argv)
                                                               : new QCoreApplication(argc, argv));
    QCoreApplication::setOrganizationName(QStringLiteral("graft-studio"));
    QCoreApplication::setApplicationName(QStringLiteral("graft-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRAFT_VERSION));
    installTranslator(translateByQt);

    const std::vector<Command> all = commands();
    const QStringList arguments = application->arguments().mid(1);
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help") ||
        arguments.first() == QLatin1String("help")) {
        std::fputs((overview(all) + QLatin1Char('\n')).toUtf8().constData(), stdout);
        return arguments.isEmpty() ? kWrongUsage : kDone;
    }
    if (arguments.first() == QLatin1String("--version")) {
        std::printf("graft %s\n", GRAFT_VERSION);
        return kDone;
    }
    const auto found = std::ranges::find(all, arguments.first(), &Command::name);
    if (found == all.end()) {
        std::fputs(QStringLiteral("graft has no command “%1”.\n\n%2\n")
                       .arg(arguments.first(), overview(all))
                       .toUtf8()
                       .constData(),
                   stderr);
        return kWrongUsage;
    }
    return runCommand(*found, arguments.mid(1), stop.get_token());
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
