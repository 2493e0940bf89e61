#include "ui/data/Words.h"

#include "ui/widgets/Widgets.h"

#include <QCoreApplication>
#include <QStringList>

#include <filesystem>

namespace graft::ui::words {
namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};
} // namespace

QString splitName(annotation::Split split) {
    switch (split) {
    case annotation::Split::Train:
        return Words::tr("Training");
    case annotation::Split::Validation:
        return Words::tr("Validation");
    case annotation::Split::Test:
        return Words::tr("Test");
    case annotation::Split::None:
        break;
    }
    return Words::tr("No split");
}

QString splitBadge(annotation::Split split) {
    switch (split) {
    case annotation::Split::Train:
        return Words::tr("train", "badge on a thumbnail");
    case annotation::Split::Validation:
        return Words::tr("val", "badge on a thumbnail");
    case annotation::Split::Test:
        return Words::tr("test", "badge on a thumbnail");
    case annotation::Split::None:
        break;
    }
    return {};
}

QString imageCount(int count) {
    return count == 1 ? Words::tr("1 image") : Words::tr("%1 images").arg(countText(count));
}

QString shapeCount(int count) {
    return count == 1 ? Words::tr("1 shape") : Words::tr("%1 shapes").arg(countText(count));
}

QString fileName(const project::ImageRecord& image) {
    return QString::fromStdString(std::filesystem::path(image.path).filename().string());
}

QString unlabelled() {
    return Words::tr("Unlabelled");
}

QString spoken(const project::ImageRecord& image, const QString& className, bool duplicate) {
    QStringList parts{fileName(image), className.isEmpty() ? unlabelled() : className,
                      splitName(image.split)};
    if (duplicate)
        parts << Words::tr("duplicate");
    return parts.join(QStringLiteral(", "));
}

} // namespace graft::ui::words
