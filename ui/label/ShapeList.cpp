#include "ui/label/ShapeList.h"

#include "ui/data/Words.h"
#include "ui/label/ShapeEditor.h"
#include "ui/label/ShapeListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/WholeRowDelegate.h"
#include "ui/widgets/Widgets.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kRowHeight = 28;
constexpr int kSizeWidth = 84;
constexpr int kSwitchWidth = 26;
constexpr int kIcon = 16;

} // namespace

ShapeList::ShapeList(ShapeEditor& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_model(new ShapeListModel(editor, this)),
      m_title(headingLabel({}, this)), m_view(new QTableView(this)) {
    setObjectName(QStringLiteral("shapeList"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kBetween, theme::kInside, theme::kInside, theme::kInside);
    column->setSpacing(theme::kUnit);
    m_title->setObjectName(QStringLiteral("shapeCount"));
    column->addWidget(m_title);
    m_view->setObjectName(QStringLiteral("shapeTable"));
    m_view->setAccessibleName(tr("Shapes of this image"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new WholeRowDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setIconSize({kIcon, kIcon});
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->hide();
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setMinimumSectionSize(kSwitchWidth);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(ShapeListModel::ClassColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(ShapeListModel::KindColumn, kSwitchWidth);
    m_view->setColumnWidth(ShapeListModel::SizeColumn, kSizeWidth);
    m_view->setColumnWidth(ShapeListModel::ShownColumn, kSwitchWidth);
    m_view->setColumnWidth(ShapeListModel::LockColumn, kSwitchWidth);
    m_view->installEventFilter(this);
    column->addWidget(m_view, 1);
    connect(&m_editor, &ShapeEditor::changed, this, &ShapeList::refresh);
    connect(&m_editor, &ShapeEditor::selectionChanged, this, &ShapeList::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ShapeList::takeSelection);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() >= ShapeListModel::ShownColumn)
            flip(index.row(), index.column());
    });
    refresh();
}

void ShapeList::setMarks(const ClassMarks& marks) {
    m_model->setMarks(marks);
}

void ShapeList::refresh() {
    {
        const QScopedValueRollback following(m_following, true);
        m_model->refresh();
    }
    m_title->setText(words::shapeCount(m_model->rowCount()));
    followSelection();
}

void ShapeList::followSelection() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    QItemSelection selection;
    for (const ShapeId id : m_editor.selected())
        if (const int row = m_model->rowOf(id); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, ShapeListModel::ColumnCount - 1));
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (selection.isEmpty())
        return;
    const QModelIndex first = m_model->index(selection.front().top(), 0);
    if (m_editor.selected().size() == 1)
        m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_view->scrollTo(first);
}

void ShapeList::takeSelection() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    std::vector<ShapeId> ids;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        ids.push_back(m_model->idAt(index.row()));
    m_editor.select(std::move(ids));
}

void ShapeList::flip(int row, int column) {
    const ShapeId id = m_model->idAt(row);
    if (column == ShapeListModel::ShownColumn)
        m_editor.setHidden(id, !m_editor.isHidden(id));
    else
        m_editor.setLocked(id, !m_editor.isLocked(id));
}

bool ShapeList::handleKey(int key) {
    const int row = m_view->currentIndex().row();
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_editor.removeSelected();
        return true;
    case Qt::Key_H:
        flip(row, ShapeListModel::ShownColumn);
        return true;
    case Qt::Key_L:
        flip(row, ShapeListModel::LockColumn);
        return true;
    default:
        return false;
    }
}

// The list has its own keys; letters and digits that are not among them belong to the page.
bool ShapeList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && m_view->currentIndex().isValid() && handleKey(key->key()))
        return true;
    if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_Z) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
