#include "ui/start/SamplePictures.h"

#include "samples/BloodSmear.h"
#include "ui/data/GridCell.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace graft::ui {
namespace {

using samples::CellKind;

constexpr int kSide = 136;
constexpr std::array kKinds{CellKind::Lymphocyte, CellKind::Neutrophil, CellKind::Eosinophil,
                            CellKind::Eosinophil, CellKind::Lymphocyte, CellKind::Neutrophil};

/// As in the sample project: lymphocyte, neutrophil, eosinophil.
std::vector<annotation::LabelClass> sampleClasses() {
    std::vector<annotation::LabelClass> classes;
    for (int i = 0; i < 3; ++i)
        classes.push_back({ClassId{i + 1}, std::string(samples::name(kKinds[std::size_t(i)])),
                           annotation::paletteColor(i), i});
    return classes;
}

ClassId classOf(CellKind kind) {
    for (std::size_t i = 0; i < 3; ++i)
        if (kKinds[i] == kind)
            return ClassId{std::int64_t(i) + 1};
    return {};
}

QImage painted(CellKind kind, int side, std::uint64_t seed) {
    const imaging::Image image = samples::paintCloseUp(kind, side, seed).image;
    return QImage(image.u8(), image.width(), image.height(), qsizetype(image.width()) * 3,
                  QImage::Format_RGB888)
        .copy();
}

} // namespace

SamplePictures::SamplePictures(QWidget* parent) : QWidget(parent), m_marks(classMarks(sampleClasses())) {
    setObjectName(QStringLiteral("samplePictures"));
    m_pool.setMaxThreadCount(1);
    constexpr int kGap = theme::kInside;
    setFixedSize(kColumns * kSide + (kColumns - 1) * kGap, kRows * kSide + (kRows - 1) * kGap);
    for (std::size_t i = 0; i < kCount; ++i)
        m_classes[i] = classOf(kKinds[i]);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] {
        m_marks = classMarks(sampleClasses());
        update();
    });
}

SamplePictures::~SamplePictures() {
    m_pool.clear();
    m_pool.waitForDone();
}

void SamplePictures::showEvent(QShowEvent*) {
    if (!m_asked)
        paintAll();
}

void SamplePictures::paintAll() {
    m_asked = true;
    const int side = int(kSide * devicePixelRatioF());
    for (int i = 0; i < kCount; ++i)
        m_pool.start([this, i, side] {
            QImage picture = painted(kKinds[std::size_t(i)], side, std::uint64_t(i) + 11);
            QMetaObject::invokeMethod(
                this,
                [this, i, picture = std::move(picture)] {
                    m_pictures[std::size_t(i)] = picture;
                    ++m_arrived;
                    update();
                },
                Qt::QueuedConnection);
        });
}

void SamplePictures::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < kCount; ++i) {
        const QRect area((i % kColumns) * (kSide + theme::kInside), (i / kColumns) * (kSide + theme::kInside),
                         kSide, kSide);
        const QImage& picture = m_pictures[std::size_t(i)];
        GridCell cell;
        cell.area = area;
        if (!picture.isNull())
            cell.picture = QPixmap::fromImage(picture);
        cell.mark = m_marks.at(m_classes[std::size_t(i)]);
        paintGridCell(painter, cell);
    }
}

} // namespace graft::ui
