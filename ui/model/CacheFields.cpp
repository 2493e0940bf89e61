#include "ui/model/CacheFields.h"

#include "ui/model/FormFields.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace graft::ui {
namespace {

constexpr double kGigabyte = 1 << 30; ///< as --cache-gb
constexpr int kMostViews = 64;        ///< as TrainingOptions::check()
constexpr double kMostGigabytes = 100'000;

} // namespace

CacheFields::CacheFields(QWidget* parent)
    : QWidget(parent), m_views(new QSpinBox(this)), m_gigabytes(new QDoubleSpinBox(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    m_keep = addCheck(*layout, tr("Compute the frozen part only once"),
                      tr("Keeps what the frozen blocks answer for each image, which makes later epochs many "
                         "times faster."),
                      "cachePrefix");
    QFormLayout* form = addFields(*layout);
    m_views->setRange(1, kMostViews);
    m_views->setKeyboardTracking(false);
    addField(*form, tr("Kept views"),
             tr("How many varied views of each training image are looked at and kept, for the epochs to draw "
                "from: more of them vary the images better, and take as much more time and room."),
             m_views, "views");
    m_gigabytes->setRange(0, kMostGigabytes);
    m_gigabytes->setDecimals(1);
    m_gigabytes->setSingleStep(1);
    m_gigabytes->setSuffix(tr(" GB", "gigabytes behind a number"));
    m_gigabytes->setKeyboardTracking(false);
    addField(*form, tr("Room on the disk"),
             tr("How large all that is kept for this project may become; what was used longest ago goes "
                "first."),
             m_gigabytes, "cacheGb");
    m_need = secondaryLabel({}, this);
    m_need->setObjectName(QStringLiteral("cacheNeed"));
    m_need->setWordWrap(true);
    layout->addWidget(m_need);
    connect(m_keep, &QCheckBox::toggled, this, &CacheFields::changed);
    connect(m_views, &QSpinBox::valueChanged, this, &CacheFields::changed);
    connect(m_gigabytes, &QDoubleSpinBox::valueChanged, this, [this](double gigabytes) {
        m_bytes = std::uint64_t(std::llround(gigabytes * kGigabyte));
        Q_EMIT changed();
    });
}

void CacheFields::setOptions(const training::TrainingOptions& options) {
    const QSignalBlocker quiet[] = {QSignalBlocker(m_keep), QSignalBlocker(m_views),
                                    QSignalBlocker(m_gigabytes)};
    m_keep->setChecked(options.cachePrefix);
    m_views->setValue(options.views);
    m_gigabytes->setValue(double(options.cacheBytes) / kGigabyte);
    m_bytes = options.cacheBytes;
    enable(options);
}

void CacheFields::writeTo(training::TrainingOptions& options) const {
    options.cachePrefix = m_keep->isChecked();
    options.views = m_views->value();
    options.cacheBytes = m_bytes;
}

void CacheFields::enable(const training::TrainingOptions& options) {
    // Where nothing is kept, Custom draws a new view in every epoch; a head that is solved needs some anyway.
    const bool drawsFromSome = options.cachePrefix || options.recipe != "custom";
    m_views->setEnabled(options.augment.any() && drawsFromSome);
    m_gigabytes->setEnabled(options.cachePrefix);
    m_need->setVisible(options.cachePrefix);
}

void CacheFields::showNeed(std::uint64_t bytes, const training::TrainingOptions& options) {
    const QString room = bytesText(qint64(bytes));
    const bool halved = options.precision == "auto"; // perhaps: that is tried when the run starts
    if (bytes == 0)
        m_need->setText(tr("Nothing is frozen, so there is nothing to keep."));
    else if (bytes > options.cacheBytes)
        m_need->setText((halved ? tr("Up to %1, more than the room allowed: then nothing is kept, and every "
                                     "epoch takes as long as the first.")
                                : tr("About %1, more than the room allowed: nothing is kept, and every epoch "
                                     "takes as long as the first."))
                            .arg(room));
    else
        m_need->setText((halved ? tr("Up to %1 on the disk.") : tr("About %1 on the disk.")).arg(room));
}

} // namespace graft::ui
