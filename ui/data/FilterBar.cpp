#include "ui/data/FilterBar.h"

#include "project/Project.h"
#include "ui/data/ClassMark.h"
#include "ui/data/FilterChips.h"
#include "ui/data/GridView.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kSmallImage = 14; ///< at the ends of the slider
constexpr int kLargeImage = 20;

constexpr int kClassesBeforeSubmenu = 12;
constexpr std::array kSplits{annotation::Split::Train, annotation::Split::Validation, annotation::Split::Test,
                             annotation::Split::None};

template <typename Value>
std::vector<Value> toggled(std::vector<Value> values, Value value) {
    if (std::erase(values, value) == 0)
        values.push_back(value);
    return values;
}

QString orderName(ImageOrder::Key key) {
    switch (key) {
    case ImageOrder::Key::Added:
        return FilterBar::tr("Added");
    case ImageOrder::Key::Name:
        return FilterBar::tr("Name");
    case ImageOrder::Key::Class:
        return FilterBar::tr("Class");
    case ImageOrder::Key::Split:
        return FilterBar::tr("Split");
    case ImageOrder::Key::FileSize:
        return FilterBar::tr("File size");
    }
    return {};
}

} // namespace

FilterBar::FilterBar(const ImageList& list, QWidget* parent)
    : QWidget(parent), m_list(list), m_search(new QLineEdit(this)),
      m_filterButton(new QuietButton(tr("Filter"), QStringLiteral("filter"), this)),
      m_sortButton(new QuietButton({}, QStringLiteral("sort"), this)), m_filterMenu(new QMenu(this)),
      m_sortMenu(new QMenu(this)), m_selected(secondaryLabel({}, this)),
      m_size(new QSlider(Qt::Horizontal, this)), m_chips(new FilterChips(list, this)) {
    buildLine();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        ImageFilter filter = m_filter;
        filter.text = text;
        change(filter);
    });
    connect(m_filterMenu, &QMenu::aboutToShow, this, &FilterBar::fillFilterMenu);
    connect(m_filterButton, &QPushButton::clicked, this, [this] {
        m_filterMenu->popup(m_filterButton->mapToGlobal(QPoint(0, m_filterButton->height() + 2)));
    });
    connect(m_sortMenu, &QMenu::aboutToShow, this, &FilterBar::fillSortMenu);
    connect(m_sortButton, &QPushButton::clicked, this,
            [this] { m_sortMenu->popup(m_sortButton->mapToGlobal(QPoint(0, m_sortButton->height() + 2))); });
    connect(m_size, &QSlider::valueChanged, this, &FilterBar::thumbnailSizeChanged);
    connect(m_chips, &FilterChips::filterWanted, this, &FilterBar::change);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &FilterBar::refresh);
    updateSortText();
}

