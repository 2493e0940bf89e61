#include "ui/label/CanvasTools.h"

#include "ui/label/ImageCanvas.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>

#include <cmath>

namespace graft::ui {
namespace {

constexpr double kZoomStep = 1.5;

} // namespace

CanvasTools::CanvasTools(ImageCanvas& canvas, QWidget* parent)
    : QWidget(parent), m_zoom(secondaryLabel({}, this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, theme::kInside, 0);
    line->setSpacing(theme::kUnit);
    connect(add(QStringLiteral("previous"), tr("Previous image (←)"), "previousImage"), &QToolButton::clicked,
            this, &CanvasTools::previous);
    connect(add(QStringLiteral("next"), tr("Next image (→)"), "nextImage"), &QToolButton::clicked, this,
            &CanvasTools::next);
    line->addSpacing(theme::kInside);
    m_undo = add(QStringLiteral("undo"), tr("Undo"), "labelUndo");
    m_redo = add(QStringLiteral("redo"), tr("Redo"), "labelRedo");
    connect(m_undo, &QToolButton::clicked, this, &CanvasTools::undo);
    connect(m_redo, &QToolButton::clicked, this, &CanvasTools::redo);
    line->addSpacing(theme::kInside);
    addZoom(canvas);
}

QToolButton* CanvasTools::add(const QString& icon, const QString& tip, const char* name) {
    auto* button = new IconButton(icon, tip, this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the image
    layout()->addWidget(button);
    return button;
}

void CanvasTools::addZoom(ImageCanvas& canvas) {
    connect(add(QStringLiteral("zoom-out"), tr("Smaller (−)"), "zoomOut"), &QToolButton::clicked, &canvas,
            [&canvas] { canvas.zoomBy(1 / kZoomStep); });
    m_zoom->setObjectName(QStringLiteral("zoomText"));
    m_zoom->setFont(theme::tabularFont(theme::TextSize::Body));
    m_zoom->setFixedWidth(56);
    m_zoom->setAlignment(Qt::AlignCenter);
    layout()->addWidget(m_zoom);
    connect(add(QStringLiteral("zoom-in"), tr("Larger (+)"), "zoomIn"), &QToolButton::clicked, &canvas,
            [&canvas] { canvas.zoomBy(kZoomStep); });
    connect(add(QStringLiteral("fit"), tr("Fit the window (F)"), "zoomFit"), &QToolButton::clicked, &canvas,
            &ImageCanvas::fit);
    connect(add(QStringLiteral("actual-size"), tr("One image pixel per screen pixel (Z)"), "zoomActual"),
            &QToolButton::clicked, &canvas, &ImageCanvas::actualSize);
    connect(&canvas, &ImageCanvas::zoomChanged, this,
            [this, &canvas] { m_zoom->setText(tr("%1 %").arg(std::lround(canvas.zoom() * 100))); });
}

void CanvasTools::setViewMenu(QMenu* menu) {
    QToolButton* button = add(QStringLiteral("eye"), tr("How image and shapes are shown"), "viewOptions");
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

void CanvasTools::setUndo(bool canUndo, bool canRedo) {
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(canRedo);
}

} // namespace graft::ui
