#include "report/MatrixChart.h"

#include "report/Style.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graft::report {

namespace {

constexpr double kCaption = 18;      ///< "Predicted" above, "Truth" at the left
constexpr double kLongestName = 112; ///< at the left
constexpr double kUpright = 84;      ///< above, where the cells are narrower than the names
constexpr double kLargestCell = 88;
constexpr double kRight = 4;
constexpr double kScale = 34;
constexpr double kLeastRow = 12; ///< rows lower than that have no room for a name each

QColor text() {
    return QColor::fromRgb(style::kText);
}
QColor secondary() {
    return QColor::fromRgb(style::kSecondary);
}

class Matrix {
public:
    Matrix(const MatrixPicture& picture, double width) : m_picture(picture) {
        double widest = 24;
        for (const QString& name : picture.classes)
            widest = std::max(widest, textWidth(name, style::kSmall));
        m_left = kCaption + std::min(widest, kLongestName) + 6;
        m_cell = std::min(kLargestCell, (width - m_left - kRight) / std::max(1, count()));
        const bool roomy = widest + 4 <= m_cell;
        m_top = kCaption + (roomy ? 18 : std::min(widest, kUpright) + 6);
        m_upright = !roomy;
        m_gap = m_cell > 12 ? 2 : m_cell > 5 ? 0.5 : 0;
        m_drawing = {width, m_top + m_cell * count() + kScale, {}};
        for (const auto& row : picture.matrix)
            m_totals.push_back(std::accumulate(row.begin(), row.end(), std::int64_t(0)));
    }

    Drawing draw() {
        drawCaptions();
        drawNames();
        for (int row = 0; row < count(); ++row)
            for (int column = 0; column < count(); ++column)
                drawCell(row, column);
        drawScale();
        return std::move(m_drawing);
    }

private:
    template <typename T>
    void add(T mark) {
        m_drawing.marks.emplace_back(std::move(mark));
    }

    int count() const { return int(m_picture.classes.size()); }
    bool shares() const { return m_picture.values == MatrixPicture::Values::RowShares; }
    std::int64_t at(int row, int column) const {
        return m_picture.matrix[std::size_t(row)][std::size_t(column)];
    }

    double share(int row, int column) const {
        const std::int64_t total = m_totals[std::size_t(row)];
        return total > 0 ? double(at(row, column)) / double(total) : 0;
    }

    std::int64_t largest() const {
        std::int64_t most = 0;
        for (const auto& row : m_picture.matrix)
            for (const std::int64_t images : row)
                most = std::max(most, images);
        return most;
    }

    void drawCaptions() {
        const double middle = m_cell * count() / 2;
        add(Label{{m_left + middle, 11},
                  QCoreApplication::translate("Report", "Predicted"),
                  secondary(),
                  style::kSmall,
                  400,
                  Label::Anchor::Middle});
        add(Label{{11, m_top + middle},
                  QCoreApplication::translate("Report", "Truth"),
                  secondary(),
                  style::kSmall,
                  400,
                  Label::Anchor::Middle,
                  true});
    }

    void drawNames() {
        const int every = std::max(1, int(std::ceil(kLeastRow / m_cell)));
        for (int i = 0; i < count(); i += every) {
            const double middle = (i + 0.5) * m_cell - m_gap / 2;
            const QString& name = m_picture.classes[i];
            add(Label{{m_left - 6, m_top + middle + 4},
                      elided(name, style::kSmall, m_left - kCaption - 6),
                      text(),
                      style::kSmall,
                      400,
                      Label::Anchor::End});
            if (m_upright)
                add(Label{{m_left + middle + 4, m_top - 6},
                          elided(name, style::kSmall, kUpright),
                          text(),
                          style::kSmall,
                          400,
                          Label::Anchor::Start,
                          true});
            else
                add(Label{
                    {m_left + middle, m_top - 6}, name, text(), style::kSmall, 400, Label::Anchor::Middle});
        }
    }

