// How the page of EvaluatePage.cpp is put together.
#include "ui/evaluate/EvaluatePage.h"

#include "ui/data/ThumbnailCache.h"
#include "ui/evaluate/ClassTableModel.h"
#include "ui/evaluate/ConfusionView.h"
#include "ui/evaluate/EstimateDelegate.h"
#include "ui/evaluate/EvaluatedImages.h"
#include "ui/evaluate/EvaluatedImagesView.h"
#include "ui/evaluate/ModelExport.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunListModel.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

QPushButton* choiceButton(const QString& text, const QString& name, QButtonGroup* group, QWidget* parent) {
    auto* button = new QuietButton(text, {}, parent);
    button->setCheckable(true);
    button->setObjectName(name);
    group->addButton(button);
    return button;
}

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = bodyLabel(text, parent);
    label->setFont(theme::font(theme::TextSize::Lead, QFont::DemiBold));
    return label;
}

} // namespace

void EvaluatePage::buildActions() {
    m_save = new QuietButton(tr("Save"), QStringLiteral("save"), this);
    m_save->setObjectName(QStringLiteral("saveButton"));
    auto* menu = new QMenu(m_save);
    buildSaveMenu(*menu);
    m_save->setMenu(menu);
    m_export = new QuietButton(tr("Export…"), QStringLiteral("upload"), this);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setToolTip(
        tr("Writes the model as a file for other programs: ONNX, TorchScript or safetensors"));
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const runs::RunRecord* run = m_library.run(m_chosen.runId))
            m_modelExport->ask(*run);
    });
    m_report = new PrimaryButton(tr("Report…"), this);
    m_report->setObjectName(QStringLiteral("reportButton"));
    m_report->setToolTip(tr("Writes curves, figures, matrix and worst mistakes into one HTML or PDF file"));
    connect(m_report, &QPushButton::clicked, this, &EvaluatePage::report);
    titleActions()->addWidget(m_save);
    titleActions()->addWidget(m_export);
    titleActions()->addWidget(m_report);
}

QWidget* EvaluatePage::buildChoice() {
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kInside);
    m_run = new QComboBox(box);
    m_run->setObjectName(QStringLiteral("evaluatedRun"));
    m_run->setAccessibleName(tr("Run to evaluate"));
    m_run->setModel(m_runs);
    m_run->setMinimumWidth(240);
    auto* group = new QButtonGroup(box);
    m_validation = choiceButton(tr("Validation"), QStringLiteral("validationChoice"), group, box);
    m_test = choiceButton(tr("Test"), QStringLiteral("testChoice"), group, box);
    auto* again = new IconButton(QStringLiteral("refresh"), tr("Evaluate again"), box);
    again->setObjectName(QStringLiteral("evaluateAgain"));
    connect(again, &QToolButton::clicked, this, [this] { start(false); });
    line->addWidget(m_run);
    line->addSpacing(theme::kInside);
    line->addWidget(m_validation);
    line->addWidget(m_test);
    line->addWidget(again);
    line->addStretch(1);
    return box;
}

QWidget* EvaluatePage::buildBusy() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->addStretch(1);
    m_busyText = secondaryLabel(tr("Loading the model"), box);
    m_busyText->setAlignment(Qt::AlignCenter);
    m_busy = new QProgressBar(box);
    m_busy->setObjectName(QStringLiteral("evaluateProgress"));
    m_busy->setAccessibleName(tr("Progress of the evaluation"));
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(320, theme::kUnit);
    layout->addWidget(m_busyText);
    layout->addWidget(m_busy, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

QWidget* EvaluatePage::buildHeadline() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kInside);
    m_headline = figureLabel({}, box);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_interval = secondaryLabel({}, box);
    m_interval->setObjectName(QStringLiteral("interval"));
    m_interval->setFont(theme::tabularFont(theme::TextSize::Lead));
    m_interval->setToolTip(
        tr("95 % interval (Wilson): with other images of the same kind the figure would lie in here"));
    line->addWidget(m_headline);
    line->addWidget(m_interval, 1, Qt::AlignVCenter);
    layout->addLayout(line);
    m_further = secondaryLabel({}, box);
    m_further->setObjectName(QStringLiteral("furtherFigures"));
    m_further->setWordWrap(true);
    m_further->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_further);
    m_stale = new InlineMessage(box);
    m_stale->setObjectName(QStringLiteral("staleMessage"));
    connect(m_stale->setAction(tr("Evaluate again")), &QPushButton::clicked, this, [this] { start(false); });
    m_stale->hide();
    layout->addWidget(m_stale);
    return box;
}

