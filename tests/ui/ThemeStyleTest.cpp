#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace graft;

namespace {

using Maker = std::function<QWidget*(QWidget*)>;

template <typename Widget>
Maker made(const QString& text) {
    return [text](QWidget* parent) { return new Widget(text, parent); };
}

struct Control {
    const char* name;
    Maker make;
};

std::vector<Control> controls() {
    return {
        {"primary button", made<ui::PrimaryButton>("Train")},
        {"quiet button", [](QWidget* parent) { return new ui::QuietButton("Filter", "filter", parent); }},
        {"plain button", made<QPushButton>("Plain")},
        {"icon button", [](QWidget* parent) { return new ui::IconButton("refresh", "Again", parent); }},
        {"line edit", made<QLineEdit>("words")},
        {"combo box",
         [](QWidget* parent) {
             auto* combo = new QComboBox(parent);
             combo->addItem("One");
             return combo;
         }},
        {"spin box", [](QWidget* parent) { return new QSpinBox(parent); }},
        {"double spin box", [](QWidget* parent) { return new QDoubleSpinBox(parent); }},
        {"check box", made<QCheckBox>("Flip")},
        {"radio button", made<QRadioButton>("One")},
        {"slider", [](QWidget* parent) { return new QSlider(Qt::Horizontal, parent); }},
        {"chip", made<ui::Chip>("ants")},
        {"tab bar",
         [](QWidget* parent) {
             auto* tabs = new QTabBar(parent);
             tabs->addTab("One");
             tabs->addTab("Two");
             return tabs;
         }},
    };
}

QImage picture(QWidget& widget) {
    QImage image(widget.size() * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(ui::theme::palette().window);
    widget.render(&image);
    return image;
}

int pixelsOf(const QImage& image, const QColor& color) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb();
    return count;
}

} // namespace

class ThemeStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void init() { m_theme->setScheme(ui::theme::Scheme::Dark); }
    void theFocusIsSeen_data() { everyControlOnBothSchemes(); }
    void theFocusIsSeen();
    void disabledLooksDifferent_data() { everyControlOnBothSchemes(); }
    void disabledLooksDifferent();
    void theSchemeReachesEveryControl_data() { everyControlOnBothSchemes(); }
    void theSchemeReachesEveryControl();
    void controlsOfOneLineAreEquallyHigh();
    void aListIsAsWideAsItsWords();
    void theScrollBarHandleStandsForThePage();
    void aBarWithoutAnEndMoves();
    void sizesOfType();
    void digitsOfTablesAreEquallyWide();

private:
    void everyControlOnBothSchemes();

    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ThemeStyleTest::everyControlOnBothSchemes() {
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("dark");
    const auto all = controls();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const bool dark : {true, false})
            QTest::addRow("%s, %s", all[i].name, dark ? "dark" : "light") << int(i) << dark;
}

void ThemeStyleTest::theFocusIsSeen() {
    QFETCH(int, index);
    QFETCH(bool, dark);
    m_theme->setScheme(dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
    QWidget window;
    QHBoxLayout line(&window);
    auto* other = new QPushButton("Other", &window);
    line.addWidget(other);
    QWidget* control = controls()[std::size_t(index)].make(&window);
    line.addWidget(control);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const int without = pixelsOf(picture(*control), ui::theme::palette().accent);
    control->setFocus(Qt::TabFocusReason);
    QVERIFY(control->hasFocus());
    const int with = pixelsOf(picture(*control), ui::theme::palette().accent);
    QVERIFY2(with > without + 80, qPrintable(QStringLiteral("%1 → %2").arg(without).arg(with)));
}

void ThemeStyleTest::disabledLooksDifferent() {
    QFETCH(int, index);
    QFETCH(bool, dark);
    m_theme->setScheme(dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
    QWidget window;
    QHBoxLayout line(&window);
    QWidget* control = controls()[std::size_t(index)].make(&window);
    line.addWidget(control);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    control->clearFocus();
    const QImage enabled = picture(*control);
    control->setEnabled(false);
    QVERIFY(picture(*control) != enabled);
}

void ThemeStyleTest::theSchemeReachesEveryControl() {
    QFETCH(int, index);
    QFETCH(bool, dark);
    QWidget window;
    QHBoxLayout line(&window);
    QWidget* control = controls()[std::size_t(index)].make(&window);
    line.addWidget(control);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    m_theme->setScheme(dark ? ui::theme::Scheme::Light : ui::theme::Scheme::Dark);
    const QImage before = picture(*control);
    m_theme->setScheme(dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
    if (index > 0) // the filled accent is the same on both
        QVERIFY(picture(*control) != before);
}

void ThemeStyleTest::controlsOfOneLineAreEquallyHigh() {
    const auto all = controls();
    for (std::size_t i = 0; i < 8; ++i) {
        const std::unique_ptr<QWidget> control(all[i].make(nullptr));
        control->ensurePolished();
        QVERIFY2(control->sizeHint().height() == 32, all[i].name);
    }
}

void ThemeStyleTest::aListIsAsWideAsItsWords() {
    QWidget window;
    QComboBox combo(&window);
    combo.addItems({"a", "a very much longer name that the box has no room for"});
    combo.setGeometry(0, 0, 80, 32);
    window.resize(400, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    combo.showPopup();
    const int words = QFontMetrics(combo.font()).horizontalAdvance(combo.itemText(1));
    QTRY_VERIFY(combo.view()->isVisible());
    QVERIFY(combo.view()->window()->width() > words);
    combo.hidePopup();
}

void ThemeStyleTest::theScrollBarHandleStandsForThePage() {
    QScrollBar bar(Qt::Vertical);
    bar.resize(12, 400);
    bar.setRange(0, 300);
    bar.setPageStep(100);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {6, 395}); // below the handle, where no button is
    QVERIFY(bar.value() > 0);
    bar.setValue(300);
    QTest::mousePress(&bar, Qt::LeftButton, {}, {6, 350}); // handle: the last quarter of 400 px
    QTest::mouseMove(&bar, {6, 50});
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, {6, 50});
    QCOMPARE(bar.value(), 0);
}

void ThemeStyleTest::aBarWithoutAnEndMoves() {
    if (m_theme->reducedMotion())
        QSKIP("the desktop asks for less motion");
    QProgressBar bar;
    bar.setRange(0, 0);
    bar.resize(200, 16);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const QImage first = bar.grab().toImage();
    QTRY_VERIFY(bar.grab().toImage() != first);
}

void ThemeStyleTest::sizesOfType() {
    using enum ui::theme::TextSize;
    const std::pair<ui::theme::TextSize, int> rows[] = {
        {Small, 11}, {Body, 13}, {Lead, 15}, {Title, 20}, {Figure, 28}};
    for (const auto& [size, pixels] : rows) {
        QCOMPARE(ui::theme::font(size).pixelSize(), pixels);
        QCOMPARE(ui::theme::tabularFont(size).pixelSize(), pixels);
    }
    QCOMPARE(ui::theme::font(Body, QFont::DemiBold).weight(), QFont::DemiBold);
    QCOMPARE(QApplication::font().pixelSize(), 13);
}

void ThemeStyleTest::digitsOfTablesAreEquallyWide() {
    const QFontMetricsF metrics(ui::theme::tabularFont(ui::theme::TextSize::Body));
    for (char digit = '1'; digit <= '9'; ++digit)
        QVERIFY(std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - metrics.horizontalAdvance(u'0')) <
                0.02);
}

QTEST_MAIN(ThemeStyleTest)
#include "ThemeStyleTest.moc"
