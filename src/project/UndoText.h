#pragma once

#include "project/Journal.h"
#include "project/Project.h"

namespace graft::project {

/// "Assign class “bee” to 12 images", in the language of the program.
std::string undoText(const JournalEntry& entry);

/// The verbs, as they stand in the journal: never rename one.
namespace verb {
inline constexpr const char* addImages = "add_images";         ///< count, name of the first
inline constexpr const char* addShapes = "add_shapes";         ///< count of images, name of the first
inline constexpr const char* removeImages = "remove_images";   ///< count, name of the first
inline constexpr const char* relink = "relink";                ///< count, name of the first
inline constexpr const char* refreshImages = "refresh_images"; ///< count, name of the first
inline constexpr const char* addClass = "add_class";           ///< class
inline constexpr const char* renameClass = "rename_class";     ///< from, to
inline constexpr const char* recolorClass = "recolor_class";   ///< class
inline constexpr const char* moveClass = "move_class";         ///< class
inline constexpr const char* mergeClasses = "merge_classes";   ///< from, into
inline constexpr const char* removeClass = "remove_class";     ///< class
inline constexpr const char* assignClass =
    "assign_class"; ///< count, name of the first, class; no class: unlabel
inline constexpr const char* assignSplit = "assign_split"; ///< count, name of the first, split
inline constexpr const char* assignGroup = "assign_group"; ///< count, name of the first, group; empty: none
inline constexpr const char* applySplit = "apply_split";   ///< count, name of the first
inline constexpr const char* replaceShapes = "replace_shapes"; ///< 1, name
inline constexpr const char* editShapes = "edit_shapes";       ///< 1, name, what (nameOf)
} // namespace verb

/// "draw", "move", …: as they stand in the journal.
std::string nameOf(ShapeVerb what);

} // namespace graft::project
