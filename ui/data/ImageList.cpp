#include "ui/data/ImageList.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace graft::ui {
namespace {

std::string folded(const QString& text) {
    return text.toCaseFolded().toStdString();
}

// A key whose bytes compare as a person sorts names: "img2" before "img10". A run of digits becomes its
// length and itself.
std::string naturalKey(std::string_view name) {
    std::string key;
    for (std::size_t i = 0; i < name.size();) {
        if (name[i] < '0' || name[i] > '9') {
            key += name[i++];
            continue;
        }
        while (i < name.size() && name[i] == '0')
            ++i;
        const std::size_t start = i;
        while (i < name.size() && name[i] >= '0' && name[i] <= '9')
            ++i;
        key += '0';
        key += char(std::min<std::size_t>(i - start, 255));
        key.append(name.substr(start, i - start));
    }
    return key;
}

template <typename Value>
bool holds(const std::vector<Value>& values, const Value& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

struct ImageList::Matcher {
    explicit Matcher(const ImageFilter& filter) : filter(filter) {
        for (const QString& word : filter.text.split(u' ', Qt::SkipEmptyParts))
            words.push_back(folded(word));
    }
    bool operator()(const Facts& facts) const {
        if (filter.duplicatesOnly && !facts.duplicate)
            return false;
        if (!filter.classes.empty() && !holds(filter.classes, facts.label))
            return false;
        if (!filter.splits.empty() && !holds(filter.splits, facts.split))
            return false;
        return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return facts.folded.find(word) != std::string::npos;
        });
    }
    const ImageFilter& filter;
    std::vector<std::string> words;
};

void ImageList::setImages(const std::vector<project::ImageRecord>& images) {
    std::unordered_map<std::string_view, int> byContent;
    for (const project::ImageRecord& image : images)
        if (!image.contentHash.empty())
            ++byContent[image.contentHash];
    m_facts.clear();
    m_facts.reserve(images.size());
    m_duplicates = 0;
    for (const project::ImageRecord& image : images) {
        Facts facts;
        facts.id = image.id;
        facts.path = image.path;
        facts.folded = folded(QString::fromStdString(image.path));
        facts.fileBytes = image.fileBytes;
        facts.aspect = image.width > 0 && image.height > 0 ? float(image.width) / float(image.height) : 1.0f;
        facts.duplicate = !image.contentHash.empty() && byContent[image.contentHash] > 1;
        facts.label = image.label;
        facts.split = image.split;
        m_duplicates += facts.duplicate;
        m_facts.push_back(std::move(facts));
    }
    rankNames();
    recompute();
}

void ImageList::updateImages(const std::vector<project::ImageRecord>& images) {
    const bool same =
        images.size() == m_facts.size() &&
        std::equal(images.begin(), images.end(), m_facts.begin(), [](const auto& image, const Facts& facts) {
            return image.id == facts.id && image.path == facts.path;
        });
    if (!same)
        return setImages(images);
    for (std::size_t i = 0; i < images.size(); ++i) {
        m_facts[i].label = images[i].label;
        m_facts[i].split = images[i].split;
    }
    recompute();
}

void ImageList::setClasses(const std::vector<annotation::LabelClass>& classes) {
    m_classPosition.clear();
    for (const annotation::LabelClass& labelClass : classes)
        m_classPosition.emplace(labelClass.id, int(m_classPosition.size()));
    std::erase_if(m_filter.classes, [this](ClassId id) { return id && !m_classPosition.contains(id); });
    recompute();
}

void ImageList::setFilter(ImageFilter filter) {
    m_filter = std::move(filter);
    recompute();
}

void ImageList::setOrder(ImageOrder order) {
    m_order = order;
    recompute();
}

int ImageList::countOf(const ImageFilter& filter) const {
    return int(std::count_if(m_facts.begin(), m_facts.end(), Matcher(filter)));
}

bool ImageList::isDuplicate(ImageId id) const {
    const auto found = std::lower_bound(m_facts.begin(), m_facts.end(), id,
                                        [](const Facts& facts, ImageId value) { return facts.id < value; });
    return found != m_facts.end() && found->id == id && found->duplicate;
}

void ImageList::rankNames() {
    std::vector<std::string> keys;
    keys.reserve(m_facts.size());
    for (const Facts& facts : m_facts) {
        const std::size_t slash = facts.folded.find_last_of('/');
        keys.push_back(
            naturalKey(std::string_view(facts.folded).substr(slash == std::string::npos ? 0 : slash + 1)));
    }
    std::vector<int> order(m_facts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return keys[std::size_t(a)] < keys[std::size_t(b)]; });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        m_facts[std::size_t(order[rank])].nameRank = int(rank);
}

std::int64_t ImageList::sortValue(const Facts& facts) const {
    switch (m_order.key) {
    case ImageOrder::Key::Added:
        return facts.id.value;
    case ImageOrder::Key::Name:
        return facts.nameRank;
    case ImageOrder::Key::Class: {
        const auto found = m_classPosition.find(facts.label);
        return found == m_classPosition.end() ? -1 : found->second; // what is still to do comes first
    }
    case ImageOrder::Key::Split:
        return std::int64_t(facts.split);
    case ImageOrder::Key::FileSize:
        return facts.fileBytes;
    }
    return 0;
}

void ImageList::recompute() {
    const Matcher matches(m_filter);
    std::vector<std::pair<std::int64_t, int>> shown;
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        if (matches(m_facts[i]))
            shown.emplace_back(sortValue(m_facts[i]) * (m_order.descending ? -1 : 1), int(i));
    std::sort(shown.begin(), shown.end()); // equal values stay in the order they were added
    m_ids.clear();
    m_aspects.clear();
    for (const auto& [value, index] : shown) {
        m_ids.push_back(m_facts[std::size_t(index)].id);
        m_aspects.push_back(m_facts[std::size_t(index)].aspect);
    }
}

} // namespace graft::ui
