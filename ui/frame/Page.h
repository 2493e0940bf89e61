#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace graft::ui {

/// The stages of the rail and the pages below them.
enum class PageId { Start, Data, Label, Model, Train, Evaluate, Issues, Jobs, Settings };

/// Frame of every page: a title line with the one primary action at the right, then the content.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(PageId id, const QString& title, QWidget* parent = nullptr);
    PageId id() const { return m_id; }
    const QString& title() const { return m_title; }

    /// Empty: the stage is ready. Else one sentence that says what is missing; the rail shows it, and the
    /// page shows an empty state that leads there.
    virtual QString notReadyReason() const { return {}; }
    /// The page was brought to the front.
    virtual void entered();
    /// Everything that the page waits for has arrived: thumbnails, figures.
    virtual bool settled() const { return true; }
    /// Brings a part of the page to the front that it has a name for.
    virtual void showPart([[maybe_unused]] const QString& part) {}
    /// Whether zoom() does something here.
    virtual bool zoomable() const { return false; }
    /// Larger (1), smaller (-1), as it usually is (0).
    virtual void zoom([[maybe_unused]] int step) {}

Q_SIGNALS:
    void goTo(graft::ui::PageId page);
    /// notReadyReason() may answer differently now.
    void readinessChanged();

protected:
    /// Right of the title, left to right; the primary action last.
    QHBoxLayout* titleActions() const { return m_titleActions; }
    /// A quiet line under or beside the title ("244 images, 2 classes").
    void setSubtitle(const QString& text);
    QVBoxLayout* content() const { return m_content; }
    /// The content reaches the window's edges; the title line keeps its distance.
    void setContentToEdges();

private:
    PageId m_id;
    QString m_title;
    QLabel* m_titleLabel;
    QLabel* m_subtitleLabel;
    QHBoxLayout* m_titleActions;
    QVBoxLayout* m_content;
};

} // namespace graft::ui
