#include "ui/network/NetworkAccessible.h"

#include "ui/network/NetworkView.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace graft::ui {
namespace {

QString freezeAction() {
    return QCoreApplication::translate("graft::ui::NetworkView", "Freeze or unfreeze");
}

QString openAction() {
    return QCoreApplication::translate("graft::ui::NetworkView", "Open or fold");
}

/// One box of the drawing. What it says is looked up when it is asked for, so it is never out of date.
class NodeInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    NodeInterface(NetworkView* view, int part) : m_view(view), m_part(part) {}

    bool isValid() const override {
        return m_view && m_view->drawing().network &&
               std::size_t(m_part) < m_view->drawing().network->outline.parts().size() &&
               m_view->drawing().boxOf(m_part) >= 0;
    }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::TreeItem; }

    QString text(QAccessible::Text which) const override {
        if (!isValid())
            return {};
        if (which == QAccessible::Name)
            return QString::fromStdString(m_view->drawing().part(m_part).name);
        if (which == QAccessible::Description)
            return network_words::sentence(m_view->drawing(), m_part);
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect area = m_view->boxArea(m_part).toAlignedRect();
        return {m_view->mapToGlobal(area.topLeft()), area.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool current = m_view->current() == m_part;
        const bool isBlock = m_view->drawing().part(m_part).isBlock();
        state.focusable = state.selectable = true;
        state.selected = current;
        state.focused = current && m_view->hasFocus();
        state.checkable = m_view->canFreeze(m_part);
        state.checked = m_view->drawing().factsOf(m_part).learning == diagram::Learning::Frozen;
        state.expandable = state.collapsed = isBlock;
        state.invisible = !m_view->isVisible();
        state.offscreen = !QRectF(m_view->rect()).intersects(m_view->boxArea(m_part));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }

    QStringList actionNames() const override {
        QStringList names;
        if (!isValid())
            return names;
        names << setFocusAction();
        if (m_view->canFreeze(m_part))
            names << toggleAction();
        if (m_view->drawing().part(m_part).isBlock())
            names << showMenuAction();
        return names;
    }
    QString localizedActionName(const QString& name) const override {
        return name == toggleAction()     ? freezeAction()
               : name == showMenuAction() ? openAction()
                                          : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString& name) override {
        if (!actionNames().contains(name))
            return;
        if (name == setFocusAction()) {
            m_view->setFocus();
            m_view->reveal(m_part);
        } else if (name == toggleAction()) {
            m_view->toggleFrozen(m_part);
        } else {
            m_view->setOpened(m_part, true);
        }
    }
    QStringList keyBindingsForAction(const QString& name) const override {
        return name == toggleAction()     ? QStringList{QStringLiteral("Space")}
               : name == showMenuAction() ? QStringList{QStringLiteral("Return")}
                                          : QStringList();
    }

    int part() const { return m_part; }

private:
    QPointer<NetworkView> m_view;
    int m_part;
};

class NetworkInterface : public QAccessibleWidget {
public:
    explicit NetworkInterface(NetworkView* view) : QAccessibleWidget(view, QAccessible::Tree), m_view(view) {}
    ~NetworkInterface() override {
        for (const QAccessible::Id id : std::as_const(m_nodes))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view ? int(boxes().size()) : 0; }
    QAccessibleInterface* child(int index) const override {
        return index < 0 || index >= childCount() ? nullptr : node(boxes()[std::size_t(index)].part);
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const auto part = m_view ? m_view->partAt(m_view->mapFromGlobal(QPoint(x, y))) : std::nullopt;
        return part ? node(*part) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        return m_view && m_view->current() >= 0 && m_view->drawing().boxOf(m_view->current()) >= 0
                   ? node(m_view->current())
                   : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto* wanted = dynamic_cast<const NodeInterface*>(child);
        if (!wanted || !m_view)
            return -1;
        const auto found = std::ranges::find(boxes(), wanted->part(), &diagram::Box::part);
        return found == boxes().end() ? -1 : int(found - boxes().begin());
    }

private:
    const std::vector<diagram::Box>& boxes() const { return m_view->drawing().layout.boxes; }
    QAccessibleInterface* node(int part) const {
        if (const auto known = m_nodes.constFind(part); known != m_nodes.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* made = new NodeInterface(m_view, part); // owned by QAccessible's cache until we give it back
        m_nodes.insert(part, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    QPointer<NetworkView> m_view;
    mutable QHash<int, QAccessible::Id> m_nodes;
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    auto* view = qobject_cast<NetworkView*>(object);
    return view ? new NetworkInterface(view) : nullptr;
}

} // namespace

void makeNetworksAccessible() {
    QAccessible::installFactory(interfaceOf); // a second time changes nothing
}

} // namespace graft::ui
