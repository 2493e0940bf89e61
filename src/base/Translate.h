#pragma once

#include <initializer_list>
#include <string>

namespace graft {

/// Text for a person, in the language of the program. lupdate finds the call by its name; `context` and
/// `source` must be string literals, but for texts that Extract.cmake collects elsewhere. `%1`…`%9` in the
/// source are replaced by `arguments`. Without an installed translator: English.
std::string translate(const char* context, const char* source,
                      std::initializer_list<std::string> arguments = {});

/// How the studio half lends its translator to code that knows no Qt. Call once, before other threads start.
using Translator = std::string (*)(const char* context, const char* source);
void installTranslator(Translator translator);

} // namespace graft
