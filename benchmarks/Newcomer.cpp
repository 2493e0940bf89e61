// From an empty window to labelled images, by the window's own controls: boxes on 20 blood smears (BCCD) and
// membranes on 5 slices of brain tissue (isbi_em). Counts what a hand does (a click, a drag, a key, a word
// typed) and the seconds that the program takes for it, and compares what came out with the annotations that
// the data came with.
#include "base/Files.h"
#include "imaging/Decode.h"
#include "support/Scorecard.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Studio.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"
#include "ui/train/TrainingSession.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <stdexcept>

using namespace graft;
using annotation::Box;

namespace {

constexpr int kSmears = 20, kSlices = 5;
constexpr double kPatience = 120; ///< seconds
void waitFor(const std::function<bool()>& happened, const char* what) {
    const benchmark::Stopwatch watch;
    while (!happened()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (watch.seconds() > kPatience)
            throw std::runtime_error(std::string("this never came: ") + what);
    }
}

/// The window, and a hand that counts.
class Hand {
public:
    explicit Hand(ui::MainWindow& window) : m_window(window) {}
    int gestures() const { return m_gestures; }

    template <typename Widget>
    Widget& find(const char* name) {
        Widget* found = nullptr;
        waitFor(
            [&] {
                found = m_window.findChild<Widget*>(QLatin1String(name));
                return found && found->isVisible();
            },
            name);
        return *found;
    }
    void click(const char* button) {
        ++m_gestures;
        find<QAbstractButton>(button).click();
        QCoreApplication::processEvents();
    }
    /// Into a line that has the focus or takes it by a click.
    void type(const char* line, const QString& text) {
        ++m_gestures;
        auto& edit = find<QLineEdit>(line);
        edit.setFocus();
        edit.setText(text);
        press(edit, Qt::Key_Return);
    }
    void key(Qt::Key key) {
        ++m_gestures;
        press(canvas(), key);
    }
    void drag(QPointF from, QPointF to) {
        ++m_gestures;
        send(QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int part = 1; part <= 4; ++part)
            send(QEvent::MouseMove, from + (to - from) * (part / 4.0), Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
        QCoreApplication::processEvents();
    }
    void clickOn(QPointF point) { drag(point, point); }
    void drop(const std::filesystem::path& folder) {
        ++m_gestures;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(folder.string()))});
        const QPoint middle = m_window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &enter);
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &drop);
        QCoreApplication::processEvents();
    }
    ui::LabelPage& page() { return find<ui::LabelPage>("labelPage"); }
    ui::ShapeCanvas& canvas() { return page().canvas(); }
    void waitForImage() {
        waitFor([this] { return page().settled(); }, "the image");
        QCoreApplication::processEvents();
    }

private:
    ui::MainWindow& m_window;
    int m_gestures = 0;

    static void press(QWidget& widget, Qt::Key key) {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier,
                            key < Qt::Key_Escape ? QString(QChar(char16_t(key))).toLower() : QString());
            QCoreApplication::sendEvent(&widget, &event);
        }
        QCoreApplication::processEvents();
    }
    void send(QEvent::Type type, QPointF pointInImage, Qt::MouseButton button, Qt::MouseButtons buttons) {
        const QPointF at = canvas().viewFromImage(pointInImage);
        QMouseEvent event(type, at, canvas().mapToGlobal(at), button, buttons, {});
        QCoreApplication::sendEvent(&canvas(), &event);
    }
};

struct Session {
    int gestures = 0;
    double seconds = 0;
};

/// The project is called like the folder, as is proposed.
void begin(Hand& hand, const std::filesystem::path& images, const char* task, const QString& classes,
           project::Project*& project, ui::Studio& studio, std::size_t count) {
    hand.drop(images);
    hand.find<QLineEdit>("projectPlace").setText(QString::fromStdString(images.parent_path().string()));
    hand.click(task);
    hand.click("createProject");
    waitFor([&] { return studio.project() && studio.project()->images().size() == count; }, "the images");
    project = studio.project();
    hand.click("rail.label");
    hand.type("labelAddClass", classes);
    hand.waitForImage();
}

struct Labelled {
    std::string name;
    Box box;
};

