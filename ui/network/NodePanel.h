#pragma once

#include "training/Inspector.h"
#include "ui/network/NetworkDrawing.h"

#include <QWidget>

#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace graft::ui {

class FeatureMaps;
class ImagePicker;
class Studio;

/// Under the drawing: what the current node costs, what can be done with it, and what it makes of an image.
class NodePanel : public QWidget {
    Q_OBJECT
public:
    explicit NodePanel(Studio& studio, QWidget* parent = nullptr);

    /// `part`: -1 for none.
    void showPart(const NetworkDrawing& drawing, int part, bool canFreeze);
    void showLooking();
    void showLook(const training::NodeLook& look);
    void showProblem(const QString& message);
    /// Runs of this model: id and title. The weights that training starts from come first.
    void setRuns(const std::vector<std::pair<std::string, QString>>& runs, const QString& start);
    std::string run() const; ///< id; empty: the weights that training starts from
    ImagePicker& images() const { return *m_images; }
    const FeatureMaps& maps() const { return *m_maps; }
    const FeatureMaps& filters() const { return *m_filters; }

Q_SIGNALS:
    void freezeUpToAsked();
    void freezeAloneAsked();
    /// Another image or other weights.
    void lookAsked();

private:
    QWidget* buildFacts();
    QWidget* buildMaps(Studio& studio);
    void showNote(const QString& text);

    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_hint;
    QPushButton* m_upTo;
    QPushButton* m_alone;
    QComboBox* m_weights;
    ImagePicker* m_images;
    QLabel* m_mapsTitle;
    QLabel* m_filtersTitle;
    QScrollArea* m_mapsScroll;
    QScrollArea* m_filtersScroll;
    FeatureMaps* m_maps;
    FeatureMaps* m_filters;
    bool m_filling = false;
};

} // namespace graft::ui
