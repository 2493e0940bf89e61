#pragma once

#include <QWidget>

#include <functional>

namespace graft::ui {

class InlineMessage;

/// What went wrong, over the foot of the page until it is closed or something newer comes. Takes no room from
/// the page and no click from anything.
class Notices : public QWidget {
    Q_OBJECT
public:
    /// Lies over `host` and follows its size.
    explicit Notices(QWidget* host);

    void fail(const QString& sentence);
    /// With a way out, which also closes it.
    void fail(const QString& sentence, const QString& action, std::function<void()> act);
    void clear();
    QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    InlineMessage* m_message;
    std::function<void()> m_act;
};

} // namespace graft::ui
