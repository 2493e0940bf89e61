#pragma once

#include "project/ProjectImpl.h"

#include <QUndoCommand>

namespace graft::project {

/// A journal entry on the undo stack: its number and its text. What it changes stays on disk.
class UndoCommand : public QUndoCommand {
public:
    UndoCommand(Project::Impl& project, std::int64_t entry, const QString& text)
        : QUndoCommand(text), m_project(project), m_entry(entry) {}

    void undo() override { m_project.undoEntry(m_entry); }
    void redo() override {
        // QUndoStack::push() calls redo(); by then the edit has been made.
        if (std::exchange(m_pushed, true))
            m_project.redoEntry(m_entry);
    }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override {
        if (static_cast<const UndoCommand*>(other)->m_entry != m_entry)
            return false;
        setText(other->text());
        return true;
    }

private:
    Project::Impl& m_project;
    std::int64_t m_entry;
    bool m_pushed = false;
};

} // namespace graft::project
