#pragma once

#include "ui/label/Background.h"
#include "ui/label/ImageLoader.h"

namespace graft::ui {

/// What tools that look at pixels work with.
struct Workbench {
    Background& background;
    std::function<std::shared_ptr<const LoadedImage>()>
        picture; ///< of the image that is shown; null: not here yet
    std::function<void()> repaint;
};

} // namespace graft::ui
