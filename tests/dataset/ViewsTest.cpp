// What the network sees in evaluation, and its numbers, against torchvision.

#include "../imaging/Pictures.h"
#include "dataset/ColourJitter.h"
#include "dataset/Dataset.h"
#include "support/Support.h"

#include <QTest>

#include <cstring>

using namespace graft;
using namespace graft::dataset;
using imaging::Image;

namespace {

const std::vector<QSize> kSizes{{500, 375}, {256, 413}, {331, 257}, {300, 300},
                                {64, 64},   {700, 20},  {1203, 901}};
const std::vector<std::pair<int, int>> kViews{{256, 224}, {299, 299}, {342, 299},
                                              {232, 224}, {0, 224},   {64, 33}};
const std::vector<ColourFactors> kColours{{1.2, 1, 1}, {0.7, 1, 1}, {1, 1.3, 1},     {1, 0.6, 1},
                                          {1, 1, 1.4}, {1, 1, 0},   {0.9, 1.1, 0.8}, {1, 0, 1}};

/// What torchvision makes of one picture.
struct Answers {
    Image picture;
    std::vector<std::vector<std::uint8_t>> views;
    std::vector<std::vector<std::uint8_t>> colours;
    std::vector<float> normalised;
};

/// Takes parts off the front of a text.
class Parts {
public:
    explicit Parts(std::string_view text) : m_left(text) {}

    std::vector<std::uint8_t> take(std::size_t count) {
        const std::string_view part = m_left.substr(0, count);
        m_left.remove_prefix(part.size());
        return {part.begin(), part.end()};
    }
    bool empty() const { return m_left.empty(); }

private:
    std::string_view m_left;
};

std::vector<std::string> argumentsFor(const std::vector<std::string>& files) {
    std::vector<std::string> arguments{GRAFT_SOURCE_DIR "/tests/dataset/torchvision_views.py"};
    for (const auto& [resize, size] : kViews)
        arguments.push_back(std::to_string(resize) + ',' + std::to_string(size));
    arguments.push_back("/");
    for (const ColourFactors& factors : kColours)
        arguments.push_back(std::to_string(factors.brightness) + ',' + std::to_string(factors.contrast) +
                            ',' + std::to_string(factors.saturation));
    arguments.push_back("/");
    arguments.insert(arguments.end(), files.begin(), files.end());
    return arguments;
}

Answers answersIn(Parts& parts, const Image& picture) {
    Answers answers{.picture = picture};
    for (const auto& [resize, size] : kViews)
        answers.views.push_back(parts.take(std::size_t(size) * std::size_t(size) * 3));
    for (std::size_t i = 0; i < kColours.size(); ++i)
        answers.colours.push_back(parts.take(picture.bytes()));
    const auto bytes = parts.take(picture.bytes() * sizeof(float));
    answers.normalised.resize(bytes.size() / sizeof(float));
    std::memcpy(answers.normalised.data(), bytes.data(), bytes.size());
    return answers;
}

/// Nothing where torchvision is missing.
std::vector<Answers> askTorchvision() {
    const test::TemporaryFolder folder;
    std::vector<Image> pictures;
    std::vector<std::string> files;
    for (const QSize size : kSizes) {
        pictures.push_back(test::picture(size.width(), size.height(), 3, std::uint64_t(size.width())));
        files.push_back((folder / (std::to_string(files.size()) + ".ppm")).string());
        if (!test::writePnm(pictures.back(), files.back()))
            return {};
    }
    const auto result = test::runProgram("/usr/bin/python3", argumentsFor(files));
    if (result.code == 3 || (result.code < 0 && result.output.empty()))
        return {};
    Parts parts(result.output);
    std::vector<Answers> all;
    for (const Image& picture : pictures)
        all.push_back(answersIn(parts, picture));
    return all;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_torchvision = askTorchvision(); }
    void evaluationEqualsTorchvision();
    void aCropLargerThanTheResizedImageGetsNoFrame();
    void evaluationTakesAnyKindOfImage();
    void normalisedEqualsTorchvision();
    void normalisedFollowsTheOrigin();
    void coloursFollowTorchvision();
    void coloursAreBounded();

private:
    std::vector<Answers> m_torchvision;
};

