#include "ui/widgets/Widgets.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::ui {
namespace {

struct Numbers {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;
constexpr int kDay = 24 * kHour;

QString number(qint64 value) {
    return QLocale().toString(value);
}

/// Three digits that count: 1.81, 25.6, 138.
QString threeDigits(double value) {
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString countText(qint64 count) {
    return number(count);
}

QString largeCountText(double count) {
    struct Step {
        double from;
        QString text;
    };
    const std::array steps{Step{1e12, Numbers::tr("%1 T")}, Step{1e9, Numbers::tr("%1 G")},
                           Step{1e6, Numbers::tr("%1 M")}, Step{1e3, Numbers::tr("%1 k")}};
    for (const Step& step : steps)
        if (std::abs(count) >= step.from * 0.9995)
            return step.text.arg(threeDigits(count / step.from));
    return number(std::llround(count));
}

// Two units at most, and no more exact than an estimate is.
QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return QStringLiteral("–");
    if (seconds > 0 && seconds < 0.05)
        return Numbers::tr("< %1 s").arg(QLocale().toString(0.1, 'f', 1));
    if (seconds < 0.95)
        return Numbers::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const qint64 whole = std::llround(std::min(seconds, 1e9));
    if (whole < kMinute)
        return Numbers::tr("%1 s").arg(number(whole));
    if (whole < 10 * kMinute && whole % kMinute != 0)
        return Numbers::tr("%1 min %2 s").arg(number(whole / kMinute), number(whole % kMinute));
    const qint64 minutes = std::llround(double(whole) / kMinute);
    if (minutes < 60)
        return Numbers::tr("%1 min").arg(number(minutes));
    if (minutes < 24 * 60)
        return minutes % 60 == 0 ? Numbers::tr("%1 h").arg(number(minutes / 60))
                                 : Numbers::tr("%1 h %2 min").arg(number(minutes / 60), number(minutes % 60));
    const qint64 hours = std::llround(double(whole) / kHour);
    return hours % 24 == 0 ? Numbers::tr("%1 d").arg(number(hours / 24))
                           : Numbers::tr("%1 d %2 h").arg(number(whole / kDay), number(hours % 24));
}

// In thousands, as the makers of disks and the desktop's file manager count.
QString bytesText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace graft::ui
