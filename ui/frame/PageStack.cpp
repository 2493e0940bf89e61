#include "ui/frame/PageStack.h"

namespace graft::ui {
namespace {
constexpr int kBetweenBuildsMs = 30; ///< so that what the user does comes first
}

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent) {
    m_idle.setInterval(kBetweenBuildsMs);
    connect(&m_idle, &QTimer::timeout, this, &PageStack::buildNext);
}

void PageStack::add(PageId id, std::function<Page*()> build) {
    m_builders[id] = std::move(build);
    m_idle.start();
}

Page& PageStack::page(PageId id) {
    if (Page* known = built(id))
        return *known;
    const auto build = std::move(m_builders.at(id));
    m_builders.erase(id);
    Page* page = build();
    m_pages[id] = page;
    addWidget(page);
    Q_EMIT pageBuilt(page);
    return *page;
}

Page* PageStack::built(PageId id) const {
    const auto found = m_pages.find(id);
    return found == m_pages.end() ? nullptr : found->second;
}

Page* PageStack::current() const {
    return qobject_cast<Page*>(currentWidget());
}

void PageStack::show(PageId id) {
    Page& next = page(id);
    setCurrentWidget(&next);
    next.entered();
}

void PageStack::buildNext() {
    if (m_builders.empty())
        return m_idle.stop();
    (void)page(m_builders.begin()->first);
}

} // namespace graft::ui
