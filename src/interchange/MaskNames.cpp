#include "interchange/MaskNames.h"

#include "base/Files.h"
#include "interchange/FolderNames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <vector>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kLargestText = 1 << 20;
constexpr std::uint32_t kLargestValue = 0xFFFF;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\"");
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1));
}

std::optional<std::uint32_t> numberOf(std::string_view text, std::uint32_t largest) {
    std::uint32_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    return whole && value <= largest ? std::optional(value) : std::nullopt;
}

std::vector<std::string> split(const std::string& text, std::string_view separators) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (separators.find(c) == std::string_view::npos)
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty())
        parts.pop_back();
    return parts;
}

std::optional<std::uint32_t> colourOf(const std::vector<std::string>& words, std::size_t from) {
    std::uint32_t colour = 0;
    for (std::size_t i = from; i < from + 3; ++i) {
        const auto part = i < words.size() ? numberOf(words[i], 255) : std::nullopt;
        if (!part)
            return std::nullopt;
        colour = colour << 8 | *part;
    }
    return colour;
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < words.size(); ++i)
        text += (text.empty() ? "" : " ") + words[i];
    return text;
}

/// "name:r,g,b:parts:actions", or "r g b name".
bool takeColour(const std::string& line, MaskNames& names) {
    if (const std::size_t colon = line.find(':'); colon != std::string::npos && colon > 0) {
        const std::string rest = line.substr(colon + 1);
        const auto colour = colourOf(split(rest.substr(0, rest.find(':')), ", "), 0);
        if (colour)
            names.byColour[*colour] = trimmed(line.substr(0, colon));
        return colour.has_value();
    }
    const auto words = split(line, " \t,");
    const auto colour = words.size() > 3 ? colourOf(words, 0) : std::nullopt;
    if (colour)
        names.byColour[*colour] = joined(words, 3);
    return colour.has_value();
}

/// "3 name", "3: name", "3,name"
bool takeNumbered(const std::string& line, MaskNames& names) {
    const auto words = split(line, " \t:,");
    const auto number = words.size() > 1 ? numberOf(words[0], kLargestValue) : std::nullopt;
    if (number)
        names.byNumber[*number] = joined(words, 1);
    return number.has_value();
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (std::string plain = trimmed(line); !plain.empty() && plain.front() != '#')
            lines.push_back(std::move(plain));
    return lines;
}

void takeList(const std::vector<std::string>& lines, MaskNames& names) {
    std::uint32_t value = 1;
    for (const std::string& line : lines) {
        if (lowerCase(line) == "__ignore__")
            continue;
        if (value == 1 && names.byNumber.empty() && isBackgroundName(line))
            value = 0;
        names.byNumber[value++] = line;
    }
}

std::optional<fs::path> find(const Folder& folder, std::string_view wanted) {
    for (const std::string& name : folder.texts)
        if (lowerCase(name) == wanted)
            return folder.path / name;
    for (const Folder& inner : folder.folders)
        if (auto found = find(inner, wanted))
            return found;
    return std::nullopt;
}

} // namespace

bool isBackgroundName(const std::string& name) {
    static constexpr std::array<std::string_view, 8> kNames{
        "background", "_background_", "bg", "unlabeled", "unlabelled", "void", "none", "hintergrund"};
    return std::ranges::find(kNames, lowerCase(name)) != kNames.end();
}

Result<MaskNames> readMaskNames(const Listing& listing) {
    for (const std::string_view wanted :
         {"labelmap.txt", "label_colors.txt", "classes.txt", "class_names.txt", "labels.txt", "obj.names"}) {
        const auto relative = find(listing.top, wanted);
        if (!relative)
            continue;
        const fs::path file = listing.root / *relative;
        const auto text = readTextFile(file, kLargestText);
        if (!text)
            return Error{file.string() + ": " + text.error().message};
        const auto lines = linesOf(*text);
        MaskNames names{.file = file};
        const auto all = [&](auto take) {
            return !lines.empty() &&
                   std::ranges::all_of(lines, [&](const std::string& line) { return take(line, names); });
        };
        if (all(takeColour))
            return names;
        names.byColour.clear();
        if (all(takeNumbered))
            return names;
        names.byNumber.clear();
        takeList(lines, names);
        return names;
    }
    return MaskNames{};
}

} // namespace graft::interchange
