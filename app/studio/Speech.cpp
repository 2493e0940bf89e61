#include "studio/Speech.h"

#include "base/Translate.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace graft::studio {
namespace {

std::string translateByQt(const char* context, const char* source) {
    return QCoreApplication::translate(context, source).toStdString();
}

QLocale localeOf(const QString& language) {
    const QLocale wanted = language == QLatin1String("system") ? QLocale::system() : QLocale(language);
    // "C" is for programs: no grouped digits, times to the second.
    return wanted.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : wanted;
}

} // namespace

Speech::Speech(const QString& language) {
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    installTranslator(translateByQt);
    // Later ones are asked first.
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        add(std::move(qt));
    auto own = std::make_unique<QTranslator>();
    if (own->load(locale, QStringLiteral("graft"), QStringLiteral("_"), QStringLiteral(":/translations")))
        add(std::move(own));
}

void Speech::add(std::unique_ptr<QTranslator> translator) {
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace graft::studio