QWidget* EvaluatePage::buildTable() {
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("classTable"));
    m_table->setAccessibleName(tr("Figures of each class"));
    m_table->setModel(m_classes);
    m_table->setItemDelegate(new EstimateDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(EstimateDelegate::kRowHeight);
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(ClassTableModel::Name, QHeaderView::Stretch);
    header->setDefaultSectionSize(92);
    m_table->setColumnWidth(ClassTableModel::Support, 60);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumWidth(400);
    return m_table;
}

QWidget* EvaluatePage::buildMatrix() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kUnit);
    auto* group = new QButtonGroup(box);
    auto* counts = choiceButton(tr("Counts"), QStringLiteral("countsChoice"), group, box);
    auto* shares = choiceButton(tr("Share of row"), QStringLiteral("sharesChoice"), group, box);
    counts->setChecked(true);
    auto* copy = new IconButton(QStringLiteral("copy"), tr("Copy the matrix (tab-separated)"), box);
    copy->setObjectName(QStringLiteral("copyMatrix"));
    line->addWidget(heading(tr("Confusions"), box));
    line->addStretch(1);
    line->addWidget(counts);
    line->addWidget(shares);
    line->addWidget(copy);
    layout->addLayout(line);
    m_matrix = new ConfusionView(box);
    auto* scroll = new QScrollArea(box);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_matrix);
    layout->addWidget(scroll, 1);
    connect(shares, &QPushButton::toggled, m_matrix, &ConfusionView::setNormalised);
    connect(copy, &QToolButton::clicked, this, &EvaluatePage::copyMatrix);
    return box;
}

QWidget* EvaluatePage::buildImages() {
    auto* panel = new SidePanel(this);
    panel->setObjectName(QStringLiteral("imagesPanel"));
    auto* section = panel->addSection({});
    auto* line = new QHBoxLayout;
    m_imagesTitle = heading({}, panel);
    m_imagesTitle->setObjectName(QStringLiteral("imagesTitle"));
    m_allMistakes = new IconButton(QStringLiteral("close"), tr("Back to all mistakes"), panel);
    m_allMistakes->setObjectName(QStringLiteral("allMistakes"));
    line->addWidget(m_imagesTitle, 1);
    line->addWidget(m_allMistakes);
    section->addLayout(line);
    m_imagesNote = secondaryLabel({}, panel);
    m_imagesNote->setWordWrap(true);
    section->addWidget(m_imagesNote);
    m_imagesView = new EvaluatedImagesView(*m_images, ThumbnailCache::of(m_studio), panel);
    section->addWidget(m_imagesView, 1);
    return panel;
}

QWidget* EvaluatePage::buildResults() {
    auto* box = new QWidget(this);
    auto* columns = new QHBoxLayout(box);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme::kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kBetween);
    left->addWidget(buildHeadline());
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kAround);
    auto* table = new QVBoxLayout;
    table->setSpacing(theme::kInside);
    table->addWidget(heading(tr("Each class"), box));
    table->addWidget(buildTable(), 1);
    row->addLayout(table, 1);
    row->addWidget(buildMatrix(), 1);
    left->addLayout(row, 1);
    columns->addLayout(left, 1);
    columns->addWidget(buildImages());
    return box;
}

} // namespace graft::ui
