#include "ui/widgets/Accessible.h"

#include "ui/widgets/Widgets.h"

#include <QAccessibleWidget>

namespace graft::ui {
namespace {

class SpokenChip : public QAccessibleWidget {
public:
    explicit SpokenChip(Chip* chip) : QAccessibleWidget(chip) {}

    QAccessible::Role role() const override {
        return chip().isCheckable() ? QAccessible::CheckBox : QAccessible::Button;
    }

    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = chip().isCheckable();
        state.checked = chip().isChecked();
        return state;
    }

    QStringList actionNames() const override {
        QStringList names{chip().isCheckable() ? toggleAction() : pressAction()};
        if (chip().isRemovable())
            names << deleteAction();
        return names + QAccessibleWidget::actionNames();
    }

    QString localizedActionName(const QString& name) const override {
        return name == deleteAction() ? Chip::tr("Remove") : QAccessibleWidget::localizedActionName(name);
    }

    void doAction(const QString& name) override {
        if (name == toggleAction() || name == pressAction())
            chip().activate();
        else if (name == deleteAction())
            Q_EMIT chip().removed();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    static QString deleteAction() { return QStringLiteral("Remove"); }
    Chip& chip() const { return *static_cast<Chip*>(object()); }
};

QAccessibleInterface* spoken(const QString&, QObject* object) {
    if (auto* chip = qobject_cast<Chip*>(object))
        return new SpokenChip(chip);
    if (auto* message = qobject_cast<InlineMessage*>(object))
        return new QAccessibleWidget(message, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installAccessibility() {
    static const bool once = [] {
        QAccessible::installFactory(spoken);
        return true;
    }();
    (void)once;
}

} // namespace graft::ui
