#include "zoo/Catalogue.h"

#include <QFile>

/// Outside any namespace: the macro declares a function at the place where it stands.
static void keepResources() {
    Q_INIT_RESOURCE(graft);
}

namespace graft::zoo {

Result<std::vector<WeightsEntry>> ownCatalogue() {
    keepResources();
    QFile file(QStringLiteral(":/catalogue/weights.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{translate(
            "Zoo", "The catalogue of pretrained weights is missing from the program. Install it again.")};
    return readCatalogue(file.readAll().toStdString());
}

} // namespace graft::zoo
