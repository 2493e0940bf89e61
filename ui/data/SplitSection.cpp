#include "ui/data/SplitSection.h"

#include "project/Project.h"
#include "project/SplitPlan.h"
#include "ui/data/SplitTableModel.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kRowsBeforeScrolling = 9;

QTableView* splitTable(SplitTableModel* model, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setObjectName(QStringLiteral("splitTable"));
    table->setAccessibleName(SplitSection::tr("Images of each class on each side of the split"));
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::TabFocus);
    table->setIconSize({14, 14});
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultSectionSize(46);
    table->horizontalHeader()->setMinimumSectionSize(20);
    table->horizontalHeader()->setHighlightSections(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

} // namespace

SplitSection::SplitSection(QWidget* parent)
    : QWidget(parent), m_model(new SplitTableModel(this)), m_table(splitTable(m_model, this)),
      m_byHand(secondaryLabel({}, this)), m_seed(new QSpinBox(this)), m_sum(secondaryLabel({}, this)),
      m_button(new QuietButton(tr("Split"), QStringLiteral("split"), this)),
      m_message(new InlineMessage(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    layout->addWidget(m_table);
    m_byHand->setWordWrap(true);
    layout->addWidget(m_byHand);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kInside);
    grid->setVerticalSpacing(theme::kUnit);
    m_train = addShare(*grid, 0, annotation::Split::Train, 70);
    m_validation = addShare(*grid, 1, annotation::Split::Validation, 15);
    m_test = addShare(*grid, 2, annotation::Split::Test, 15);
    layout->addLayout(grid);
    m_sum->setObjectName(QStringLiteral("splitSum"));
    layout->addWidget(m_sum);

    auto* last = new QHBoxLayout;
    auto* seedLabel = secondaryLabel(tr("Seed"), this);
    seedLabel->setBuddy(m_seed);
    m_seed->setObjectName(QStringLiteral("splitSeed"));
    m_seed->setAccessibleName(tr("Seed of the split"));
    m_seed->setToolTip(tr("The same seed gives the same split again"));
    m_seed->setRange(0, 999'999);
    m_button->setObjectName(QStringLiteral("splitButton"));
    m_button->setFlat(false);
    last->addWidget(seedLabel);
    last->addWidget(m_seed, 1);
    last->addWidget(m_button, 1);
    layout->addLayout(last);
    layout->addWidget(m_message);
    m_message->hide();

    connect(m_button, &QPushButton::clicked, this, &SplitSection::split);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &SplitSection::refresh);
    refresh();
}

QSpinBox* SplitSection::addShare(QGridLayout& grid, int column, annotation::Split split, int percent) {
    auto* share = new QSpinBox(this);
    share->setObjectName(QStringLiteral("splitShare%1").arg(column));
    share->setAccessibleName(tr("Share of %1 in percent").arg(words::splitName(split)));
    share->setRange(0, 100);
    share->setValue(percent);
    share->setSuffix(tr(" %"));
    auto* label = secondaryLabel(words::splitName(split), this);
    label->setBuddy(share);
    grid.addWidget(label, 0, column);
    grid.addWidget(share, 1, column);
    connect(share, &QSpinBox::valueChanged, this, &SplitSection::checkShares);
    return share;
}

void SplitSection::setProject(project::Project* project) {
    m_project = project;
    m_message->hide();
    readSettings();
    refresh();
}

void SplitSection::refresh() {
    m_model->refresh(m_project);
    const int byHand = m_model->byHand();
    m_byHand->setText(byHand == 1 ? tr("1 image was placed by hand and stays.")
                                  : tr("%1 images were placed by hand and stay.").arg(countText(byHand)));
    m_byHand->setVisible(byHand > 0);
    fitHeight();
    checkShares();
}

void SplitSection::fitHeight() {
    const int rows = std::min(m_model->rowCount(), kRowsBeforeScrolling);
    m_table->setFixedHeight(rows * kRowHeight + m_table->horizontalHeader()->sizeHint().height() + 2);
}

void SplitSection::checkShares() {
    if (!m_button)
        return;
    const int sum = m_train->value() + m_validation->value() + m_test->value();
    QString problem;
    if (sum != 100)
        problem = tr("The shares add up to %1 %; they must make 100 %.").arg(sum);
    else if (m_train->value() == 0 || m_validation->value() == 0)
        problem = tr("Training and validation both need a share.");
    m_sum->setText(problem);
    m_sum->setVisible(!problem.isEmpty());
    m_button->setEnabled(problem.isEmpty() && m_project && !m_project->images().empty() &&
                         !m_project->readOnly());
}

void SplitSection::readSettings() {
    if (!m_project)
        return;
    const auto read = [this](const char* key, QSpinBox* box, int otherwise) {
        const QString text = QString::fromStdString(m_project->setting(key));
        bool ok = false;
        const int value = text.toInt(&ok);
        const QSignalBlocker quiet(box);
        box->setValue(ok ? value : otherwise);
    };
    read("split.train", m_train, 70);
    read("split.validation", m_validation, 15);
    read("split.test", m_test, 15);
    read("split.seed", m_seed, 0);
}

void SplitSection::writeSettings() {
    const auto write = [this](const char* key, const QSpinBox* box) {
        (void)m_project->setSetting(key, std::to_string(box->value()));
    };
    write("split.train", m_train);
    write("split.validation", m_validation);
    write("split.test", m_test);
    write("split.seed", m_seed);
}

void SplitSection::split() {
    if (!m_project)
        return;
    m_message->hide();
    const project::SplitOptions options{m_train->value() / 100.0, m_validation->value() / 100.0,
                                        m_test->value() / 100.0, std::uint64_t(m_seed->value())};
    const auto plan = project::planSplit(*m_project, options);
    const Result<> done = plan ? m_project->applySplit(plan->assignment) : Result<>(plan.error());
    if (!done) {
        m_message->show(InlineMessage::Kind::Error, QString::fromStdString(done.error().message));
        return;
    }
    writeSettings();
    QStringList lines;
    for (const std::string& warning : plan->warnings)
        lines << QString::fromStdString(warning);
    if (lines.size() > 6) {
        const int more = int(lines.size()) - 5;
        lines = lines.mid(0, 5) << tr("and %1 more").arg(more);
    }
    if (!lines.isEmpty())
        m_message->show(InlineMessage::Kind::Warning, lines.join(u'\n'));
}

} // namespace graft::ui
