#pragma once

#include "ui/frame/Page.h"

#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <map>

namespace graft::ui {

/// The pages of the window. A page is built when it is first needed, or when there is nothing else to do.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget* parent = nullptr);

    void add(PageId id, std::function<Page*()> build);
    /// Builds it where it is not there yet.
    Page& page(PageId id);
    /// Null: not built yet.
    Page* built(PageId id) const;
    bool allBuilt() const { return m_builders.empty(); }
    Page* current() const;
    void show(PageId id);

Q_SIGNALS:
    void pageBuilt(graft::ui::Page* page);

private:
    void buildNext();

    std::map<PageId, std::function<Page*()>> m_builders; ///< of those that are not built
    std::map<PageId, Page*> m_pages;
    QTimer m_idle;
};

} // namespace graft::ui
