#include "ui/label/ImageCanvas.h"
#include "ui/label/ImageLoader.h"
#include "ui/theme/Theme.h"

#include "support/Support.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace graft;
using ui::ImageCanvas;
using ui::ImageLoader;

namespace {

std::shared_ptr<ui::LoadedImage> loaded(QSize size, QColor color = Qt::red) {
    auto image = std::make_shared<ui::LoadedImage>();
    image->size = size;
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(color);
    image->levels = {picture};
    return image;
}

struct Canvas : ImageCanvas {
    explicit Canvas(QSize size = {400, 300}) {
        resize(size);
        show();
    }
    void wheel(QPointF at, int delta) {
        QWheelEvent event(at, mapToGlobal(at), {}, {0, delta}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(this, &event);
    }
};

bool near(QPointF a, QPointF b) {
    return (a - b).manhattanLength() < 1e-6;
}

} // namespace

class LabelCanvasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void anImageFitsAndStandsInTheMiddle_data();
    void anImageFitsAndStandsInTheMiddle();
    void theWheelZoomsAtThePointer();
    void zoomEndsAtSixtyFour();
    void actualSizeIsOnePixelPerPixel();
    void panningLeavesNoGap();
    void nothingJumpsWhenTheImageReplacesItsThumbnail();
    void anImageOfTheSameSizeKeepsTheZoom();
    void anUnreadableImageSaysWhy();
    void levelsHalve();
    void theLoaderKeepsTheShownImageAndItsBound();
    void whatIsWantedSoonerTakesTheRoomOfWhatIsWantedLater();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void LabelCanvasTest::anImageFitsAndStandsInTheMiddle_data() {
    QTest::addColumn<QSize>("image");
    QTest::addColumn<QRectF>("expected");
    QTest::newRow("wide") << QSize(800, 300) << QRectF(0, 75, 400, 150);
    QTest::newRow("tall") << QSize(300, 600) << QRectF(125, 0, 150, 300);
    QTest::newRow("small is enlarged") << QSize(100, 100) << QRectF(50, 0, 300, 300);
    QTest::newRow("tiny is enlarged eight times") << QSize(10, 10) << QRectF(160, 110, 80, 80);
}

void LabelCanvasTest::anImageFitsAndStandsInTheMiddle() {
    QFETCH(QSize, image);
    QFETCH(QRectF, expected);
    Canvas canvas;
    canvas.setImage(loaded(image));
    QCOMPARE(canvas.imageInView(), expected);
    QVERIFY(canvas.fits());
}

void LabelCanvasTest::theWheelZoomsAtThePointer() {
    Canvas canvas;
    canvas.setImage(loaded({4000, 3000}));
    const QPointF at(300, 80);
    const QPointF before = canvas.imageFromView(at);
    canvas.wheel(at, 360);
    QVERIFY(!canvas.fits());
    QVERIFY(near(canvas.imageFromView(at), before));
    QVERIFY(near(canvas.viewFromImage(canvas.imageFromView({17, 33})), {17, 33}));
    canvas.wheel(at, -12'000);
    QVERIFY(canvas.fits()); // not smaller than the window
}

void LabelCanvasTest::zoomEndsAtSixtyFour() {
    Canvas canvas;
    canvas.setImage(loaded({400, 300}));
    for (int i = 0; i < 100; ++i)
        canvas.wheel({200, 150}, 120);
    QCOMPARE(canvas.zoom(), 64.0);
    QVERIFY(!canvas.grab().isNull());
}

void LabelCanvasTest::actualSizeIsOnePixelPerPixel() {
    Canvas canvas;
    canvas.setImage(loaded({4000, 3000}));
    canvas.actualSize();
    QCOMPARE(canvas.zoom(), 1.0);
    canvas.fit();
    QCOMPARE(canvas.zoom(), 0.1);
}

void LabelCanvasTest::panningLeavesNoGap() {
    Canvas canvas;
    canvas.setImage(loaded({800, 600}));
    canvas.actualSize();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {200, 150});
    QMouseEvent move(QEvent::MouseMove, QPointF(2000, 1500), QPointF(2000, 1500), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(&canvas, &move);
    QCOMPARE(canvas.imageInView().topLeft(), QPointF(0, 0));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {200, 150});
}

void LabelCanvasTest::nothingJumpsWhenTheImageReplacesItsThumbnail() {
    Canvas canvas;
    QImage thumbnail(128, 96, QImage::Format_RGB32);
    thumbnail.fill(Qt::red);
    canvas.setPlaceholder(thumbnail, {1600, 1200});
    const QRectF before = canvas.imageInView();
    const QImage shown = canvas.grab().toImage();
    QSignalSpy zoomed(&canvas, &ImageCanvas::zoomChanged);
    canvas.setImage(loaded({1600, 1200}));
    QCOMPARE(canvas.imageInView(), before);
    QCOMPARE(zoomed.size(), 0);
    QCOMPARE(canvas.grab().toImage(), shown);
}

void LabelCanvasTest::anImageOfTheSameSizeKeepsTheZoom() {
    Canvas canvas;
    canvas.setImage(loaded({1600, 1200}));
    canvas.wheel({10, 10}, 600);
    const QRectF before = canvas.imageInView();
    canvas.setPlaceholder({}, {1600, 1200});
    canvas.setImage(loaded({1600, 1200}, Qt::blue));
    QCOMPARE(canvas.imageInView(), before);
    canvas.setImage(loaded({500, 1200}));
    QVERIFY(canvas.fits());
}

void LabelCanvasTest::anUnreadableImageSaysWhy() {
    Canvas canvas;
    test::TemporaryFolder folder;
    auto image = std::make_shared<ui::LoadedImage>(ui::loadImage(folder / "nothing.png"));
    QVERIFY(image->levels.empty());
    QVERIFY(!image->problem.isEmpty());
    const QImage before = canvas.grab().toImage();
    canvas.setImage(image);
    QCOMPARE(canvas.accessibleDescription(), image->problem);
    QVERIFY(canvas.grab().toImage() != before);
}

void LabelCanvasTest::levelsHalve() {
    test::TemporaryFolder folder;
    QImage picture(3000, 1000, QImage::Format_RGB32);
    picture.fill(Qt::green);
    const auto path = folder / "wide.png";
    QVERIFY(picture.save(QString::fromStdString(path.string())));
    const ui::LoadedImage image = ui::loadImage(path);
    QCOMPARE(image.size, QSize(3000, 1000));
    QCOMPARE(image.levels.size(), 4u);
    QCOMPARE(image.levels.back().size(), QSize(375, 125));
    QCOMPARE(image.levels.back().pixelColor(100, 60), QColor(0, 255, 0));
}

void LabelCanvasTest::theLoaderKeepsTheShownImageAndItsBound() {
    test::TemporaryFolder folder;
    QImage picture(200, 200, QImage::Format_RGB32);
    picture.fill(Qt::green);
    for (int i = 1; i <= 9; ++i)
        QVERIFY(picture.save(QString::fromStdString((folder / (std::to_string(i) + ".png")).string())));
    constexpr std::size_t kLimit = 200 * 200 * 4 * 3; // three images
    ImageLoader loader(
        [&](ImageId id) { return std::optional(folder / (std::to_string(id.value) + ".png")); }, kLimit);
    for (int shown = 1; shown <= 5; ++shown) {
        loader.want({{shown}, {shown + 1}, {shown + 2}, {shown + 3}, {shown + 4}});
        QTRY_VERIFY(loader.has({shown}));
        QTRY_VERIFY(loader.has({shown + 1}));
        QVERIFY(loader.bytes() <= kLimit);
    }
    loader.want({{9}});
    QVERIFY(!loader.has({5}));
    QTRY_VERIFY(loader.has({9}));
}

void LabelCanvasTest::whatIsWantedSoonerTakesTheRoomOfWhatIsWantedLater() {
    test::TemporaryFolder folder;
    QImage picture(200, 200, QImage::Format_RGB32);
    picture.fill(Qt::green);
    for (int i = 1; i <= 6; ++i)
        QVERIFY(picture.save(QString::fromStdString((folder / (std::to_string(i) + ".png")).string())));
    constexpr std::size_t kLimit = 200 * 200 * 4 * 3; // three images
    ImageLoader loader(
        [&](ImageId id) { return std::optional(folder / (std::to_string(id.value) + ".png")); }, kLimit);
    loader.want({{1}, {2}, {3}});
    QTRY_VERIFY(loader.has({3}));
    for (int shown = 2; shown <= 4; ++shown) {
        loader.want({{shown}, {shown + 1}, {shown + 2}, {shown - 1}}); // the last is here already
        QVERIFY(loader.has({shown}) && loader.has({shown + 1}));       // at once
        QTRY_VERIFY(loader.has({shown + 2}));
        QVERIFY(!loader.has({shown - 1}));
        QVERIFY(loader.bytes() <= kLimit);
    }
}

QTEST_MAIN(LabelCanvasTest)
#include "LabelCanvasTest.moc"
