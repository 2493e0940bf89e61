#include "ui/label/ToolStrip.h"

#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kWidth = 84; ///< at least
constexpr int kColumns = 2;

} // namespace

ToolStrip::ToolStrip(ShapeCanvas& canvas, ShapeEditor& editor, QWidget* parent)
    : QFrame(parent), m_canvas(canvas), m_editor(editor), m_buttons(new QButtonGroup(this)),
      m_amount(secondaryLabel({}, this)), m_contiguous(new QCheckBox(this)), m_even(new QCheckBox(this)) {
    setObjectName(QStringLiteral("toolStrip"));
    setAccessibleName(tr("Tools"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kUnit, theme::kInside, theme::kUnit, theme::kInside);
    column->setSpacing(theme::kUnit);
    column->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    auto* grid = new QGridLayout;
    grid->setSpacing(theme::kUnit);
    column->addLayout(grid);
    for (const ToolEntry& entry : toolEntries()) {
        auto* button = new IconButton(QLatin1String(entry.name), tipOf(entry.kind), this);
        button->setAccessibleName(nameOf(entry.kind));
        button->setAccessibleDescription(hintOf(entry.kind));
        button->setObjectName(QLatin1String(entry.name));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the image
        m_buttons->addButton(button, int(entry.kind));
        const int place = m_buttons->buttons().size() - 1;
        grid->addWidget(button, place / kColumns, place % kColumns);
    }
    column->addSpacing(theme::kUnit);
    m_amount->setObjectName(QStringLiteral("brushSize"));
    m_amount->setFont(theme::tabularFont(theme::TextSize::Small));
    m_amount->setAlignment(Qt::AlignCenter);
    m_amount->setWordWrap(true);
    column->addWidget(m_amount);
    m_contiguous->setObjectName(QStringLiteral("wandContiguous"));
    m_contiguous->setText(tr("Joined"));
    m_contiguous->setFocusPolicy(Qt::TabFocus);
    m_contiguous->setToolTip(tr("Only what hangs together with the place that was pointed at"));
    column->addWidget(m_contiguous);
    m_even->setObjectName(QStringLiteral("wandEven"));
    m_even->setText(tr("No grain"));
    m_even->setFocusPolicy(Qt::TabFocus);
    m_even->setToolTip(tr(
        "Specks of less than 5 × 5 pixels neither count by themselves nor leave holes, as in noisy images"));
    column->addWidget(m_even);
    // Words are longer in some languages; the strip is as wide with every tool, so that the image stays.
    int width = kWidth;
    for (QCheckBox* box : {m_contiguous, m_even}) {
        box->setFont(theme::font(theme::TextSize::Small));
        width = std::max(width, box->sizeHint().width() + 2 * theme::kUnit);
    }
    setFixedWidth(width);
    const auto changeWand = [this] {
        regions::WandOptions options = m_editor.wand();
        options.contiguous = m_contiguous->isChecked();
        options.even = m_even->isChecked();
        m_editor.setWand(options);
    };
    connect(m_contiguous, &QCheckBox::clicked, this, changeWand);
    connect(m_even, &QCheckBox::clicked, this, changeWand);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { m_canvas.setTool(ToolKind(id)); });
    connect(&m_canvas, &ShapeCanvas::toolChanged, this, &ToolStrip::follow);
    connect(&m_editor, &ShapeEditor::brushChanged, this, &ToolStrip::follow);
    follow();
}

void ToolStrip::follow() {
    const ToolKind kind = m_canvas.tool();
    const bool wand = kind == ToolKind::Wand;
    m_buttons->button(int(kind))->setChecked(true);
    m_amount->setVisible(wand || kind == ToolKind::Brush || kind == ToolKind::Eraser);
    m_amount->setText(wand ? tr("Tolerance %1").arg(m_editor.wand().tolerance)
                           : tr("%1 px").arg(m_editor.brushDiameter()));
    m_amount->setToolTip(wand ? tr("How different a colour may be ([ less, ] more)")
                              : tr("Size of the brush in pixels of the image ([ smaller, ] larger)"));
    m_contiguous->setVisible(wand);
    m_contiguous->setChecked(m_editor.wand().contiguous);
    m_even->setVisible(wand && !m_editor.wand().contiguous);
    m_even->setChecked(m_editor.wand().even);
}

} // namespace graft::ui
