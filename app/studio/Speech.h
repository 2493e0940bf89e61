#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace graft::studio {

/// The translations of the program and of Qt, installed for as long as it lives.
class Speech {
public:
    /// "system", or a language code. Call it before any text is made.
    explicit Speech(const QString& language);

private:
    void add(std::unique_ptr<QTranslator> translator);
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace graft::studio
