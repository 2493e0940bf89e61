#pragma once

#include "base/Result.h"
#include "ui/frame/Page.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace graft::studio {

/// What the command line asks of the window.
struct Arguments {
    QString project;
    std::optional<ui::PageId> page;
    QString part;       ///< of the page: "network/layer1.0.conv1"
    QSize size;         ///< of the window; invalid: as it was
    QString scheme;     ///< "light", "dark"; empty: as it was
    QString screenshot; ///< file
    QString pages;      ///< folder for a picture of each page

    bool takesPictures() const { return !screenshot.isEmpty() || !pages.isEmpty(); }
};

/// `arguments` begins with the name of the program. An Error says what was wrong.
Result<Arguments> parseArguments(const QStringList& arguments);
QString helpText();

} // namespace graft::studio
