#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

/// render_icon IN.svg SIDE OUT.png: the program's icon for desktops that want pixels. Runs while the package
/// is built.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 4)
        return 2;
    QSvgRenderer svg(arguments[1]);
    const int side = arguments[2].toInt();
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    svg.render(&painter);
    painter.end();
    if (!svg.isValid() || !image.save(arguments[3])) {
        std::fprintf(stderr, "%s cannot be drawn\n", argv[1]);
        return 1;
    }
    return 0;
}
