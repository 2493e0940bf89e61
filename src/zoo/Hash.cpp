#include "zoo/Hash.h"

#include <QCryptographicHash>
#include <QFile>

namespace graft::zoo {

Result<std::string> sha256Of(const std::filesystem::path& path, const Monitor& monitor,
                             const std::string& activity) {
    constexpr qint64 chunk = 1 << 20;
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            translate("Zoo", "%1 cannot be read: %2.", {path.string(), file.errorString().toStdString()})};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray bytes(chunk, Qt::Uninitialized);
    qint64 done = 0;
    for (;;) {
        if (monitor.stopRequested())
            return stopped();
        const qint64 got = file.read(bytes.data(), chunk);
        if (got < 0)
            return Error{translate("Zoo", "%1 cannot be read: %2.",
                                   {path.string(), file.errorString().toStdString()})};
        if (got == 0)
            break;
        hash.addData(QByteArrayView(bytes.constData(), got));
        monitor.report(done += got, file.size(), activity);
    }
    return hash.result().toHex().toStdString();
}

bool hashMatches(std::string_view hash, std::string_view expected) {
    return expected.size() >= 8 && hash.starts_with(expected);
}

Error stopped() {
    return {translate("Zoo", "Stopped.")};
}

} // namespace graft::zoo
