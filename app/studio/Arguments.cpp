#include "studio/Arguments.h"

#include "ui/frame/PageNames.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace graft::studio {
namespace {

constexpr int kSmallest = 320;
constexpr int kLargest = 10'000;

const QCommandLineOption
    kPage(QStringLiteral("page"),
          QStringLiteral("Open on this page: start, data, label, model, train, evaluate, issues, "
                         "jobs or settings."),
          QStringLiteral("page"));
const QCommandLineOption kPart(
    QStringLiteral("part"),
    QStringLiteral("With --screenshot: the part of the page to show. The model page has network, "
                   "network/NODE for one of its nodes, augmentation/PRESET, recipe/RECIPE, seeds/N and "
                   "folds/N; the label page has image/NUMBER, image/NUMBER/SHAPE and, with a tool at work, "
                   "image/NUMBER/draw/TOOL/X,Y/X,Y…; the "
                   "train page run/RUN and compare/RUN."),
    QStringLiteral("part"));
const QCommandLineOption kSize(QStringLiteral("size"), QStringLiteral("Size of the window."),
                               QStringLiteral("WxH"));
const QCommandLineOption kTheme(QStringLiteral("theme"), QStringLiteral("light or dark."),
                                QStringLiteral("theme"));
const QCommandLineOption
    kScreenshot(QStringLiteral("screenshot"),
                QStringLiteral("Write a picture of the page once everything on it has loaded, "
                               "and end."),
                QStringLiteral("file"));
const QCommandLineOption kPages(QStringLiteral("pages"),
                                QStringLiteral("Write a picture of every page to this folder, and end."),
                                QStringLiteral("folder"));
const QCommandLineOption kVersion(QStringLiteral("version"), QStringLiteral("Print the version and end."));
const QCommandLineOption kHelp({QStringLiteral("h"), QStringLiteral("help")},
                               QStringLiteral("Show this help."));

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral(
        "Label images, fine-tune a pretrained network on them, see what it gets right and wrong."));
    parser.addOptions({kPage, kPart, kSize, kTheme, kScreenshot, kPages, kVersion, kHelp});
    parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("A .graft folder to open."),
                                 QStringLiteral("[PROJECT]"));
}

Error wrong(const QString& what) {
    return {what.toStdString()};
}

Result<QSize> sizeFrom(const QString& text) {
    const QStringList sides = text.split(QLatin1Char('x'));
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    const auto good = [](int side) { return side >= kSmallest && side <= kLargest; };
    if (!good(size.width()) || !good(size.height()))
        return wrong(QStringLiteral("--size takes a width and a height, like 1366x768, not “%1”.").arg(text));
    return size;
}

} // namespace

Result<Arguments> parseArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    Arguments wanted;
    if (parser.positionalArguments().size() > 1)
        return wrong(QStringLiteral("One project at a time can be opened."));
    if (!parser.positionalArguments().isEmpty()) {
        const QFileInfo named(parser.positionalArguments().first());
        const bool database = named.fileName() == QLatin1String("project.sqlite");
        wanted.project = database ? named.absolutePath() : named.absoluteFilePath();
    }
    if (parser.isSet(kPage)) {
        wanted.page = ui::pageWithKey(parser.value(kPage));
        if (!wanted.page)
            return wrong(QStringLiteral("There is no page named “%1”.").arg(parser.value(kPage)));
    }
    wanted.part = parser.value(kPart);
    if (parser.isSet(kSize)) {
        const auto size = sizeFrom(parser.value(kSize));
        if (!size)
            return size.error();
        wanted.size = *size;
    }
    wanted.scheme = parser.value(kTheme);
    if (!wanted.scheme.isEmpty() && wanted.scheme != QLatin1String("light") &&
        wanted.scheme != QLatin1String("dark"))
        return wrong(QStringLiteral("--theme takes light or dark, not “%1”.").arg(wanted.scheme));
    wanted.screenshot = parser.value(kScreenshot);
    wanted.pages = parser.value(kPages);
    return wanted;
}

QString helpText() {
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace graft::studio