std::vector<Labelled> annotationsOf(const std::filesystem::path& file) {
    QFile device(QString::fromStdString(file.string()));
    if (!device.open(QIODevice::ReadOnly))
        throw std::runtime_error("there is no " + file.string());
    QXmlStreamReader xml(&device);
    std::vector<Labelled> found;
    std::map<QString, double> edges;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString tag = xml.name().toString();
        if (tag == QLatin1String("object"))
            found.push_back({});
        else if (tag == QLatin1String("name") && !found.empty())
            found.back().name = xml.readElementText().toStdString();
        else if (tag.size() == 4 &&
                 (tag.endsWith(QLatin1String("min")) || tag.endsWith(QLatin1String("max"))))
            edges[tag] = xml.readElementText().toDouble();
        if (tag == QLatin1String("ymax"))
            found.back().box = {edges["xmin"], edges["ymin"], edges["xmax"] - edges["xmin"],
                                edges["ymax"] - edges["ymin"]};
    }
    std::erase_if(found, [](const Labelled& one) { return one.box.width < 3 || one.box.height < 3; });
    return found;
}

std::filesystem::path copyOf(const std::filesystem::path& from, const std::filesystem::path& to,
                             const std::vector<std::string>& names) {
    std::filesystem::create_directories(to);
    for (const std::string& name : names)
        std::filesystem::copy_file(from / name, to / name);
    return to;
}

std::vector<std::string> firstNames(const std::filesystem::path& folder, std::size_t count) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    names.resize(std::min(names.size(), count));
    return names;
}

/// Every box of the annotations is there, nearly as it was.
double meanOverlap(const project::Project& project, const std::filesystem::path& annotations) {
    double sum = 0;
    int count = 0;
    for (const auto& image : project.images()) {
        auto stem = std::filesystem::path(image.path).stem();
        for (const Labelled& truth : annotationsOf(annotations / stem.replace_extension(".xml"))) {
            double best = 0;
            for (const auto& shape : project.shapes(image.id))
                if (project.labelClass(shape.classId)->name == truth.name)
                    best = std::max(best, annotation::intersectionOverUnion(
                                              annotation::boundingBox(shape.geometry), truth.box));
            sum += best;
            ++count;
        }
    }
    return count ? sum / count : 0;
}

Session drawBoxes(Hand& hand, ui::Studio& studio, const std::filesystem::path& scratch,
                  benchmark::Scorecard& card) {
    const auto data = benchmark::sharedFolder() / "data/BCCD";
    const auto folder =
        copyOf(data / "JPEGImages", scratch / "smears", firstNames(data / "JPEGImages", kSmears));
    const benchmark::Stopwatch watch;
    project::Project* project = nullptr;
    begin(hand, folder, "task.detection", QStringLiteral("Platelets, RBC, WBC"), project, studio, kSmears);
    std::string current = "Platelets"; // the first one, with a box in hand
    int boxes = 0;
    for (int i = 0; i < kSmears; ++i) {
        const auto image = *project->image(hand.page().currentImage());
        auto wanted = annotationsOf(data / "Annotations" /
                                    std::filesystem::path(image.path).stem().replace_extension(".xml"));
        // As a person would: first what is of the class at hand, then one class after the other.
        std::ranges::stable_sort(
            wanted, {}, [&](const Labelled& one) { return std::pair(one.name != current, one.name); });
        for (const Labelled& one : wanted) {
            hand.drag({one.box.x, one.box.y}, {one.box.x + one.box.width, one.box.y + one.box.height});
            ++boxes;
            if (one.name != current)
                hand.key(one.name == "Platelets" ? Qt::Key_1 : one.name == "RBC" ? Qt::Key_2 : Qt::Key_3);
            current = one.name;
        }
        if (i + 1 < kSmears)
            hand.key(Qt::Key_Space);
        hand.waitForImage();
    }
    const Session session{hand.gestures(), watch.seconds()};
    card.figure("20 smears: boxes", boxes, "");
    card.atLeast("  their mean overlap with the annotations", meanOverlap(*project, data / "Annotations"),
                 0.9, "");
    return session;
}

imaging::Image decoded(const std::filesystem::path& file) {
    auto image = imaging::decodeFile(file);
    if (!image)
        throw std::runtime_error(image.error().message);
    return *std::move(image);
}

/// 1 where the label image says membrane.
std::vector<std::uint8_t> membrane(const std::filesystem::path& label) {
    const imaging::Image image = decoded(label);
    std::vector<std::uint8_t> truth;
    for (int i = 0; i < image.width() * image.height(); ++i)
        truth.push_back(image.u8()[std::size_t(i) * std::size_t(image.channels())] < 128);
    return truth;
}

