#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace graft::ui {

/// How often the training is done: once, with several seeds, or on the folds of a cross-validation.
class SeriesChooser : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Once, Seeds, Folds };
    static constexpr int kFewest = 2, kMost = 20;

    explicit SeriesChooser(QWidget* parent = nullptr);
    void choose(Kind kind, int count);
    Kind kind() const;
    int runs() const; ///< 1: once
    int seeds() const { return kind() == Kind::Seeds ? runs() : 1; }
    int folds() const { return kind() == Kind::Folds ? runs() : 1; }
    /// What so many runs tell, and how long they take together where a run takes `seconds` (0: not known).
    /// Empty: once.
    QString sentence(double seconds) const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QComboBox* m_kind;
    QSpinBox* m_count;
};

} // namespace graft::ui
