#include "ui/label/ViewMenu.h"

#include "ui/label/MiniMap.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSlider>
#include <QStringList>
#include <QWidgetAction>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr const char* kNoGrid = "no-grid";
constexpr const char* kNoMap = "no-map";
constexpr const char* kCrossHair = "cross-hair";
constexpr const char* kTone = "tone=";
constexpr const char* kBands = "bands=";

/// Three numbers from 0 on; else the first.
ShownBands bandsFrom(const QStringList& words) {
    for (const QString& word : words) {
        const QStringList numbers = word.mid(int(qstrlen(kBands))).split(QLatin1Char(','));
        if (!word.startsWith(QLatin1String(kBands)) || numbers.size() != 3)
            continue;
        const ShownBands bands{numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt()};
        if (std::ranges::all_of(bands, [](int band) { return band >= 0 && band < imaging::kMostBands; }))
            return bands;
    }
    return kFirstBands;
}

/// As it was where the words say nothing, or nothing that can be.
Tone toneFrom(const QStringList& words) {
    for (const QString& word : words) {
        const QStringList numbers = word.mid(int(qstrlen(kTone))).split(QLatin1Char(','));
        if (!word.startsWith(QLatin1String(kTone)) || numbers.size() != 3)
            continue;
        const Tone tone{numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
        if (tone.low >= -1 && tone.high <= 2 && tone.high > tone.low && tone.gamma >= 0.2 && tone.gamma <= 5)
            return tone;
    }
    return {};
}

} // namespace

ViewMenu::ViewMenu(ShapeCanvas& canvas, MiniMap& map, QWidget* parent)
    : QMenu(parent), m_canvas(canvas), m_map(map) {
    setObjectName(QStringLiteral("viewMenu"));
    const auto look = [&canvas](auto change) {
        return [&canvas, change](bool on) {
            ShapeLook changed = canvas.look();
            change(changed, on);
            canvas.setLook(changed);
        };
    };
    addSwitch(
        "byInstance", tr("A colour for each shape, not for each class"),
        [&canvas] { return canvas.look().byInstance; },
        look([](ShapeLook& l, bool on) { l.byInstance = on; }));
    addSwitch(
        "outlinesOnly", tr("Outlines only"), [&canvas] { return canvas.look().outlinesOnly; },
        look([](ShapeLook& l, bool on) { l.outlinesOnly = on; }));
    addSwitch(
        "patterns", tr("Patterns on masks, one for each class"), [&canvas] { return canvas.look().patterns; },
        look([](ShapeLook& l, bool on) { l.patterns = on; }));
    addOpacity();
    addSeparator();
    addSwitch(
        "pixelGrid", tr("Lines between pixels, from 1,000 % on"), [&canvas] { return canvas.pixelGrid(); },
        [&canvas](bool on) { canvas.setPixelGrid(on); });
    addSwitch(
        "crossHair", tr("Cross-hair"), [&canvas] { return canvas.crossHair(); },
        [&canvas](bool on) { canvas.setCrossHair(on); });
    addSwitch(
        "miniMap", tr("Overview in the corner"), [&map] { return map.isWanted(); },
        [&map](bool on) { map.setWanted(on); });
    addBands();
    addSeparator();
    m_resetTone = addAction(tr("Brightness and contrast as they were"));
    m_resetTone->setObjectName(QStringLiteral("resetTone"));
    connect(m_resetTone, &QAction::triggered, this, [this] {
        m_canvas.setTone({});
        Q_EMIT chosen();
    });
    QLabel* hint = secondaryLabel(
        tr("Held, the right button changes brightness and contrast, with Shift the gamma."), this);
    hint->setWordWrap(true);
    hint->setContentsMargins(theme::kBetween, 0, theme::kBetween, theme::kUnit);
    auto* line = new QWidgetAction(this);
    line->setDefaultWidget(hint);
    addAction(line);
    connect(&m_canvas, &ImageCanvas::toneChanged, this, [this] {
        follow();
        Q_EMIT chosen();
    });
    connect(this, &QMenu::aboutToShow, this, &ViewMenu::follow);
    follow();
}

void ViewMenu::addSwitch(const char* name, const QString& text, const Get& get, const Set& set) {
    QAction* action = addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, set](bool on) {
        set(on);
        Q_EMIT chosen();
    });
    m_switches.emplace_back(action, get);
}

