#pragma once

#include <QString>

#include <string>

/// The options of a run as a person reads them, in the program's language.
namespace graft::ui::option_words {

/// "learning.mixup" to "Mixup"; as it is where there is no word for it.
QString title(const std::string& name);
/// A value of options.json: yes and no, words without quotes, an en dash for nothing.
QString value(const std::string& name, const std::string& json);

} // namespace graft::ui::option_words
