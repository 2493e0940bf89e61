#pragma once

#include "intake/MovedImages.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <stop_token>
#include <vector>

class QProgressBar;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class InlineMessage;
class Studio;

/// A line above the grid while files of images are not where they were. Asks for a folder and looks for them
/// there by content, as a job. UI thread.
class MovedImagesBar : public QWidget {
    Q_OBJECT
public:
    explicit MovedImagesBar(Studio& studio, QWidget* parent = nullptr);
    ~MovedImagesBar() override;

    /// Asks the file system in the background where the files are.
    void look();
    /// As if chosen in the dialog.
    void searchIn(const QString& folder);
    /// As of the last look.
    int missing() const { return int(m_missing.size()); }
    bool settled() const { return m_looking == 0; }

private:
    void forget();
    void apply(const project::Change& change);
    bool movedSinceTheLook(ImageId image) const;
    void deliver(int generation, std::vector<intake::ImagePlace> missing);
    void tell(const QString& text);
    void act();
    void chooseFolder();
    void showProgress();
    void searched(const jobs::Job& job, const QString& folder, const Result<intake::FoundAgain>& found);

    Studio& m_studio;
    InlineMessage* m_message;
    QProgressBar* m_progress;
    QPointer<jobs::Job> m_job;                ///< the search under way
    std::vector<intake::ImagePlace> m_places; ///< of all images, at the last look; in order of id
    std::vector<intake::ImagePlace> m_missing;
    bool m_closed = false; ///< by the person, until another project is opened
    int m_generation = 0;
    int m_looking = 0;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace graft::ui
