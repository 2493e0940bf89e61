#pragma once

#include <QDateTime>
#include <QImage>
#include <QMap>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <vector>

namespace graft::ui {

/// What can be seen of a project without opening it.
struct ProjectGlimpse {
    bool there = true;
    QDateTime changed;
    std::vector<QImage> pictures; ///< a few of its thumbnails
};

/// Looks at projects on a thread of its own.
class GlimpseReader : public QObject {
    Q_OBJECT
public:
    static constexpr int kPictures = 3;

    explicit GlimpseReader(QObject* parent = nullptr);
    ~GlimpseReader() override;
    void read(const QString& folder);
    bool settled() const { return m_reading == 0; }

Q_SIGNALS:
    void arrived(const QString& folder, const graft::ui::ProjectGlimpse& glimpse);

private:
    int m_reading = 0;
    QThreadPool m_pool;
};

/// Blocks.
ProjectGlimpse glimpseOf(const QString& folder);

} // namespace graft::ui
