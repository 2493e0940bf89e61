#include "workflow/Channels.h"

#include <algorithm>
#include <map>

namespace graft::workflow {

namespace {

constexpr std::size_t kNamesShown = 3;

bool areBands(int channels) {
    return channels == 2 || channels > 3;
}

bool isUsed(const project::ImageRecord& image) {
    return image.label &&
           (image.split == annotation::Split::Train || image.split == annotation::Split::Validation);
}

/// "a.tif (3), b.tif (4) and 7 more"
std::string listed(const std::vector<const project::ImageRecord*>& images) {
    std::string text;
    for (std::size_t i = 0; i < std::min(images.size(), kNamesShown); ++i)
        text += (i > 0 ? ", " : "") + images[i]->path + " (" + std::to_string(images[i]->channels) + ")";
    if (images.size() > kNamesShown)
        text = translate("Workflow", "%1 and %2 more", {text, std::to_string(images.size() - kNamesShown)});
    return text;
}

} // namespace

int bandsOf(const project::Project& project) {
    std::map<int, int> counts;
    for (const project::ImageRecord& image : project.images())
        if (areBands(image.channels))
            ++counts[image.channels];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? 0 : most->first;
}

int commonBands(const project::Project& project) {
    const int bands = bandsOf(project);
    const bool all = std::ranges::all_of(
        project.images(), [bands](const project::ImageRecord& image) { return image.channels == bands; });
    return all ? bands : 0;
}

Result<> checkChannels(const project::Project& project, int channels) {
    if (channels == 0)
        return {};
    std::vector<const project::ImageRecord*> others;
    for (const project::ImageRecord& image : project.images())
        if (isUsed(image) && image.channels > 0 && image.channels != channels)
            others.push_back(&image);
    if (others.empty())
        return {};
    return Error{translate("Workflow",
                           "The network is to see all %1 channels of the images, but some have another "
                           "number: %2. Take them out of the split, or let the network see colours.",
                           {std::to_string(channels), listed(others)})};
}

std::string channelsNote(const project::Project& project, int channels) {
    if (channels > 0)
        return {};
    const auto lost = std::ranges::count_if(project.images(), [](const project::ImageRecord& image) {
        return isUsed(image) && areBands(image.channels);
    });
    if (lost == 0)
        return {};
    return translate("Workflow",
                     "Images with other channels than grey or red, green and blue: %1. Of these the network "
                     "sees the first three channels as colours, and not the rest.",
                     {std::to_string(lost)});
}

} // namespace graft::workflow
