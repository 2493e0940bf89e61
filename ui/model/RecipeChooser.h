#pragma once

#include <QWidget>

#include <string>

class QButtonGroup;
class QLabel;

namespace graft::ui {

/// Quick, Best or Custom, and a sentence on what the chosen one will do.
class RecipeChooser : public QWidget {
    Q_OBJECT
public:
    explicit RecipeChooser(QWidget* parent = nullptr);
    /// Without a signal. "quick", "best", "custom".
    void setRecipe(const std::string& recipe);
    std::string recipe() const { return m_recipe; }
    /// Quick and Best need pretrained weights.
    void setPretrained(bool pretrained);

Q_SIGNALS:
    void chosen(const QString& recipe);

private:
    void describe();

    std::string m_recipe = "custom";
    bool m_pretrained = true;
    QButtonGroup* m_buttons;
    QLabel* m_sentence;
};

} // namespace graft::ui
