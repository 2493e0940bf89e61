#pragma once

#include "base/Monitor.h"
#include "zoo/Failure.h"

#include <QUrl>

#include <filesystem>
#include <optional>
#include <string>

namespace graft::zoo {

struct DownloadRequest {
    QUrl address;
    std::filesystem::path part; ///< what is here already is continued; what comes is added
    std::string activity;
    std::int64_t limit = 0; ///< bytes at most
    bool plainHttpOnLoopback = false;
};

/// Fetches over https, also after redirects. Blocks the calling thread, which must not be the window's, in an
/// event loop of its own. The part file is kept on failure. Nothing to return on success.
std::optional<Failure> download(const DownloadRequest& request, const Monitor& monitor);

} // namespace graft::zoo
