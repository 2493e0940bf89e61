#include "ui/label/ClassButtons.h"

#include "project/Project.h"
#include "ui/data/ClassDelegate.h"
#include "ui/data/ClassListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QVBoxLayout>

namespace graft::ui {

ClassButtons::ClassButtons(QWidget* parent)
    : QWidget(parent), m_model(new ClassListModel(this)), m_progressText(bodyLabel({}, this)),
      m_progress(new QProgressBar(this)), m_hint(secondaryLabel({}, this)), m_view(new QListView(this)),
      m_add(new QLineEdit(this)), m_advance(new QCheckBox(tr("Next image after a class"), this)) {
    setObjectName(QStringLiteral("classButtons"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kBetween, theme::kInside, theme::kBetween, theme::kBetween);
    layout->setSpacing(theme::kInside);
    m_progressText->setObjectName(QStringLiteral("labelProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::kUnit);
    m_progress->setAccessibleName(tr("Labelled images"));
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addSpacing(theme::kInside);

    m_hint->setObjectName(QStringLiteral("noClasses"));
    m_hint->setText(
        tr("Add the classes that you want to tell apart, below. The first nine get the keys 1 to 9."));
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);

    m_view->setObjectName(QStringLiteral("labelClasses"));
    m_view->setAccessibleName(tr("Classes"));
    m_view->setModel(m_model);
    auto* delegate = new ClassDelegate(ClassDelegate::Look::Button, this);
    m_view->setItemDelegate(delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus); // the keys 1–9 and C do it all; arrows belong to the images
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_view, 1);

    auto* search = new QuietButton(tr("Find a class  (C)"), QStringLiteral("search"), this);
    search->setObjectName(QStringLiteral("findClass"));
    search->setFocusPolicy(Qt::TabFocus);
    search->setFlat(false);
    layout->addWidget(search);
    m_add->setObjectName(QStringLiteral("labelAddClass"));
    m_add->setPlaceholderText(tr("Add classes: one, another, …"));
    m_add->setAccessibleName(tr("Names of new classes, with commas between them"));
    m_add->setMaxLength(200);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->addAction(theme::icon(QStringLiteral("plus")), QLineEdit::LeadingPosition);
    layout->addWidget(m_add);
    m_advance->setObjectName(QStringLiteral("advanceAfterKey"));
    m_advance->setFocusPolicy(Qt::TabFocus);
    m_advance->setChecked(true);
    layout->addWidget(m_advance);

    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT picked(m_model->idAt(index.row())); });
    connect(search, &QPushButton::clicked, this, [this, search] {
        Q_EMIT searchWanted({search->mapToGlobal(QPoint(0, 0)), search->size()});
    });
    connect(m_add, &QLineEdit::returnPressed, this, &ClassButtons::addFromLine);
    connect(m_advance, &QCheckBox::toggled, this, &ClassButtons::advanceChanged);
    connect(m_model, &ClassListModel::countsChanged, this, &ClassButtons::showProgress);
    connect(&theme::Theme::current(), &theme::Theme::changed, m_model, &ClassListModel::refresh);
}

void ClassButtons::setProject(project::Project* project) {
    m_project = project;
    m_add->clear();
    const bool shapes = project && project->task() != annotation::TaskKind::Classification;
    m_advance->setVisible(!shapes);
    m_model->setProject(project);
    m_model->setCounts(shapes ? ClassListModel::Counts::Shapes : ClassListModel::Counts::Images);
}

void ClassButtons::refresh() {
    m_model->refresh();
}

void ClassButtons::setCurrent(ClassId id) {
    m_model->setCurrent(id);
    if (const int row = m_model->rowOf(id); row >= 0)
        m_view->scrollTo(m_model->index(row));
}

int ClassButtons::unlabelled() const {
    return m_model->unlabelled();
}

bool ClassButtons::advance() const {
    return m_advance->isChecked();
}

void ClassButtons::setAdvance(bool on) {
    const QSignalBlocker quiet(m_advance);
    m_advance->setChecked(on);
}

void ClassButtons::showProgress() {
    const int total = m_project ? int(m_project->images().size()) : 0;
    const int labelled = total - m_model->unlabelled();
    m_progressText->setText(tr("%1 of %2 labelled").arg(countText(labelled), countText(total)));
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(labelled);
    m_hint->setVisible(m_project && m_model->rowCount() == 0);
}

void ClassButtons::beginAdding() {
    m_add->setFocus(Qt::OtherFocusReason);
}

// What could not be added stays in the line.
void ClassButtons::addFromLine() {
    if (m_add->text().trimmed().isEmpty())
        Q_EMIT doneAdding();
    if (!m_project)
        return;
    QStringList left = m_add->text().split(QLatin1Char(','));
    for (; !left.isEmpty(); left.removeFirst()) {
        const QString name = left.front().trimmed();
        if (name.isEmpty())
            continue;
        if (const auto added = m_project->addClass(name.toStdString()); !added) {
            m_add->setText(left.join(QLatin1Char(',')).trimmed());
            Q_EMIT failed(QString::fromStdString(added.error().message));
            return;
        }
    }
    m_add->clear();
}

} // namespace graft::ui
