#pragma once

#include "engine/LogisticRegression.h"
#include "training/Sides.h"

#include <torch/types.h>

namespace graft::training {

/// Solves a linear head to convergence on what the frozen backbone says of the images: multinomial logistic
/// regression with an L2 penalty on standardised features, for one strength of the penalty after the other.
/// Everything but the head must be frozen. One view of each image, or, with augmentation, as many as are
/// kept, as rows of their own.
class LinearProbe {
public:
    /// What it works with; must outlive it. `learner` only answers.
    struct Parts {
        const TrainingOptions& options;
        int classes;
        engine::Network& network;
        CutValues& train;
        CutValues& validation;
        Learner& learner;
        RunReport& report;
        Gate& gate;
    };
    explicit LinearProbe(const Parts& parts);

    /// Reads every image once and measures the features.
    std::optional<Ending> begin();

    struct Stage {
        Scores learnt;
        Scores checked;
        Rating rating;                        ///< by the validation images, or by the folds
        std::map<std::string, double> values; ///< for the log
    };
    /// With the given strength, from the head that the network has; the solution becomes the network's head,
    /// in single precision.
    std::optional<Ending> solve(double penalty, Stage& stage);
    /// True where the training images decide on the strength, in folds.
    bool crossValidates() const { return m_folds > 0; }

private:
    Parts m_parts;
    engine::LogisticProblem m_problem;
    std::vector<std::int64_t> m_images; ///< of each row
    std::string m_standardize;          ///< name of the node
    std::string m_head;
    int m_folds = 0; ///< 0: the validation images decide

    std::optional<Ending> gather(std::vector<torch::Tensor>& features, std::vector<std::int64_t>& targets);
    void standardise(const torch::Tensor& features);
    void weighRows();
    engine::LinearHead head() const;
    void setHead(const engine::LinearHead& head);
    std::optional<Ending> crossValidate(double penalty, const engine::LinearHead& start, Scores& scores);
    Scores scoresOfRows(const torch::Tensor& probabilities, const torch::Tensor& targets) const;
};

} // namespace graft::training
