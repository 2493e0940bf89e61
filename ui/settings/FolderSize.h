#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>

namespace graft::ui {

/// The bytes of all files below a folder, counted on a thread of its own.
class FolderSize : public QObject {
    Q_OBJECT
public:
    explicit FolderSize(QObject* parent = nullptr);
    ~FolderSize() override;

    /// What was asked before is forgotten.
    void count(const std::filesystem::path& folder);
    void clear();
    /// Nothing: not known.
    std::optional<qint64> bytes() const { return m_bytes; }
    bool settled() const { return m_counting == 0; }

Q_SIGNALS:
    void counted();

private:
    std::optional<qint64> m_bytes;
    int m_counting = 0;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the count under way
    QThreadPool m_pool;
};

} // namespace graft::ui
