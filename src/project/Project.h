#pragma once

#include "annotation/LabelClass.h"
#include "annotation/Shape.h"
#include "base/Ids.h"
#include "base/Monitor.h"
#include "base/Result.h"

#include <QObject>
#include <QUndoStack>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace graft::project {

/// One image of the project. `path` is relative to the folder the project lies in where it is below that,
/// else absolute (Paths.h).
struct ImageRecord {
    ImageId id;
    std::string path;
    std::string contentHash; ///< SHA-256 of the file, hex
    std::int64_t fileBytes = 0;
    std::int64_t modified = 0; ///< seconds since 1970, when it was read
    int width = 0;
    int height = 0;
    std::string format;
    std::string group; ///< images that must stay on one side of a split; empty: none
    ClassId label;     ///< whole-image class
    annotation::Split split = annotation::Split::None;
    bool splitByHand = false;
    int channels = 0; ///< without alpha; 0: added when nobody looked

    friend bool operator==(const ImageRecord&, const ImageRecord&) = default;
};

/// A file that could not be used, or anything else a person should look at. One row of the Issues panel.
struct Issue {
    enum class Severity { Note, Warning, Error };
    std::int64_t id = 0;
    Severity severity = Severity::Warning;
    std::string path; ///< absolute; may be empty
    std::string problem;
    friend bool operator==(const Issue&, const Issue&) = default;
};

/// What changed, in ids. Empty vectors and false: not touched.
struct Change {
    std::vector<ImageId> imagesAdded;
    std::vector<ImageId> imagesRemoved;
    std::vector<ImageId> imagesChanged; ///< label, split, group, path
    std::vector<ImageId> shapesChanged; ///< images whose shapes changed
    bool classes = false;
    bool issues = false;
};

/// What a person did to shapes, as the undo menu says it.
enum class ShapeVerb {
    Draw,
    Move,
    Reshape,
    Classify,
    Paint,
    Erase,
    Paste,
    Remove,
    Turn,
    Merge,
    Subtract,
    Split,
    Simplify,
    Reorder,
    Lock,
    Hide,
    Describe
};

/// How a project may be opened.
enum class Access { ReadWrite, ReadOnly };

/// The open document: `name.graft/` with project.sqlite. Lives on the UI thread (or the main thread of the
/// CLI). Every change is one transaction that is on disk when the call returns, together with its entry in
/// the undo journal, so that undo works after a restart or a kill. Changes only through the verbs below; each
/// is one entry of undoStack().
class Project : public QObject {
    Q_OBJECT
public:
    /// Refuses a folder that exists.
    static Result<std::unique_ptr<Project>> create(const std::filesystem::path& folder,
                                                   annotation::TaskKind task);
    /// Takes the writer's lock; an Error names the process that holds it, a newer format, or what is damaged.
    static Result<std::unique_ptr<Project>> open(const std::filesystem::path& folder,
                                                 Access access = Access::ReadWrite);
    ~Project() override;

    std::filesystem::path folder() const;
    std::string displayName() const; ///< folder name without ".graft"
    annotation::TaskKind task() const;
    bool readOnly() const;
    std::filesystem::path runsFolder() const;
    std::filesystem::path thumbnailsFolder() const;
    std::filesystem::path absolutePath(const ImageRecord& image) const;

    // Reading. All of it is in memory; references are valid until the next change.
    const std::vector<ImageRecord>& images() const; ///< in order of id
    const ImageRecord* image(ImageId id) const;
    const std::vector<annotation::LabelClass>& classes() const; ///< in order of position
    const annotation::LabelClass* labelClass(ClassId id) const;
    const annotation::LabelClass* classNamed(const std::string& name) const;
    const std::vector<annotation::Shape>& shapes(ImageId image) const; ///< in order of id
    const std::vector<Issue>& issues() const;
    bool hasImageWithPath(const std::string& path) const;
    /// Sets of images with the same content, each with more than one.
    std::vector<std::vector<ImageId>> duplicates() const;
    bool isDuplicate(ImageId id) const;

