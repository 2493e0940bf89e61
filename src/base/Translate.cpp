#include "base/Translate.h"

namespace graft {

namespace {
Translator installed = nullptr;
}

void installTranslator(Translator translator) {
    installed = translator;
}

std::string translate(const char* context, const char* source, std::initializer_list<std::string> arguments) {
    const std::string text = installed ? installed(context, source) : std::string(source);
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marker = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = marker ? std::size_t(text[i + 1] - '1') : 0;
        if (marker && index < arguments.size()) {
            filled += *(arguments.begin() + index);
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

} // namespace graft
