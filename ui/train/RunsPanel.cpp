#include "ui/train/RunsPanel.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunComparison.h"
#include "ui/train/RunDelegate.h"
#include "ui/train/RunWords.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QListView>

namespace graft::ui {

RunsPanel::RunsPanel(QWidget* queue, QWidget* parent)
    : SidePanel(parent), m_model(new RunListModel(this)), m_list(new QListView(this)),
      m_comparison(new QComboBox(this)), m_differences(new RunComparison(this)), m_facts(new QWidget(this)),
      m_factsGrid(new QGridLayout(m_facts)), m_notes(secondaryLabel({}, this)) {
    setObjectName(QStringLiteral("runsPanel"));
    m_factsGrid->setContentsMargins(0, 0, 0, 0);
    m_factsGrid->setVerticalSpacing(theme::kUnit);
    m_factsGrid->setHorizontalSpacing(theme::kBetween);
    m_factsGrid->setColumnStretch(1, 1);
    m_notes->setObjectName(QStringLiteral("runNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* run = addSection(tr("This run"));
    run->addWidget(m_facts);
    run->addWidget(m_notes);

    m_comparison->setObjectName(QStringLiteral("comparedRun"));
    m_comparison->setAccessibleName(tr("Run to compare with"));
    m_comparison->setToolTip(tr("Lays the curves of another run under these, dashed"));
    m_comparison->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* waiting = addSection(tr("Waiting"));
    waiting->addWidget(queue);
    m_queue = waiting->parentWidget()->parentWidget();

    auto* comparison = addSection(tr("Compare with"));
    comparison->addWidget(m_comparison);
    comparison->addWidget(m_differences);

    m_list->setObjectName(QStringLiteral("runList"));
    m_list->setAccessibleName(tr("Runs of this project, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(180);
    addSection(tr("Runs"))->addWidget(m_list, 1);
    offerRemoval();

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!m_filling && now.isValid())
                    Q_EMIT runChosen(m_model->run(now.row()).id);
            });
    connect(m_comparison, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_wanted.clear();
        Q_EMIT comparisonChosen(m_comparison->currentData().toString().toStdString());
    });
}

/// By the list's menu and the Delete key.
void RunsPanel::offerRemoval() {
    auto* remove = new QAction(tr("Move to the trash"), m_list);
    remove->setObjectName(QStringLiteral("removeRun"));
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(remove);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto refresh = [this, remove] {
        const QModelIndex now = m_list->currentIndex();
        remove->setEnabled(now.isValid() && m_model->run(now.row()).state != runs::State::Running);
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, refresh);
    connect(remove, &QAction::triggered, this, [this] {
        if (const QModelIndex now = m_list->currentIndex(); now.isValid())
            Q_EMIT removalAsked(m_model->run(now.row()).id);
    });
    refresh();
}

void RunsPanel::setFacts(const std::vector<std::pair<QString, QString>>& facts) {
    while (QLayoutItem* item = m_factsGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& [name, value] : facts) {
        auto* label = bodyLabel(value, m_facts);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        m_factsGrid->addWidget(secondaryLabel(name, m_facts), row, 0, Qt::AlignTop);
        m_factsGrid->addWidget(label, row++, 1);
    }
    m_facts->setVisible(!facts.empty());
}

void RunsPanel::setNotes(const std::vector<std::string>& notes) {
    QStringList lines;
    for (const std::string& note : notes)
        lines << QString::fromStdString(note);
    m_notes->setText(lines.join(QStringLiteral("\n\n")));
    m_notes->setVisible(!notes.empty());
}

void RunsPanel::setRuns(const std::vector<runs::RunRecord>& runs, const std::string& shown) {
    m_filling = true;
    m_model->setRuns(runs);
    if (const int row = m_model->rowOf(shown); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    refillComparison(shown);
    m_filling = false;
}

void RunsPanel::compareWith(const std::string& id) {
    m_wanted = QString::fromStdString(id);
}

void RunsPanel::refillComparison(const std::string& shown) {
    const QString before = m_comparison->currentData().toString();
    const QString wanted = m_wanted.isEmpty() ? before : m_wanted;
    m_comparison->clear();
    m_comparison->addItem(tr("No other run"), QString());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const runs::RunRecord& run = m_model->run(row);
        if (run.id == shown || run.epochs.empty())
            continue;
        const auto best = run_words::bestAccuracy(run);
        const QString title = run_words::title(run);
        m_comparison->addItem(best ? QStringLiteral("%1 · %2").arg(title, run_words::percent(*best)) : title,
                              QString::fromStdString(run.id));
    }
    m_comparison->setCurrentIndex(std::max(0, m_comparison->findData(wanted)));
    m_comparison->setEnabled(m_comparison->count() > 1);
    if (const QString now = m_comparison->currentData().toString(); now != before)
        Q_EMIT comparisonChosen(now.toStdString());
}

} // namespace graft::ui
