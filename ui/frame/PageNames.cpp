#include "ui/frame/PageNames.h"

#include <QCoreApplication>

#include <algorithm>

namespace graft::ui {

QString pageTitle(PageId id) {
    switch (id) {
    case PageId::Start:
        return QCoreApplication::translate("PageNames", "Projects");
    case PageId::Data:
        return QCoreApplication::translate("PageNames", "Data");
    case PageId::Label:
        return QCoreApplication::translate("PageNames", "Label");
    case PageId::Model:
        return QCoreApplication::translate("PageNames", "Model");
    case PageId::Train:
        return QCoreApplication::translate("PageNames", "Train");
    case PageId::Evaluate:
        return QCoreApplication::translate("PageNames", "Evaluate");
    case PageId::Issues:
        return QCoreApplication::translate("PageNames", "Issues");
    case PageId::Jobs:
        return QCoreApplication::translate("PageNames", "Jobs");
    case PageId::Settings:
        return QCoreApplication::translate("PageNames", "Settings");
    }
    return {};
}

QString pageKey(PageId id) {
    switch (id) {
    case PageId::Start:
        return QStringLiteral("start");
    case PageId::Data:
        return QStringLiteral("data");
    case PageId::Label:
        return QStringLiteral("label");
    case PageId::Model:
        return QStringLiteral("model");
    case PageId::Train:
        return QStringLiteral("train");
    case PageId::Evaluate:
        return QStringLiteral("evaluate");
    case PageId::Issues:
        return QStringLiteral("issues");
    case PageId::Jobs:
        return QStringLiteral("jobs");
    case PageId::Settings:
        return QStringLiteral("settings");
    }
    return {};
}

QString pageIcon(PageId id) {
    return id == PageId::Start ? QStringLiteral("home") : pageKey(id);
}

std::optional<PageId> pageWithKey(const QString& key) {
    const auto found = std::ranges::find(kAllPages, key, pageKey);
    return found == kAllPages.end() ? std::nullopt : std::optional(*found);
}

} // namespace graft::ui