void ViewsTest::evaluationEqualsTorchvision() {
    if (m_torchvision.empty())
        QSKIP("torchvision is not on this machine");
    for (const Answers& answers : m_torchvision)
        for (std::size_t i = 0; i < kViews.size(); ++i) {
            const auto& [resize, size] = kViews[i];
            const Image view = evaluationView(answers.picture, {.size = size, .resize = resize});
            QCOMPARE(test::greatestDifference(test::samplesOf(view), answers.views[i]), 0);
        }
}

// torchvision would put it into a black frame, which no training image has.
void ViewsTest::aCropLargerThanTheResizedImageGetsNoFrame() {
    const Image white = test::imageOf(90, 70, 3, std::vector<std::uint8_t>(90 * 70 * 3, 255));
    const Image view = evaluationView(white, {.size = 299, .resize = 256});
    QCOMPARE(view.width(), 299);
    QCOMPARE(view.height(), 299);
    const auto samples = test::samplesOf(view);
    QVERIFY(std::ranges::all_of(samples, [](std::uint8_t v) { return v == 255; }));
}

void ViewsTest::evaluationTakesAnyKindOfImage() {
    for (const int channels : {1, 3, 4}) {
        const Image view = evaluationView(test::picture(40, 50, channels, 5), {.size = 32, .resize = 36});
        QCOMPARE(view.channels(), 3);
        QCOMPARE(view.bytes(), std::size_t(32 * 32 * 3));
    }
    for (const QSize size : {QSize(1, 1), QSize(1, 5000), QSize(5000, 1)})
        QCOMPARE(evaluationView(test::picture(size.width(), size.height(), 3, 5), {}).width(), 224);
}

void ViewsTest::normalisedEqualsTorchvision() {
    if (m_torchvision.empty())
        QSKIP("torchvision is not on this machine");
    for (const Answers& answers : m_torchvision) {
        const std::vector<float> own = normalised(answers.picture, {});
        QCOMPARE(own.size(), answers.normalised.size());
        for (std::size_t i = 0; i < own.size(); ++i)
            QVERIFY(std::abs(own[i] - answers.normalised[i]) < 1e-5f);
    }
}

void ViewsTest::normalisedFollowsTheOrigin() {
    const Image pixel = test::imageOf(1, 1, 3, {10, 20, 30});
    // Caffe's and Keras's: blue first, in 0…255, the mean taken off.
    const Preprocessing caffe{
        .size = 1, .bgr = true, .scale = 1, .mean = {103.939f, 116.779f, 123.68f}, .std = {1, 1, 1}};
    const std::vector<float> planes = normalised(pixel, caffe);
    QCOMPARE(planes, (std::vector<float>{30 - 103.939f, 20 - 116.779f, 10 - 123.68f}));
    // TensorFlow's: −1…1.
    const Preprocessing tensorflow{.size = 1, .scale = 1 / 127.5, .mean = {1, 1, 1}, .std = {1, 1, 1}};
    QVERIFY(std::abs(normalised(pixel, tensorflow)[0] - (10 / 127.5f - 1)) < 1e-6f);
}

// torchvision cuts to 8 bits after each of the three changes.
void ViewsTest::coloursFollowTorchvision() {
    if (m_torchvision.empty())
        QSKIP("torchvision is not on this machine");
    for (const Answers& answers : m_torchvision)
        for (std::size_t k = 0; k < kColours.size(); ++k) {
            auto own = test::samplesOf(answers.picture);
            applyFactors(own, kColours[k]);
            QCOMPARE(own.size(), answers.colours[k].size());
            std::size_t far = 0;
            for (std::size_t i = 0; i < own.size(); ++i)
                far += std::abs(int(own[i]) - int(answers.colours[k][i])) > 2;
            QVERIFY2(far * 20 < own.size(),
                     qPrintable(QString("case %1: %2 of %3").arg(k).arg(far).arg(own.size())));
        }
}

void ViewsTest::coloursAreBounded() {
    AugmentOptions options{.brightness = 5, .contrast = 5, .saturation = 5};
    Random random(3);
    for (int i = 0; i < 100; ++i) {
        const ColourFactors factors = randomFactors(options, random);
        QVERIFY(factors.brightness >= 0 && factors.contrast >= 0 && factors.saturation >= 0);
        auto samples = test::samplesOf(test::picture(8, 8, 3, 1));
        applyFactors(samples, factors); // no overflow; the sanitizer watches
    }
}

QTEST_GUILESS_MAIN(ViewsTest)
#include "ViewsTest.moc"
