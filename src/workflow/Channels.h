#pragma once

#include "project/Project.h"

namespace graft::workflow {

/// How many channels the images have beyond grey and colours: the number that most of those have. 0: there
/// are only grey and colour images.
int bandsOf(const project::Project& project);
/// The same where all images have that number, so that it goes without saying that a network sees them all.
int commonBands(const project::Project& project);

/// An Error that names the images that a run would use and that have another number of channels than it sees.
/// `channels`: as TrainingOptions::channels.
Result<> checkChannels(const project::Project& project, int channels);

/// What a run that sees colours leaves out of images with more channels, in a sentence; empty: nothing.
std::string channelsNote(const project::Project& project, int channels);

} // namespace graft::workflow
