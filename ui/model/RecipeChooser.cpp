#include "ui/model/RecipeChooser.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr const char* kRecipes[] = {"quick", "best", "custom"};

} // namespace

RecipeChooser::RecipeChooser(QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("recipeChooser"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kUnit);
    const QString titles[] = {tr("Quick"), tr("Best"), tr("Custom")};
    const QString names[] = {QStringLiteral("recipeQuick"), QStringLiteral("recipeBest"),
                             QStringLiteral("recipeCustom")};
    for (int i = 0; i < 3; ++i) {
        auto* button = new QuietButton(titles[i], {}, this);
        button->setCheckable(true);
        button->setObjectName(names[i]);
        button->setAccessibleName(tr("Recipe %1").arg(titles[i]));
        m_buttons->addButton(button, i);
        line->addWidget(button);
    }
    line->addStretch(1);
    layout->addLayout(line);
    m_sentence = secondaryLabel({}, this);
    m_sentence->setObjectName(QStringLiteral("recipeSentence"));
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        if (m_recipe == kRecipes[id])
            return;
        m_recipe = kRecipes[id];
        describe();
        Q_EMIT chosen(QString::fromLatin1(kRecipes[id]));
    });
    setRecipe(m_recipe);
}

void RecipeChooser::setRecipe(const std::string& recipe) {
    m_recipe = recipe;
    for (int i = 0; i < 3; ++i)
        if (recipe == kRecipes[i])
            m_buttons->button(i)->setChecked(true);
    describe();
}

void RecipeChooser::setPretrained(bool pretrained) {
    m_pretrained = pretrained;
    for (int i = 0; i < 2; ++i)
        m_buttons->button(i)->setEnabled(pretrained);
    describe();
}

void RecipeChooser::describe() {
    QString text;
    if (!m_pretrained)
        text = tr("Quick and Best start from pretrained weights, and none are chosen.");
    else if (m_recipe == "quick")
        text = tr("Looks at each image once and then solves the new head exactly: done in seconds, with "
                  "nothing to tune.");
    else if (m_recipe == "best")
        text = tr(
            "Begins as Quick; then the blocks that are not frozen learn, too, the early ones in smaller "
            "steps. Takes minutes to hours, ends early where it only gets worse, and keeps the best epoch.");
    else
        text = tr("Trains as you say: every option is below.");
    m_sentence->setText(text);
    setAccessibleDescription(text);
}

} // namespace graft::ui