void ViewMenu::addBands() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::kBetween, theme::kUnit, theme::kBetween, theme::kUnit);
    row->addWidget(bodyLabel(tr("Channels"), line), 1);
    const char* const names[] = {"redBand", "greenBand", "blueBand"};
    const QString tips[] = {tr("The channel that is shown as red"), tr("The channel that is shown as green"),
                            tr("The channel that is shown as blue")};
    for (std::size_t i = 0; i < m_bandBoxes.size(); ++i) {
        QComboBox* box = m_bandBoxes[i] = new QComboBox(line);
        box->setObjectName(QLatin1String(names[i]));
        box->setAccessibleName(tips[i]);
        box->setToolTip(tips[i]);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ViewMenu::chooseBands);
    }
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(line);
    addAction(action);
    m_bandsLine = action;
    m_bandsLine->setObjectName(QStringLiteral("bands"));
}

void ViewMenu::chooseBands() {
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        m_bands[i] = m_bandBoxes[i]->currentIndex();
    Q_EMIT bandsChanged();
    Q_EMIT chosen();
}

/// As many as the image has that is shown.
void ViewMenu::showBands() {
    const int channels = m_canvas.loaded() ? m_canvas.loaded()->channels : 0;
    m_bandsLine->setVisible(channels > 3);
    if (channels <= 3)
        return;
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        QComboBox* box = m_bandBoxes[i];
        while (box->count() > channels)
            box->removeItem(box->count() - 1);
        while (box->count() < channels)
            box->addItem(QString::number(box->count() + 1));
        box->setCurrentIndex(std::min(m_bands[i], channels - 1));
    }
}

void ViewMenu::addOpacity() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::kBetween, theme::kUnit, theme::kBetween, theme::kUnit);
    m_opacity = new QSlider(Qt::Horizontal, line);
    m_opacity->setObjectName(QStringLiteral("opacity"));
    m_opacity->setAccessibleName(tr("How strongly shapes cover the image"));
    m_opacity->setRange(0, 250);
    m_opacity->setPageStep(25);
    row->addWidget(bodyLabel(tr("Cover"), line));
    row->addWidget(m_opacity, 1);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(line);
    addAction(action);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        ShapeLook look = m_canvas.look();
        if (look.opacity == percent)
            return;
        look.opacity = percent;
        m_canvas.setLook(look);
        Q_EMIT chosen();
    });
}

void ViewMenu::follow() {
    for (const auto& [action, get] : m_switches)
        action->setChecked(get());
    m_opacity->setValue(m_canvas.look().opacity);
    m_resetTone->setEnabled(!(m_canvas.tone() == Tone()));
    showBands();
}

std::string ViewMenu::settings() const {
    std::string text = textOf(m_canvas.look());
    for (const auto& [word, on] :
         {std::pair(kNoGrid, !m_canvas.pixelGrid()), std::pair(kNoMap, !m_map.isWanted()),
          std::pair(kCrossHair, m_canvas.crossHair())})
        if (on)
            text += std::string(" ") + word;
    const Tone& tone = m_canvas.tone();
    if (!(tone == Tone()))
        text += QStringLiteral(" %1%2,%3,%4")
                    .arg(QLatin1String(kTone))
                    .arg(tone.low)
                    .arg(tone.high)
                    .arg(tone.gamma)
                    .toStdString();
    if (m_bands != kFirstBands)
        text += QStringLiteral(" %1%2,%3,%4")
                    .arg(QLatin1String(kBands))
                    .arg(m_bands[0])
                    .arg(m_bands[1])
                    .arg(m_bands[2])
                    .toStdString();
    return text;
}

void ViewMenu::setSettings(const std::string& text) {
    const QStringList words = QString::fromStdString(text).split(QLatin1Char(' '));
    m_canvas.setLook(lookFrom(text));
    m_canvas.setTone(toneFrom(words));
    if (const ShownBands bands = bandsFrom(words); bands != m_bands) {
        m_bands = bands;
        Q_EMIT bandsChanged();
    }
    m_canvas.setPixelGrid(!words.contains(QLatin1String(kNoGrid)));
    m_canvas.setCrossHair(words.contains(QLatin1String(kCrossHair)));
    m_map.setWanted(!words.contains(QLatin1String(kNoMap)));
    follow();
}

} // namespace graft::ui