    // Changing: verbs. An Error: nothing was changed (disk full, read-only); the message says so.
    struct NewImage {
        ImageRecord record;    ///< id and label are ignored
        std::string className; ///< made where it does not exist; empty: unlabelled
        std::vector<std::pair<std::string, annotation::Geometry>> shapes; ///< class name, geometry
    };
    /// The ids of what was added; paths that are known already are passed over. One undo entry; portions of
    /// one import that come with the same non-empty `batch` share one, until another edit comes between.
    Result<std::vector<ImageId>> addImages(std::vector<NewImage> images, const std::string& batch = {});
    struct NewShapes {
        ImageId image;
        std::vector<std::pair<std::string, annotation::Geometry>> shapes; ///< class name, geometry
    };
    /// Shapes that come with an import, for images that have none; others stay as they are. Returns how many
    /// were added.
    Result<int> addShapes(const std::vector<NewShapes>& shapes);
    Result<> removeImages(const std::vector<ImageId>& images);
    Result<ClassId> addClass(const std::string& name);
    Result<> renameClass(ClassId id,
                         const std::string& name); ///< a name in use is an Error that offers to merge
    Result<> recolorClass(ClassId id, std::uint32_t color);
    Result<> moveClass(ClassId id, int position);
    /// Everything labelled `from` becomes `into`; `from` is removed.
    Result<> mergeClasses(ClassId from, ClassId into);
    /// Its images become unlabelled, its shapes are removed.
    Result<> removeClass(ClassId id);
    Result<> assignClass(const std::vector<ImageId>& images, ClassId label); ///< none: unlabel
    Result<> assignSplit(const std::vector<ImageId>& images,
                         annotation::Split split); ///< by hand; None: no longer by hand
    Result<> assignGroup(const std::vector<ImageId>& images, const std::string& group);
    struct SplitAssignment {
        ImageId image;
        annotation::Split split;
    };
    /// Computed, not by hand: images whose split was set by hand stay as they are. One undo entry.
    Result<> applySplit(const std::vector<SplitAssignment>& assignment);
    /// Images found again at another place: new paths, the rest of the record stays. Paths in use are passed
    /// over. Returns how many were changed.
    Result<int> relink(const std::vector<std::pair<ImageId, std::string>>& paths);
    /// The file is another one than it was: hash, size, time, format and size of the picture are taken from
    /// records with the id of an image, the rest stays. What was said of these files is settled.
    Result<> refreshImages(const std::vector<ImageRecord>& now);
    /// Shapes whose id is of this image keep it, others get a new one.
    Result<> replaceShapes(ImageId image, std::vector<annotation::Shape> shapes);
    /// One gesture on the shapes of an image: of `shapes`, those whose id is of this image are changed,
    /// others are added; the shapes named in `removed` go; the rest stays. Returns the ids of `shapes`.
    /// Gestures that come with the same non-empty `batch` share one undo entry, until another edit comes
    /// between.
    Result<std::vector<ShapeId>> editShapes(ImageId image, ShapeVerb verb,
                                            const std::vector<annotation::Shape>& shapes,
                                            const std::vector<ShapeId>& removed = {},
                                            const std::string& batch = {});

    /// Issues are no edits: not in the undo journal. Adding one with the same path replaces it;
    /// adding the file as an image settles it.
    Result<> addIssues(const std::vector<Issue>& issues);
    Result<> dismissIssue(std::int64_t id);

    /// Remembered with the document, not undoable (last run, model choice, …).
    std::string setting(const std::string& key, const std::string& otherwise = {}) const;
    Result<> setSetting(const std::string& key, const std::string& value);

    /// Undo and redo without limit of steps, loaded from the journal at opening. Its texts are translated
    /// verbs.
    QUndoStack& undoStack();
    /// How many bytes the history may take on disk; 0, as at opening: any number. Where it takes more, the
    /// oldest steps are dropped, now and after later edits.
    void setUndoLimit(std::int64_t bytes);
    std::int64_t undoBytes() const;

Q_SIGNALS:
    void changed(const graft::project::Change& change);
    /// An edit could not be written; it did not happen.
    void writeFailed(const QString& message);
    /// The oldest steps can no longer be undone: the history had reached its limit.
    void undoStepsDropped(int steps);

public:
    struct Impl;

private:
    explicit Project(std::unique_ptr<Impl> impl);
    static Result<std::unique_ptr<Project>> openForWriting(const std::filesystem::path& folder);
    static Result<std::unique_ptr<Project>> openForReading(const std::filesystem::path& folder);
    std::unique_ptr<Impl> m_impl;
};

/// What `graft check` found. `ok`: no problem is left.
struct CheckReport {
    bool ok = true;
    std::vector<std::string> problems;
    std::vector<std::string> repaired;
};

/// SQLite's integrity check, references, the undo history, image files that are missing or changed. With
/// `repair`, what can be mended is (indexes, dangling references, a broken history), after a backup; a file
/// that cannot be read any more is set aside and the newest good backup takes its place. Repair needs the
/// writer's lock.
Result<CheckReport> check(const std::filesystem::path& folder, bool repair, const Monitor& monitor = {});

} // namespace graft::project
