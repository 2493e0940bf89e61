#pragma once

#include "annotation/MaskEdit.h"
#include "annotation/Order.h"
#include "annotation/SpatialIndex.h"
#include "project/Project.h"
#include "regions/Wand.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace graft::ui {

/// The shapes of the image that is shown: which are selected, hidden, locked; what a gesture that is still
/// under way would make of them; and the verbs, each of which is one entry of the undo menu. Tools, canvas
/// and list all work on this one.
class ShapeEditor : public QObject {
    Q_OBJECT
public:
    static constexpr int kLargestBrush = 1000;

    explicit ShapeEditor(QObject* parent = nullptr);

    /// Null: none.
    void setProject(project::Project* project);
    void setImage(ImageId image);
    /// The project says so.
    void apply(const project::Change& change);

    /// Whether shapes can be drawn here: a project for them, which may be written to, with an image.
    bool editable() const;
    annotation::Extent extent() const { return m_extent; }
    /// As the project has them, until its next change.
    const std::vector<annotation::Shape>& stored() const;
    /// Without what is hidden, with what the gesture makes of them; in order of id.
    const std::vector<annotation::Shape>& shown() const { return m_shown; }
    /// Null: not shown.
    const annotation::Shape* shownShape(ShapeId id) const;
    /// Of shown().
    const annotation::SpatialIndex& index() const { return m_index; }
    /// Another number whenever an outline – of anything but a mask – is another one, or lies elsewhere.
    int outlineRevision() const { return m_outlineRevision; }
    /// What a click can mean: shown and not locked.
    std::vector<annotation::Shape> reachable() const;

    const std::vector<ShapeId>& selected() const { return m_selected; }
    bool isSelected(ShapeId id) const { return m_isSelected.contains(id); }
    /// As they are shown, without those that are locked.
    std::vector<annotation::Shape> selectedShapes() const;
    /// The one that is selected, where it is the only one and can be changed.
    std::optional<annotation::Shape> single() const;
    void select(std::vector<ShapeId> ids);
    void toggle(ShapeId id);
    /// What a click there means; nothing where there is none.
    std::optional<ShapeId> reachableAt(annotation::Point point, double reach) const;
    /// The same, also of those that are locked.
    std::optional<ShapeId> shownAt(annotation::Point point, double reach) const;
    void selectAt(annotation::Point point, double reach);
    void selectAll();

    /// Null: not of this image.
    const annotation::Shape* find(ShapeId id) const;
    bool isHidden(ShapeId id) const;
    bool isLocked(ShapeId id) const;
    /// Where nothing can be stored, for as long as the project is open.
    void setHidden(ShapeId id, bool hidden);
    void setLocked(ShapeId id, bool locked);

    /// The class that the next shape gets; none: the project has no class.
    ClassId nextClass() const;
    /// Re-classes what is selected; without a selection, the class of the next shape.
    void chooseClass(ClassId id);
    /// Of what is selected, where it is one; else of the next shape.
    ClassId shownClass() const;

    /// What the gesture under way makes of some shapes; nothing is stored yet.
    void setPreview(const std::vector<annotation::Shape>& shapes);
    void dropPreview();
    bool isPreviewed(ShapeId id) const { return m_previewed.contains(id); }

    // Verbs. What fails is told by failed().
    /// A shape of the next class, which is selected then.
    bool add(project::ShapeVerb verb, annotation::Geometry geometry);
    bool change(project::ShapeVerb verb, const std::vector<annotation::Shape>& shapes,
                const std::vector<ShapeId>& removed = {}, const std::string& batch = {});
    void removeSelected();
    /// Calls `edit` with each selected shape, also those that are locked, and stores those that it changed.
    void editSelected(project::ShapeVerb verb, const std::function<void(annotation::Shape&)>& edit);
    void reorderSelected(annotation::Step step);
    void showAll();
    /// Repeats of a key that is held down are one entry.
    void nudge(annotation::Point by, bool repeated);
    void copy();
    bool canPaste() const;
    void paste();

    int brushDiameter() const { return m_brush; } ///< in pixels of the image
    void setBrushDiameter(int pixels);
    void resizeBrush(bool larger);
    const regions::WandOptions& wand() const { return m_wand; }
    void setWand(const regions::WandOptions& options);
    /// Something a person should know of what a tool did.
    void tell(const QString& text) { Q_EMIT failed(text); }

Q_SIGNALS:
    /// What is shown, or how.
    void changed();
    /// What the gesture makes of the shapes that are previewed; of others than before: also changed().
    void previewMoved();
    /// The project's shapes are others now: a gesture under way is about what no longer is.
    void storedChanged();
    void selectionChanged();
    /// Of the next shape.
    void nextClassChanged();
    /// Or what the wand takes.
    void brushChanged();
    void failed(const QString& message);
    /// A stroke has covered more pixels; none: the next class. Nothing is stored before the stroke ends.
    void strokeGrew(const std::vector<graft::annotation::Span>& spans, graft::ClassId color, bool erases);
    /// What strokeGrew() told is stored, or dropped.
    void strokeEnded();

private:
    void reload();
    void setSelected(std::vector<ShapeId> ids);
    void rebuildShown();
    std::size_t placeOf(ShapeId id) const; ///< among what is shown; its size: none
    std::int32_t frontmost() const;        ///< z of what is drawn next
    bool succeeded(const Result<std::vector<ShapeId>>& result);

    project::Project* m_project = nullptr;
    ImageId m_image;
    annotation::Extent m_extent;
    std::vector<annotation::Shape> m_shown;
    annotation::SpatialIndex m_index;
    std::unordered_set<ShapeId> m_previewed;
    int m_outlineRevision = 0;
    std::vector<ShapeId> m_selected; ///< in the order of selecting
    std::unordered_set<ShapeId> m_isSelected;
    std::unordered_set<ShapeId> m_flipped; ///< shown where it is hidden and the other way round, not stored
    int m_pasted = 0;                      ///< times, since the copy
    ClassId m_nextClass;
    int m_brush = 12;
    regions::WandOptions m_wand;
    int m_nudge = 0;
};

} // namespace graft::ui
