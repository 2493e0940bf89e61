#include "workflow/Folds.h"

#include "project/Folds.h"

namespace graft::workflow {

Result<std::vector<training::RunInput>> foldsOf(const training::RunInput& input,
                                                const project::Project& project, int count) {
    const auto planned = project::planFolds(project, count, input.options.seed);
    if (!planned)
        return planned.error();
    std::vector<training::RunInput> folds(std::size_t(count), input);
    for (int fold = 0; fold < count; ++fold) {
        training::RunInput& run = folds[std::size_t(fold)];
        run.train.clear();
        run.validation.clear();
        for (const auto* side : {&input.train, &input.validation})
            for (const dataset::Item& item : *side) {
                const auto found = planned->find(ImageId{item.id});
                if (found != planned->end())
                    (found->second == fold ? run.validation : run.train).push_back(item);
            }
        run.notes.push_back(translate("Workflow", "Fold %1 of %2 of a cross-validation.",
                                      {std::to_string(fold + 1), std::to_string(count)}));
    }
    return folds;
}

} // namespace graft::workflow
