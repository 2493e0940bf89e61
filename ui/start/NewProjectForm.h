#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace graft::ui {

class InlineMessage;

/// Name and place of a new project.
class NewProjectForm : public QWidget {
    Q_OBJECT
public:
    explicit NewProjectForm(QWidget* parent = nullptr);

    /// `sources`: folders and files that are to be added at once.
    void begin(const QString& place, const QStringList& sources);
    const QStringList& sources() const { return m_sources; }
    /// Where the project will be.
    QString folder() const;
    void showError(const QString& message);

Q_SIGNALS:
    void accepted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void choosePlace();

    QStringList m_sources;
    QLineEdit* m_name;
    QLineEdit* m_place;
    QLabel* m_preview;
    QLabel* m_sourcesNote;
    InlineMessage* m_error;
    QPushButton* m_create;
};

} // namespace graft::ui
