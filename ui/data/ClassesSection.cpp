#include "ui/data/ClassesSection.h"

#include "project/Project.h"
#include "ui/data/ClassDelegate.h"
#include "ui/data/ClassListModel.h"
#include "ui/data/ClassPicker.h"
#include "ui/data/ColorPopup.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kRowsBeforeScrolling = 10;

QListView* classList(ClassListModel* model, QWidget* parent) {
    auto* view = new QListView(parent);
    view->setObjectName(QStringLiteral("classList"));
    view->setAccessibleName(ClassesSection::tr("Classes"));
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

} // namespace

ClassesSection::ClassesSection(QWidget* parent)
    : QWidget(parent), m_model(new ClassListModel(this)), m_view(classList(m_model, this)),
      m_add(new QLineEdit(this)), m_unlabelled(secondaryLabel({}, this)), m_message(new InlineMessage(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    layout->addWidget(m_view);
    layout->addWidget(m_unlabelled);
    layout->addWidget(m_message);
    layout->addWidget(m_add);
    m_message->hide();
    m_add->setObjectName(QStringLiteral("addClass"));
    m_add->setPlaceholderText(tr("Add a class"));
    m_add->setAccessibleName(tr("Name of a new class"));
    m_add->setMaxLength(200);
    m_add->addAction(theme::icon(QStringLiteral("plus")), QLineEdit::LeadingPosition);
    m_view->installEventFilter(this);

    auto* delegate = new ClassDelegate(ClassDelegate::Look::Row, this);
    m_view->setItemDelegate(delegate);
    connect(delegate, &ClassDelegate::colorWanted, this, &ClassesSection::chooseColor);
    connect(delegate, &ClassDelegate::menuWanted, this, &ClassesSection::showMenu);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& point) {
        const QModelIndex index = m_view->indexAt(point);
        showMenu(index.isValid() ? index : m_view->currentIndex(), m_view->viewport()->mapToGlobal(point));
    });
    connect(m_add, &QLineEdit::returnPressed, this, &ClassesSection::addFromLine);
    connect(m_model, &ClassListModel::nameTaken, this, &ClassesSection::offerMerge);
    connect(m_model, &ClassListModel::failed, this, &ClassesSection::failed);
    connect(m_model, &ClassListModel::countsChanged, this, &ClassesSection::fitHeight);
    connect(&theme::Theme::current(), &theme::Theme::changed, m_model, &ClassListModel::refresh);
    fitHeight();
}

void ClassesSection::setProject(project::Project* project) {
    m_project = project;
    m_message->hide();
    m_add->clear();
    m_model->setProject(project);
}

void ClassesSection::refresh() {
    m_model->refresh();
}

void ClassesSection::fitHeight() {
    const int rows = std::clamp(m_model->rowCount(), 0, kRowsBeforeScrolling);
    m_view->setFixedHeight(rows * 32 + (rows > 0 ? 4 : 0));
    m_view->setVisible(rows > 0);
    const int count = m_model->unlabelled();
    m_unlabelled->setText(count == 1 ? tr("1 image is unlabelled")
                                     : tr("%1 images are unlabelled").arg(countText(count)));
    m_unlabelled->setVisible(count > 0);
}

void ClassesSection::tell(const Result<>& result) {
    if (!result)
        Q_EMIT failed(QString::fromStdString(result.error().message));
}

void ClassesSection::addFromLine() {
    const std::string name = m_add->text().trimmed().toStdString();
    if (!m_project || name.empty())
        return;
    if (const auto* existing = m_project->classNamed(name)) {
        m_message->show(InlineMessage::Kind::Note,
                        tr("“%1” is a class already.").arg(QString::fromStdString(name)));
        m_view->setCurrentIndex(m_model->index(m_model->rowOf(existing->id)));
        return;
    }
    m_message->hide();
    const auto added = m_project->addClass(name);
    if (!added) {
        Q_EMIT failed(QString::fromStdString(added.error().message));
        return;
    }
    m_add->clear();
    m_view->scrollToBottom();
}

