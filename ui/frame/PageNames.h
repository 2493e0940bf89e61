#pragma once

#include "ui/frame/Page.h"

#include <QString>

#include <array>
#include <optional>

namespace graft::ui {

inline constexpr std::array kStages{PageId::Data, PageId::Label, PageId::Model, PageId::Train,
                                    PageId::Evaluate};
inline constexpr std::array kAllPages{PageId::Start,  PageId::Data,  PageId::Label,
                                      PageId::Model,  PageId::Train, PageId::Evaluate,
                                      PageId::Issues, PageId::Jobs,  PageId::Settings};

/// As a person reads it.
QString pageTitle(PageId id);
/// Of the icon on the rail.
QString pageIcon(PageId id);
/// For the command line, file names and objectNames: "start", "data", ….
QString pageKey(PageId id);
std::optional<PageId> pageWithKey(const QString& key);

} // namespace graft::ui
