#pragma once

#include "ui/model/BackboneCard.h"

#include <QWidget>

#include <string>
#include <vector>

class QButtonGroup;
class QGridLayout;

namespace graft::ui {

/// The cards in as many columns as fit; exactly one is chosen. Arrow keys move.
class CardGrid : public QWidget {
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);
    void setBackbones(const std::vector<Backbone>& backbones);
    void setOnlyReady(bool onlyReady);
    /// Without a signal.
    void select(const std::string& model);
    std::string selected() const;
    const std::vector<BackboneCard*>& cards() const { return m_cards; }
    BackboneCard* card(const std::string& model) const;
    int readyCount() const;

Q_SIGNALS:
    void chosen(const std::string& model);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QGridLayout* m_grid;
    QButtonGroup* m_group;
    std::vector<BackboneCard*> m_cards;
    bool m_onlyReady = false;
    int m_columns = 0;
};

} // namespace graft::ui
