#include "interchange/Yolo.h"

#include "base/Files.h"
#include "imaging/Decode.h"
#include "interchange/FolderNames.h"

#include <charconv>
#include <cmath>
#include <sstream>

namespace graft::interchange {

namespace {

constexpr std::uint64_t kLargestText = 64ull << 20;
constexpr std::size_t kMostClasses = 100'000;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string unquoted(const std::string& text) {
    const std::string plain = trimmed(text.substr(0, text.find(" #")));
    const bool quoted =
        plain.size() >= 2 && (plain.front() == '"' || plain.front() == '\'') && plain.back() == plain.front();
    return quoted ? plain.substr(1, plain.size() - 2) : plain;
}

/// The `names:` of a data.yaml, in the three ways they are written: [a, b], "- a" or "0: a" on lines of their
/// own.
class YamlNames {
public:
    void take(const std::string& line) {
        const std::string plain = trimmed(line);
        if (plain.empty() || plain.front() == '#')
            return;
        if (line.starts_with("names:"))
            return takeStart(trimmed(line.substr(6)));
        classes.keypoints |= line.starts_with("kpt_shape:");
        const bool inside = m_open && (line.front() == ' ' || line.front() == '\t' || plain.front() == '-');
        m_open = inside;
        if (inside)
            takeItem(plain);
    }
    YoloClasses classes;

private:
    void takeStart(const std::string& rest) {
        m_open = rest.empty();
        if (rest.size() < 2 || rest.front() != '[' || rest.back() != ']')
            return;
        std::istringstream items(rest.substr(1, rest.size() - 2));
        for (std::string item; std::getline(items, item, ',');)
            classes.names.push_back(unquoted(item));
    }

    void takeItem(const std::string& plain) {
        if (plain.front() == '-')
            return classes.names.push_back(unquoted(plain.substr(1)));
        std::size_t number = 0;
        const auto [end, failure] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
        const auto colon = std::size_t(end - plain.data());
        if (failure != std::errc() || colon >= plain.size() || plain[colon] != ':' || number >= kMostClasses)
            return;
        if (classes.names.size() <= number)
            classes.names.resize(number + 1);
        classes.names[number] = unquoted(plain.substr(colon + 1));
    }

    bool m_open = false;
};

Result<imaging::Header> headerOf(const std::filesystem::path& image) {
    const auto bytes = readFile(image, imaging::DecodeLimits{}.fileBytes);
    if (!bytes)
        return bytes.error();
    return imaging::readHeader(*bytes);
}

std::vector<double> numbersIn(const std::string& line) {
    std::vector<double> numbers;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        double value = 0;
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (failure != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
            return {};
        numbers.push_back(value);
    }
    return numbers;
}

/// `numbers` without the class in front.
std::optional<annotation::Geometry> geometryOf(const std::vector<double>& numbers, bool keypoints,
                                               double width, double height) {
    if (numbers.size() == 4 || (keypoints && numbers.size() > 4)) {
        const annotation::Box box{(numbers[0] - numbers[2] / 2) * width,
                                  (numbers[1] - numbers[3] / 2) * height, numbers[2] * width,
                                  numbers[3] * height};
        return box.width > 0 && box.height > 0 ? std::optional<annotation::Geometry>(box) : std::nullopt;
    }
    if (numbers.size() < 6 || numbers.size() % 2 != 0)
        return std::nullopt;
    annotation::Polygon polygon;
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        polygon.points.push_back({numbers[i] * width, numbers[i + 1] * height});
    return polygon;
}

} // namespace

Result<YoloClasses> readYoloClasses(const std::filesystem::path& file) {
    const auto text = readTextFile(file, kLargestText);
    if (!text)
        return text.error();
    const std::string ending = lowerCase(file.extension().string());
    std::istringstream lines(*text);
    YamlNames yaml;
    for (std::string line; std::getline(lines, line);) {
        if (ending == ".yaml" || ending == ".yml")
            yaml.take(line);
        else if (const std::string name = trimmed(line); !name.empty())
            yaml.classes.names.push_back(name);
    }
    if (yaml.classes.names.empty())
        return Error{translate("Interchange", "%1 names no class.", {file.string()})};
    return std::move(yaml.classes);
}

Result<> readYoloLabels(const std::filesystem::path& file, const YoloClasses& classes, FoundImage& image,
                        Problems& problems) {
    const auto text = readTextFile(file, kLargestText);
    if (!text)
        return text.error();
    const auto header = headerOf(image.path);
    if (!header)
        return header.error();
    std::istringstream lines(*text);
    int row = 0;
    for (std::string line; std::getline(lines, line);) {
        ++row;
        if (trimmed(line).empty())
            continue;
        const auto numbers = numbersIn(line);
        const double number = numbers.empty() ? -1 : numbers.front();
        const bool known =
            number >= 0 && number < double(classes.names.size()) && number == std::floor(number);
        const auto geometry = known ? geometryOf({numbers.begin() + 1, numbers.end()}, classes.keypoints,
                                                 header->width, header->height)
                                    : std::nullopt;
        if (geometry)
            image.shapes.emplace_back(classes.names[std::size_t(number)], *geometry);
        else
            problems.add(
                file, known ? translate("Interchange", "The shape in row %1 is empty or damaged.",
                                        {std::to_string(row)})
                            : translate("Interchange", "Row %1 has no known class.", {std::to_string(row)}));
    }
    return {};
}

} // namespace graft::interchange
