#include "report/BarChart.h"

#include "report/Style.h"
#include "report/Words.h"

#include <algorithm>
#include <cmath>

namespace graft::report {

namespace {

constexpr double kName = 18;
constexpr double kBar = 16;
constexpr double kRow = kName + kBar + 12;
constexpr double kCap = 4; ///< half the length of a whisker's ends

void addWhisker(Drawing& drawing, double low, double high, double y) {
    const QColor color = QColor::fromRgb(style::kText);
    drawing.marks.emplace_back(Line{{low, y}, {high, y}, color, 1.25});
    for (const double x : {low, high})
        drawing.marks.emplace_back(Line{{x, y - kCap}, {x, y + kCap}, color, 1.25});
}

} // namespace

Drawing drawBars(const std::vector<Bar>& bars, double width) {
    const double value = textWidth(words::percent(1), style::kLead, 600) + 12;
    const double full = width - value;
    Drawing drawing{width, kRow * double(bars.size()), {}};
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const double top = kRow * double(i);
        const double length =
            full * std::clamp(std::isfinite(bar.share.value) ? bar.share.value : 0.0, 0.0, 1.0);
        drawing.marks.emplace_back(Label{{0, top + 13},
                                         elided(bar.name, style::kBody, width),
                                         QColor::fromRgb(style::kText),
                                         style::kBody});
        drawing.marks.emplace_back(Box{{0, top + kName, full, kBar}, QColor::fromRgb(style::kWindow), {}, 3});
        drawing.marks.emplace_back(Box{{0, top + kName, length, kBar}, bar.color, {}, 3});
        if (std::isfinite(bar.share.low) && std::isfinite(bar.share.high))
            addWhisker(drawing, full * bar.share.low, full * bar.share.high, top + kName + kBar + 5);
        drawing.marks.emplace_back(Label{{width, top + kName + 14},
                                         words::percent(bar.share.value),
                                         QColor::fromRgb(style::kText),
                                         style::kLead,
                                         600,
                                         Label::Anchor::End});
    }
    return drawing;
}

} // namespace graft::report