    void drawCell(int row, int column) {
        const std::int64_t images = at(row, column);
        const QRectF area(m_left + column * m_cell, m_top + row * m_cell, m_cell - m_gap, m_cell - m_gap);
        const double depth =
            shares() ? share(row, column) : double(images) / double(std::max<std::int64_t>(1, largest()));
        const QColor color = images > 0 ? style::heat(depth) : QColor::fromRgb(style::kWindow);
        add(Box{area, color, {}, m_cell > 24 ? 3.0 : 0.0});
        const bool large = m_cell >= 44;
        const double size = large ? style::kLead : style::kSmall;
        const int weight = row == column && images > 0 ? 600 : 400;
        const QString figure = images == 0 ? QStringLiteral("0")
                               : shares()  ? shareText(share(row, column))
                                           : words::count(images);
        if (textWidth(figure, size, weight) + 2 > area.width() || size > area.height())
            return;
        add(Label{{area.center().x(), area.center().y() + size * 0.36},
                  figure,
                  images > 0 ? style::textOn(color) : secondary(),
                  size,
                  weight,
                  Label::Anchor::Middle});
    }

    /// Without the sign where not every share fits with it; the scale below has it.
    QString shareText(double share) const {
        if (m_cell >= 60)
            return words::percent(share, 1);
        const bool roomy = textWidth(words::percent(1, 0), style::kSmall, 600) + 2 <= m_cell - m_gap;
        return roomy ? words::percent(share, 0) : words::decimal(100 * share, 0);
    }

    void drawScale() {
        constexpr int kSteps = 48;
        constexpr double kHeight = 8;
        const double y = m_drawing.height - 14;
        const QString zero = QStringLiteral("0");
        const QString most = shares() ? words::percent(1, 0) : words::count(largest());
        const double ends = textWidth(zero, style::kSmall) + textWidth(most, style::kSmall) + 12;
        const double width =
            std::clamp(m_cell * count(), 24.0, std::min(160.0, m_drawing.width - m_left - ends));
        double x = m_left;
        add(Label{{x, y + kHeight}, zero, secondary(), style::kSmall});
        x += textWidth(zero, style::kSmall) + 6;
        for (int i = 0; i < kSteps; ++i)
            add(Box{{x + width * i / kSteps, y, width / kSteps + 0.4, kHeight},
                    style::heat((i + 0.5) / kSteps),
                    {},
                    0});
        add(Label{{x + width + 6, y + kHeight}, most, secondary(), style::kSmall});
    }

    const MatrixPicture& m_picture;
    std::vector<std::int64_t> m_totals;
    Drawing m_drawing;
    double m_left = 0;
    double m_top = 0;
    double m_cell = 0;
    double m_gap = 0;
    bool m_upright = false;
};

} // namespace

Drawing drawMatrix(const MatrixPicture& picture, double width) {
    return Matrix(picture, width).draw();
}

Drawing drawInterval(const metrics::Estimate& estimate, double width) {
    constexpr double kHeight = 12, kMargin = 4;
    Drawing drawing{width, kHeight, {}};
    const auto x = [&](double value) {
        return kMargin + std::clamp(value, 0.0, 1.0) * (width - 2 * kMargin);
    };
    drawing.marks.emplace_back(
        Line{{x(0), kHeight / 2}, {x(1), kHeight / 2}, QColor::fromRgb(style::kHairline), 1});
    if (std::isfinite(estimate.low) && std::isfinite(estimate.high))
        drawing.marks.emplace_back(Line{{x(estimate.low), kHeight / 2},
                                        {x(estimate.high), kHeight / 2},
                                        QColor::fromRgb(style::kRunColors[0]),
                                        3});
    if (std::isfinite(estimate.value))
        drawing.marks.emplace_back(Circle{{x(estimate.value), kHeight / 2},
                                          3.5,
                                          QColor::fromRgb(style::kSurface),
                                          QColor::fromRgb(style::kRunColors[0]),
                                          2});
    return drawing;
}

} // namespace graft::report
