#include "ui/data/FilterChips.h"

#include "project/Project.h"
#include "ui/data/ClassMark.h"
#include "ui/data/FlowLayout.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

namespace graft::ui {

FilterChips::FilterChips(const ImageList& list, QWidget* parent) : QWidget(parent), m_list(list) {
    setObjectName(QStringLiteral("filterChips"));
    new FlowLayout(this, theme::kInside);
    hide();
}

void FilterChips::clear() {
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({}); // it may live on for a moment: its signal may be what led here
        item->widget()->deleteLater();
        delete item;
    }
}

void FilterChips::show(const ImageFilter& filter, const project::Project* project) {
    clear();
    setVisible(project && filter.active());
    if (!project || !filter.active())
        return;
    addParts(filter, *project);
    addSummary();
}

// Queued: the chip that is pressed goes with the old filter.
void FilterChips::add(const QString& text, const ImageFilter& alone, const ImageFilter& without,
                      const QColor& dot) {
    auto* chip = new Chip(text, this);
    chip->setObjectName(QStringLiteral("filterChip"));
    chip->setCount(m_list.countOf(alone));
    chip->setRemovable(true);
    if (dot.isValid())
        chip->setDot(dot);
    layout()->addWidget(chip);
    chip->show();
    connect(
        chip, &Chip::removed, this, [this, without] { Q_EMIT filterWanted(without); }, Qt::QueuedConnection);
}

void FilterChips::addParts(const ImageFilter& filter, const project::Project& project) {
    ImageFilter without = filter;
    if (!filter.text.trimmed().isEmpty()) {
        without.text.clear();
        add(tr("“%1”").arg(filter.text.trimmed()), {.text = filter.text}, without, {});
    }
    const ClassMarks marks = classMarks(project.classes());
    for (const ClassId id : filter.classes) {
        const auto mark = marks.find(id);
        without = filter;
        std::erase(without.classes, id);
        add(mark == marks.end() ? words::unlabelled() : mark->second.name, {.classes = {id}}, without,
            mark == marks.end() ? QColor() : mark->second.color);
    }
    for (const annotation::Split split : filter.splits) {
        without = filter;
        std::erase(without.splits, split);
        add(words::splitName(split), {.splits = {split}}, without, {});
    }
    if (filter.duplicatesOnly) {
        without = filter;
        without.duplicatesOnly = false;
        add(tr("Duplicates"), {.duplicatesOnly = true}, without, {});
    }
}

void FilterChips::addSummary() {
    auto* shown = secondaryLabel(
        tr("%1 of %2 shown").arg(countText(qint64(m_list.ids().size())), countText(m_list.total())), this);
    shown->setObjectName(QStringLiteral("shownCount"));
    auto* clear = new QuietButton(tr("Clear"), {}, this);
    clear->setObjectName(QStringLiteral("clearFilters"));
    clear->setAccessibleName(tr("Clear all filters"));
    for (QWidget* widget : std::initializer_list<QWidget*>{shown, clear}) {
        layout()->addWidget(widget);
        widget->show();
    }
    connect(
        clear, &QPushButton::clicked, this, [this] { Q_EMIT filterWanted({}); }, Qt::QueuedConnection);
}

} // namespace graft::ui