double dice(const std::vector<annotation::Shape>& shapes, const std::vector<std::uint8_t>& truth, int width) {
    std::vector<std::uint8_t> found(truth.size(), 0);
    for (const auto& shape : shapes)
        if (const auto* mask = std::get_if<annotation::Mask>(&shape.geometry)) {
            const auto pixels = annotation::pixelsFromMask(*mask);
            for (int y = 0; y < mask->height; ++y)
                for (int x = 0; x < mask->width; ++x)
                    found[std::size_t((mask->y + y) * width + mask->x + x)] |=
                        pixels[std::size_t(y * mask->width + x)] != 0;
        }
    double both = 0, all = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        both += found[i] && truth[i];
        all += found[i] + truth[i];
    }
    return all > 0 ? 2 * both / all : 1;
}

/// Grey as the eye sees it: the mean of 5 × 5 pixels.
std::vector<double> seen(const imaging::Image& image) {
    std::vector<double> grey(std::size_t(image.width()) * std::size_t(image.height()));
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            double sum = 0;
            int count = 0;
            for (int row = std::max(0, y - 2); row < std::min(image.height(), y + 3); ++row)
                for (int column = std::max(0, x - 2); column < std::min(image.width(), x + 3);
                     ++column, ++count)
                    sum += image.u8()[std::size_t((row * image.width() + column) * image.channels())];
            grey[std::size_t(y * image.width() + x)] = sum / count;
        }
    return grey;
}

/// On a membrane of middling darkness: where a person would point.
QPointF pointOn(const std::vector<std::uint8_t>& truth, const imaging::Image& image) {
    const std::vector<double> grey = seen(image);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < truth.size(); ++i)
        if (truth[i])
            places.push_back(i);
    const auto middle = places.begin() + std::ptrdiff_t(places.size() / 2);
    std::ranges::nth_element(places, middle, {}, [&](std::size_t i) { return grey[i]; });
    return {int(*middle) % image.width() + 0.5, int(*middle) / image.width() + 0.5};
}

/// `grain`: without the wand's own remedy for noisy images, for comparison.
Session paintMasks(Hand& hand, ui::Studio& studio, const std::filesystem::path& scratch,
                   benchmark::Scorecard& card, bool grain) {
    const auto data = benchmark::sharedFolder() / "data/isbi_em/train";
    const auto folder = copyOf(data / "image", scratch / (grain ? "slices with grain" : "slices"),
                               firstNames(data / "image", kSlices));
    const benchmark::Stopwatch watch;
    project::Project* project = nullptr;
    begin(hand, folder, "task.segmentation", QStringLiteral("membrane"), project, studio, kSlices);
    // Everything of this darkness, joined or not; what the session before chose stays.
    hand.click(grain ? "wandEven" : "wandContiguous");
    for (int i = 0; i < kSlices; ++i) {
        const auto image = *project->image(hand.page().currentImage());
        const auto truth = membrane(data / "label" / std::filesystem::path(image.path).filename());
        const QPointF at = pointOn(truth, decoded(folder / std::filesystem::path(image.path).filename()));
        hand.clickOn(at);
        waitFor([&] { return !project->shapes(image.id).empty(); }, "the mask");
        if (i + 1 < kSlices)
            hand.key(Qt::Key_Space);
        hand.waitForImage();
    }
    const Session session{hand.gestures(), watch.seconds()};
    double sum = 0;
    for (const auto& image : project->images())
        sum += dice(project->shapes(image.id),
                    membrane(data / "label" / std::filesystem::path(image.path).filename()), image.width) /
               kSlices;
    const std::string kind = grain ? "5 slices, grain and all" : "5 slices";
    card.figure(kind + ": mean Dice of the wand's masks with the labels", sum, "");
    return session;
}

void carryOut(benchmark::Scorecard& card) {
    const benchmark::ScratchFolder scratch;
    ui::theme::Theme theme;
    theme.setReducedMotion(true);
    ui::Studio studio(zoo::Zoo({}, {scratch.path() / "store", {}, "npm"}),
                      ui::Preferences(scratch.path() / "studio.ini"));
    ui::TrainingSession session;
    ui::MainWindow window(studio, session);
    window.resize(1366, 768);
    window.show();
    QCoreApplication::processEvents();
    const auto tell = [&](const std::string& name, const Session& done) {
        card.figure(name + ": gestures", done.gestures, "");
        card.figure(name + ": what the program took", done.seconds, "s");
        studio.closeProject();
        window.showPage(ui::PageId::Start);
    };
    Hand first(window), second(window), third(window);
    tell("20 smears", drawBoxes(first, studio, scratch.path(), card));
    tell("5 slices", paintMasks(second, studio, scratch.path(), card, false));
    tell("5 slices, grain and all", paintMasks(third, studio, scratch.path(), card, true));
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("a newcomer's session", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    try {
        carryOut(card);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
