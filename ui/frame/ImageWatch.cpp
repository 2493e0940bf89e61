#include "ui/frame/ImageWatch.h"

#include "ui/frame/Studio.h"
#include "ui/widgets/Widgets.h"

#include <QGuiApplication>

namespace graft::ui {
namespace {
/// Coming back to the window looks again, but not at every click between two windows.
constexpr qint64 kRestMs = 10'000;
} // namespace

ImageWatch::ImageWatch(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {
    m_pool.setMaxThreadCount(1);
    connect(&studio, &Studio::projectAboutToClose, this, &ImageWatch::forget);
    connect(&studio, &Studio::projectOpened, this, &ImageWatch::look);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookAgain();
    });
    look();
}

ImageWatch::~ImageWatch() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ImageWatch::forget() {
    ++m_generation;
    m_stop.request_stop();
}

void ImageWatch::lookAgain() {
    if (m_looking == 0 && m_sinceLook.isValid() && m_sinceLook.elapsed() > kRestMs)
        look();
}

void ImageWatch::look() {
    if (!m_studio.project() || m_studio.project()->readOnly())
        return;
    m_stop.request_stop();
    m_stop = {};
    m_sinceLook.start();
    ++m_looking;
    m_pool.start([this, places = intake::imagePlaces(*m_studio.project()), stop = m_stop.get_token(),
                  generation = ++m_generation] {
        auto changed = intake::changedImages(places, {.stop = stop});
        QMetaObject::invokeMethod(
            this, [this, generation, changed = std::move(changed)] { deliver(generation, changed); },
            Qt::QueuedConnection);
    });
}

void ImageWatch::deliver(int generation, const std::vector<intake::ImagePlace>& changed) {
    --m_looking;
    if (generation != m_generation || !m_studio.project())
        return;
    const auto told = intake::tellChangedImages(*m_studio.project(), changed);
    if (told && *told > 0) // an Error has been told by the project itself
        Q_EMIT m_studio.notify(*told == 1
                                   ? tr("1 image has changed on disk since it was added, see Issues.")
                                   : tr("%1 images have changed on disk since they were added, see Issues.")
                                         .arg(countText(*told)),
                               false);
}

} // namespace graft::ui
