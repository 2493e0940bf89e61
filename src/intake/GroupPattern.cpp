#include "intake/GroupPattern.h"

namespace graft::intake {

Result<GroupPattern> GroupPattern::compile(const std::string& pattern) {
    GroupPattern compiled;
    compiled.m_expression.setPattern(QString::fromStdString(pattern));
    if (!compiled.m_expression.isValid())
        return Error{translate("Intake",
                               "The pattern for groups, “%1”, is no regular expression: %2, at character %3.",
                               {pattern, compiled.m_expression.errorString().toStdString(),
                                std::to_string(compiled.m_expression.patternErrorOffset() + 1)})};
    return compiled;
}

std::string GroupPattern::groupOf(const std::filesystem::path& image,
                                  const std::filesystem::path& source) const {
    if (m_expression.pattern().isEmpty())
        return {};
    const std::string below = image.lexically_relative(source).generic_string();
    const bool inside = !below.empty() && below != "." && !below.starts_with("..");
    for (const std::string& text :
         {inside ? below : std::string(), image.filename().string(), image.generic_string()})
        if (std::string group = match(text); !group.empty())
            return group;
    return {};
}

std::string GroupPattern::match(const std::string& text) const {
    const QRegularExpressionMatch match = m_expression.match(QString::fromStdString(text));
    if (!match.hasMatch())
        return {};
    return match.captured(match.lastCapturedIndex() >= 1 ? 1 : 0).toStdString();
}

} // namespace graft::intake
