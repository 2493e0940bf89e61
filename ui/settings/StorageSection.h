#pragma once

#include "ui/settings/FolderSize.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class Studio;
class TrainingSession;

/// Where things are kept and how much room they take; the caches, which are made again when needed, can be
/// cleared, and the undo history has its limit.
class StorageSection : public QWidget {
    Q_OBJECT
public:
    StorageSection(Studio& studio, TrainingSession& session, QWidget* parent = nullptr);

    /// Counts again, off the UI thread.
    void refresh();
    bool settled() const { return m_weightsSize.settled() && m_cacheSize.settled() && !m_clearing; }

private:
    QLabel* addPlace(QFormLayout* form, const QString& name, const std::filesystem::path& folder);
    void addUndoLimit(QFormLayout* form);
    void offerUndoLimit(qint64 bytes);
    void refreshTexts();
    void clearCache();
    std::filesystem::path cacheFolder() const;

    Studio& m_studio;
    TrainingSession& m_session;
    FolderSize m_weightsSize;
    FolderSize m_cacheSize;
    QLabel* m_weights = nullptr;
    QLabel* m_cache = nullptr;
    QPushButton* m_clear = nullptr;
    QComboBox* m_undoLimit = nullptr;
    QLabel* m_undoBytes = nullptr;
    QPointer<jobs::Job> m_clearing;
};

} // namespace graft::ui
