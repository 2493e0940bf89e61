#include "ui/data/ClassPicker.h"

#include "ui/data/ClassMark.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kNewRole = Qt::UserRole + 1;

} // namespace

ClassPicker::ClassPicker(const project::Project& project, Options options, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint), m_project(project), m_options(std::move(options)),
      m_search(new QLineEdit(this)), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("classPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(m_options.title);
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kInside, theme::kInside, theme::kInside, theme::kInside);
    layout->setSpacing(theme::kInside);
    layout->addWidget(secondaryLabel(m_options.title, this));
    m_search->setObjectName(QStringLiteral("classPickerSearch"));
    m_search->setPlaceholderText(m_options.offerNew ? tr("Name of a class, or a new one")
                                                    : tr("Name of a class"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_list->setObjectName(QStringLiteral("classPickerList"));
    m_list->setAccessibleName(tr("Classes that match"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    layout->addWidget(m_list);
    setFixedWidth(280);
    connect(m_search, &QLineEdit::textChanged, this, &ClassPicker::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &ClassPicker::accept);
    connect(m_list, &QListWidget::itemClicked, this, &ClassPicker::accept);
    fill();
}

// Names that start with the letters come first.
void ClassPicker::fill() {
    const QString letters = m_search->text().trimmed();
    m_list->clear();
    const ClassMarks marks = classMarks(m_project.classes());
    std::vector<const annotation::LabelClass*> found;
    bool exact = false;
    for (const annotation::LabelClass& labelClass : m_project.classes()) {
        const QString name = QString::fromStdString(labelClass.name);
        exact |= name == letters;
        if (labelClass.id != m_options.without && name.contains(letters, Qt::CaseInsensitive))
            found.push_back(&labelClass);
    }
    std::stable_partition(found.begin(), found.end(), [&](const annotation::LabelClass* labelClass) {
        return QString::fromStdString(labelClass->name).startsWith(letters, Qt::CaseInsensitive);
    });
    for (const annotation::LabelClass* labelClass : found) {
        const ClassMark& mark = marks.at(labelClass->id);
        auto* item = new QListWidgetItem(
            classDotIcon(mark, 16),
            mark.key ? tr("%1   (%2)").arg(mark.name, QString::number(mark.key)) : mark.name, m_list);
        item->setData(kIdRole, QVariant::fromValue<qlonglong>(labelClass->id.value));
    }
    if (m_options.offerUnlabelled && words::unlabelled().contains(letters, Qt::CaseInsensitive)) {
        auto* item = new QListWidgetItem(words::unlabelled(), m_list);
        item->setData(kIdRole, QVariant::fromValue<qlonglong>(0));
    }
    if (m_options.offerNew && !letters.isEmpty() && !exact) {
        auto* item = new QListWidgetItem(theme::icon(QStringLiteral("plus")),
                                         tr("Add class “%1”").arg(letters), m_list);
        item->setData(kNewRole, letters);
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, 9) * std::max(24, m_list->sizeHintForRow(0)) + 4);
    adjustSize();
}

void ClassPicker::popupAt(const QRect& anchor) {
    const QScreen* screen = QGuiApplication::screenAt(anchor.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QPoint corner = anchor.bottomLeft() + QPoint(0, theme::kUnit);
    if (corner.y() + height() > room.bottom())
        corner.setY(std::max(room.top(), anchor.top() - height() - theme::kUnit));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ClassPicker::accept() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const QString name = item->data(kNewRole).toString();
    const ClassId id{item->data(kIdRole).toLongLong()};
    close();
    if (name.isEmpty())
        Q_EMIT picked(id);
    else
        Q_EMIT newNamePicked(name);
}

bool ClassPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int rows = m_list->count();
    if (rows > 0 && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows);
        return true;
    }
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    return false;
}

void pickClass(project::Project& project, ClassPicker::Options options, QWidget* anchor,
               const QRect& globalAnchor, std::function<void(ClassId)> picked,
               std::function<void(const QString&)> failed) {
    auto* picker = new ClassPicker(project, std::move(options), anchor);
    QObject::connect(picker, &ClassPicker::picked, anchor, picked);
    QObject::connect(picker, &ClassPicker::newNamePicked, anchor,
                     [&project, picked, failed](const QString& name) {
                         const auto added = project.addClass(name.toStdString());
                         added ? picked(*added) : failed(QString::fromStdString(added.error().message));
                     });
    picker->popupAt(globalAnchor);
}

} // namespace graft::ui
