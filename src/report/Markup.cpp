#include "report/Markup.h"

#include <QBuffer>

#include <algorithm>

namespace graft::report {

namespace {

constexpr int kPhotographQuality = 85;

bool forbidden(QChar c) {
    const char16_t code = c.unicode();
    const bool control = code < 0x20 && code != '\t' && code != '\n';
    return control || (code >= 0x7F && code < 0xA0) || code >= 0xFFFE;
}

/// Half a character, as odd file names may hold.
QString withoutLoneSurrogates(const QString& text) {
    return QString::fromUtf8(text.toUtf8());
}

} // namespace

QString escaped(const QString& text) {
    QString clean = withoutLoneSurrogates(text);
    std::replace_if(clean.begin(), clean.end(), forbidden, QChar(QChar::ReplacementCharacter));
    return clean.toHtmlEscaped().replace(QChar('\''), QStringLiteral("&#39;"));
}

QString dataUri(const QImage& image, PictureCoding coding) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool photograph = coding == PictureCoding::Photograph && !image.hasAlphaChannel();
    image.save(&buffer, photograph ? "JPEG" : "PNG", photograph ? kPhotographQuality : -1);
    return QStringLiteral("data:image/%1;base64,%2")
        .arg(photograph ? QStringLiteral("jpeg") : QStringLiteral("png"),
             QString::fromLatin1(bytes.toBase64()));
}

} // namespace graft::report