void FilterBar::buildLine() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kInside);
    m_search->setObjectName(QStringLiteral("dataSearch"));
    m_search->setPlaceholderText(tr("Search names and folders"));
    m_search->setAccessibleName(tr("Search images by name or folder"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(280);
    m_search->installEventFilter(this);
    m_filterButton->setObjectName(QStringLiteral("dataFilter"));
    m_sortButton->setObjectName(QStringLiteral("dataSort"));
    m_size->setObjectName(QStringLiteral("thumbnailSize"));
    m_size->setAccessibleName(tr("Size of the thumbnails"));
    m_size->setToolTip(tr("Size of the thumbnails (Ctrl+wheel, + and −)"));
    m_size->setRange(GridView::kSmallest, GridView::kLargest);
    m_size->setPageStep(32);
    m_size->setFixedWidth(112);
    line->addWidget(m_search, 1);
    line->addWidget(m_filterButton);
    line->addWidget(m_sortButton);
    line->addStretch(1);
    line->addWidget(m_selected);
    line->addWidget(new IconLabel(QStringLiteral("image"), kSmallImage, this));
    line->addWidget(m_size);
    line->addWidget(new IconLabel(QStringLiteral("image"), kLargeImage, this));
    layout->addLayout(line);
    layout->addWidget(m_chips);
}

void FilterBar::setProject(const project::Project* project) {
    m_project = project;
    setFilter({});
    setSelected(0);
}

void FilterBar::refresh() {
    m_chips->show(m_filter, m_project);
}

void FilterBar::setFilter(const ImageFilter& filter) {
    m_filter = filter;
    const QSignalBlocker quiet(m_search);
    m_search->setText(filter.text);
    refresh();
}

void FilterBar::setSelected(int count) {
    m_selected->setText(count == 0 ? QString() : tr("%1 selected").arg(countText(count)));
}

void FilterBar::setThumbnailSize(int size) {
    const QSignalBlocker quiet(m_size);
    m_size->setValue(size);
}

void FilterBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::change(const ImageFilter& filter) {
    m_filter = filter;
    if (m_search->text() != m_filter.text) {
        const QSignalBlocker quiet(m_search);
        m_search->setText(m_filter.text);
    }
    Q_EMIT filterChanged(m_filter);
    refresh();
}

void FilterBar::fillFilterMenu() {
    m_filterMenu->clear();
    if (!m_project)
        return;
    const bool many = m_project->classes().size() > kClassesBeforeSubmenu;
    if (!many)
        m_filterMenu->addSection(tr("Class"));
    addClassChoices(many ? *m_filterMenu->addMenu(tr("Class")) : *m_filterMenu);
    m_filterMenu->addSection(tr("Split"));
    addSplitChoices(*m_filterMenu);
    m_filterMenu->addSeparator();
    QAction* duplicates =
        m_filterMenu->addAction(tr("Duplicates only (%1)").arg(countText(m_list.duplicates())));
    duplicates->setCheckable(true);
    duplicates->setChecked(m_filter.duplicatesOnly);
    connect(duplicates, &QAction::triggered, this, [this](bool on) {
        ImageFilter filter = m_filter;
        filter.duplicatesOnly = on;
        change(filter);
    });
}

void FilterBar::addClassChoices(QMenu& menu) {
    const auto add = [&](ClassId id, const QString& name, const QIcon& icon) {
        QAction* action =
            menu.addAction(icon, tr("%1 (%2)").arg(name, countText(m_list.countOf({.classes = {id}}))));
        action->setCheckable(true);
        action->setChecked(std::count(m_filter.classes.begin(), m_filter.classes.end(), id) > 0);
        connect(action, &QAction::triggered, this, [this, id] {
            ImageFilter filter = m_filter;
            filter.classes = toggled(filter.classes, id);
            change(filter);
        });
    };
    const ClassMarks marks = classMarks(m_project->classes());
    for (const annotation::LabelClass& labelClass : m_project->classes())
        add(labelClass.id, QString::fromStdString(labelClass.name),
            classDotIcon(marks.at(labelClass.id), 16));
    add({}, words::unlabelled(), {});
}

void FilterBar::addSplitChoices(QMenu& menu) {
    for (const annotation::Split split : kSplits) {
        QAction* action = menu.addAction(
            tr("%1 (%2)").arg(words::splitName(split), countText(m_list.countOf({.splits = {split}}))));
        action->setCheckable(true);
        action->setChecked(std::count(m_filter.splits.begin(), m_filter.splits.end(), split) > 0);
        connect(action, &QAction::triggered, this, [this, split] {
            ImageFilter filter = m_filter;
            filter.splits = toggled(filter.splits, split);
            change(filter);
        });
    }
}

void FilterBar::fillSortMenu() {
    m_sortMenu->clear();
    auto* keys = new QActionGroup(m_sortMenu);
    for (const auto key : {ImageOrder::Key::Added, ImageOrder::Key::Name, ImageOrder::Key::Class,
                           ImageOrder::Key::Split, ImageOrder::Key::FileSize}) {
        QAction* action = m_sortMenu->addAction(orderName(key));
        action->setCheckable(true);
        action->setChecked(key == m_order.key);
        keys->addAction(action);
        connect(action, &QAction::triggered, this, [this, key] {
            m_order.key = key;
            updateSortText();
            Q_EMIT orderChanged(m_order);
        });
    }
    m_sortMenu->addSeparator();
    QAction* descending = m_sortMenu->addAction(tr("Reversed"));
    descending->setCheckable(true);
    descending->setChecked(m_order.descending);
    connect(descending, &QAction::triggered, this, [this](bool on) {
        m_order.descending = on;
        updateSortText();
        Q_EMIT orderChanged(m_order);
    });
}

void FilterBar::updateSortText() {
    m_sortButton->setText(m_order.descending ? tr("%1, reversed").arg(orderName(m_order.key))
                                             : orderName(m_order.key));
    m_sortButton->setAccessibleName(tr("Sorted by %1").arg(m_sortButton->text()));
    m_sortButton->setToolTip(m_sortButton->accessibleName());
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            Q_EMIT searchLeft();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