void ClassesSection::offerMerge(ClassId from, ClassId into) {
    const annotation::LabelClass* source = m_project->labelClass(from);
    const annotation::LabelClass* target = m_project->labelClass(into);
    if (!source || !target)
        return;
    const QString name = QString::fromStdString(target->name);
    m_message->show(
        InlineMessage::Kind::Warning,
        tr("“%1” is a class already. Merge “%2” into it?").arg(name, QString::fromStdString(source->name)));
    QPushButton* merge = m_message->setAction(tr("Merge"));
    merge->setObjectName(QStringLiteral("mergeClasses"));
    disconnect(merge, &QPushButton::clicked, this, nullptr);
    connect(merge, &QPushButton::clicked, this, [this, from, into] {
        m_message->hide();
        if (m_project)
            tell(m_project->mergeClasses(from, into));
    });
}

void ClassesSection::chooseMerge(ClassId from) {
    const annotation::LabelClass* labelClass = m_project->labelClass(from);
    const QRect row = m_view->visualRect(m_model->index(m_model->rowOf(from)));
    pickClass(
        *m_project, {tr("Merge “%1” into…").arg(QString::fromStdString(labelClass->name)), from}, this,
        {m_view->viewport()->mapToGlobal(row.topLeft()), row.size()},
        [this, from](ClassId into) { tell(m_project->mergeClasses(from, into)); },
        [this](const QString& text) { Q_EMIT failed(text); });
}

void ClassesSection::chooseColor(const QModelIndex& index) {
    const ClassId id = m_model->idAt(index.row());
    const annotation::LabelClass* labelClass = m_project ? m_project->labelClass(id) : nullptr;
    if (!labelClass)
        return;
    auto* popup = new ColorPopup(labelClass->color, this);
    connect(popup, &ColorPopup::picked, this, [this, id](std::uint32_t color) {
        if (m_project)
            tell(m_project->recolorClass(id, color));
    });
    popup->popupAt(m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
}

void ClassesSection::showMenu(const QModelIndex& index, const QPoint& globalPosition) {
    if (!index.isValid() || !m_project)
        return;
    m_view->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, index);
    menu->popup(globalPosition);
}

void ClassesSection::fillMenu(QMenu& menu, const QModelIndex& index) {
    const ClassId id = m_model->idAt(index.row());
    const QPersistentModelIndex row(index);
    menu.addAction(tr("Show its images"), this, [this, id] { Q_EMIT filterWanted(id); });
    menu.addSeparator();
    menu.addAction(tr("Rename"), this, [this, row] { m_view->edit(row); });
    menu.addAction(tr("Change colour…"), this, [this, row] { chooseColor(row); });
    menu.addAction(tr("Merge into…"), this, [this, id] { chooseMerge(id); })
        ->setEnabled(m_model->rowCount() > 1);
    menu.addAction(tr("Move up"), this, [this, row] { move(row, -1); })->setEnabled(index.row() > 0);
    menu.addAction(tr("Move down"), this, [this, row] { move(row, 1); })
        ->setEnabled(index.row() + 1 < m_model->rowCount());
    menu.addSeparator();
    menu.addAction(tr("Remove"), this, [this, id] { remove(id); });
}

void ClassesSection::move(const QModelIndex& index, int by) {
    const ClassId id = m_model->idAt(index.row());
    const int position = index.row() + by;
    if (!m_project || !id || position < 0 || position >= m_model->rowCount())
        return;
    tell(m_project->moveClass(id, position));
    m_view->setCurrentIndex(m_model->index(m_model->rowOf(id)));
}

void ClassesSection::remove(ClassId id) {
    const int row = m_model->rowOf(id);
    if (!m_project || row < 0)
        return;
    const int count = m_model->data(m_model->index(row), ClassListModel::CountRole).toInt();
    const QString name = m_model->markAt(row).name;
    const Result<> removed = m_project->removeClass(id);
    tell(removed);
    if (removed && count > 0)
        m_message->show(
            InlineMessage::Kind::Note,
            tr("“%1” is removed; %2 unlabelled now. Undo brings it back.")
                .arg(name, count == 1 ? tr("1 image is") : tr("%1 images are").arg(countText(count))));
}

bool ClassesSection::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress || !m_view->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Delete)
        return remove(m_model->idAt(m_view->currentIndex().row())), true;
    if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        return move(m_view->currentIndex(), key->key() == Qt::Key_Up ? -1 : 1), true;
    // Digits and the like belong to the page: they label the selection.
    if (!key->text().isEmpty() && key->text().front().isPrint()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
