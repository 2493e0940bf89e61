#pragma once

#include "ui/frame/Page.h"

#include <QMap>
#include <QWidget>

namespace graft::ui {

class RailButton;

/// The way through the program, at the left of the window: the projects, the five stages, and below them
/// issues, jobs and settings. One stop of the tab order; the arrow keys go through it.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void setCurrent(PageId page);
    RailButton& button(PageId page) const { return *m_buttons[page]; }

Q_SIGNALS:
    void chosen(graft::ui::PageId page);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(PageId page);
    void moveFocus(QObject* from, int by);

    QMap<PageId, RailButton*> m_buttons; ///< in the order on the rail
};

} // namespace graft::ui
