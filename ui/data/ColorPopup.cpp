#include "ui/data/ColorPopup.h"

#include "annotation/LabelClass.h"
#include "ui/data/ClassMark.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QColorDialog>
#include <QGridLayout>
#include <QToolButton>

namespace graft::ui {
namespace {

constexpr int kColumns = 6;
constexpr int kSwatches = 18;

} // namespace

ColorPopup::ColorPopup(std::uint32_t current, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint) {
    setObjectName(QStringLiteral("colorPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Class colour"));
    setFrameShape(QFrame::StyledPanel);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::kInside, theme::kInside, theme::kInside, theme::kInside);
    grid->setSpacing(theme::kUnit);
    for (int i = 0; i < kSwatches; ++i) {
        const std::uint32_t color = annotation::paletteColor(i);
        auto* swatch = new QToolButton(this);
        swatch->setIcon(classDotIcon(
            {theme::classColor(color), color == current ? QStringLiteral("✓") : QStringLiteral(" "), {}, 0},
            20));
        swatch->setIconSize({20, 20});
        swatch->setAutoRaise(true);
        swatch->setFixedSize(30, 30);
        swatch->setAccessibleName(color == current ? tr("Colour %1, the present one").arg(i + 1)
                                                   : tr("Colour %1").arg(i + 1));
        grid->addWidget(swatch, i / kColumns, i % kColumns);
        connect(swatch, &QToolButton::clicked, this, [this, color] {
            Q_EMIT picked(color);
            close();
        });
        if (color == current)
            swatch->setFocus();
    }
    auto* other = new QuietButton(tr("Another colour…"), {}, this);
    grid->addWidget(other, kSwatches / kColumns, 0, 1, kColumns);
    connect(other, &QPushButton::clicked, this, [this, current] { askForOther(current); });
}

void ColorPopup::askForOther(std::uint32_t current) {
    hide();
    auto* dialog = new QColorDialog(QColor::fromRgb(current), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this](const QColor& color) { Q_EMIT picked(color.rgb() & 0xffffff); });
    connect(dialog, &QColorDialog::finished, this, &ColorPopup::close);
    dialog->open();
}

void ColorPopup::popupAt(const QPoint& globalPosition) {
    move(globalPosition);
    show();
}

} // namespace graft::ui
