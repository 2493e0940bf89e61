#include "ui/train/RunComparison.h"

#include "training/Recipes.h"
#include "training/Training.h"
#include "ui/theme/Theme.h"
#include "ui/train/OptionWords.h"
#include "ui/widgets/Widgets.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr double kRare = 0.05; ///< below it, chance is named as unlikely

QLabel* cell(const QString& text, QWidget* parent, bool quiet) {
    QLabel* label = quiet ? secondaryLabel(text, parent) : bodyLabel(text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RunComparison::RunComparison(QWidget* parent)
    : QWidget(parent), m_same(secondaryLabel({}, this)), m_paired(secondaryLabel({}, this)) {
    setObjectName(QStringLiteral("runComparison"));
    m_pool.setMaxThreadCount(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    m_paired->setObjectName(QStringLiteral("pairedRuns"));
    for (QLabel* label : {m_paired, m_same}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    hide();
}

RunComparison::~RunComparison() {
    m_pool.clear();
    m_pool.waitForDone();
}

void RunComparison::compare(const training::TrainingOptions& options, const std::filesystem::path& folder,
                            const runs::RunRecord* other) {
    const auto others = other ? training::optionsFromJson(other->optionsJson)
                              : Result<training::TrainingOptions>(Error{{}, {}});
    setVisible(others.ok());
    if (!others) {
        m_read = ++m_asked;
        return;
    }
    fillOptions(options, *others);
    readEvaluations(folder, other->folder);
}

void RunComparison::fillOptions(const training::TrainingOptions& shown,
                                const training::TrainingOptions& other) {
    delete m_table;
    m_table = nullptr;
    const auto differences = training::differences(shown, other);
    m_same->setText(tr("Both runs have the same options."));
    m_same->setVisible(differences.empty());
    if (differences.empty())
        return;
    m_table = new QWidget(this);
    m_table->setObjectName(QStringLiteral("optionDifferences"));
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(theme::kUnit);
    m_grid->setHorizontalSpacing(theme::kInside);
    m_grid->addWidget(cell(tr("Option"), m_table, true), 0, 0);
    m_grid->addWidget(cell(tr("This run"), m_table, true), 0, 1);
    m_grid->addWidget(cell(tr("The other"), m_table, true), 0, 2);
    int row = 1;
    for (const training::OptionDifference& one : differences) {
        const QString title = option_words::title(one.name);
        const QString ours = option_words::value(one.name, one.left);
        const QString theirs = option_words::value(one.name, one.right);
        QLabel* name = cell(title, m_table, true);
        name->setAccessibleDescription(tr("%1: this run %2, the other %3").arg(title, ours, theirs));
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(cell(ours, m_table, false), row, 1, Qt::AlignTop);
        m_grid->addWidget(cell(theirs, m_table, false), row++, 2, Qt::AlignTop);
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column == 0 ? 3 : 2);
    layout()->addWidget(m_table);
}

void RunComparison::readEvaluations(const std::filesystem::path& shown, const std::filesystem::path& other) {
    m_paired->clear();
    m_paired->hide();
    m_pool.clear();
    const int asked = ++m_asked;
    if (shown.empty()) {
        m_read = asked;
        return;
    }
    m_pool.start([this, asked, shown, other] {
        const auto ours = training::readEvaluation(shown, "val"),
                   theirs = training::readEvaluation(other, "val");
        auto paired = ours && theirs ? training::paired(*ours, *theirs) : std::nullopt;
        QMetaObject::invokeMethod(
            this,
            [this, asked, paired] {
                if (asked != m_asked)
                    return;
                m_read = asked;
                sayPaired(paired);
            },
            Qt::QueuedConnection);
    });
}

void RunComparison::sayPaired(const std::optional<training::Paired>& paired) {
    m_paired->show();
    if (!paired)
        return m_paired->setText(tr("Evaluate both runs to see on which images they differ."));
    const QString counts =
        tr("Of %1 validation images, only this run gets %2 right and only the other %3.")
            .arg(countText(paired->images), countText(paired->onlyFirst), countText(paired->onlySecond));
    const QString p = QLocale().toString(paired->p, 'g', 2);
    if (paired->onlyFirst + paired->onlySecond == 0)
        return m_paired->setText(counts);
    m_paired->setText(counts + QLatin1Char(' ') +
                      (paired->p < kRare
                           ? tr("That is unlikely to be chance (McNemar's test, p = %1).").arg(p)
                           : tr("That may well be chance (McNemar's test, p = %1).").arg(p)));
}

} // namespace graft::ui
