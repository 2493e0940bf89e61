#include "ui/train/Verdict.h"

#include "ui/train/RunWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace graft::ui {
namespace {

constexpr double kWideGap = 0.10;    ///< of accuracy, between training and validation
constexpr double kRisingLoss = 1.10; ///< factor over the smallest validation loss
constexpr int kPatience = 5;         ///< epochs without a better one
constexpr std::size_t kEpochsToTell = 3;

double valueOr(const runs::EpochRecord& epoch, const char* name, double otherwise) {
    return run_words::value(epoch, name).value_or(otherwise);
}

const runs::EpochRecord& smallestValidationLoss(const std::vector<runs::EpochRecord>& epochs) {
    return *std::ranges::min_element(epochs, {}, [](const runs::EpochRecord& epoch) {
        return valueOr(epoch, "val_loss", std::numeric_limits<double>::infinity());
    });
}

bool lossRises(const std::vector<runs::EpochRecord>& epochs) {
    const runs::EpochRecord& low = smallestValidationLoss(epochs);
    const runs::EpochRecord& last = epochs.back();
    return last.epoch - low.epoch >= kPatience &&
           valueOr(last, "val_loss", 0) > kRisingLoss * valueOr(low, "val_loss", 0) &&
           valueOr(last, "train_loss", 0) < valueOr(low, "train_loss", 0);
}

QString overfitting(const std::vector<runs::EpochRecord>& epochs, const runs::EpochRecord& best) {
    const runs::EpochRecord& low = smallestValidationLoss(epochs);
    const QLocale locale;
    return QCoreApplication::translate(
               "Verdict", "Overfitting: since epoch %1 the validation loss has risen from %2 to %3 while "
                          "the training loss still falls. Epoch %4 is kept.")
        .arg(low.epoch)
        .arg(locale.toString(valueOr(low, "val_loss", 0), 'f', 3),
             locale.toString(valueOr(epochs.back(), "val_loss", 0), 'f', 3))
        .arg(best.epoch);
}

double gapOf(const runs::EpochRecord& epoch) {
    return valueOr(epoch, "train_accuracy", 0) - valueOr(epoch, "val_accuracy", 0);
}

/// The first of the epochs since which the gap has been wide without a break.
std::optional<int> gapSince(const std::vector<runs::EpochRecord>& epochs) {
    std::optional<int> since;
    if (epochs.size() >= kEpochsToTell)
        for (auto epoch = epochs.rbegin(); epoch != epochs.rend() && gapOf(*epoch) > kWideGap; ++epoch)
            since = epoch->epoch;
    return since;
}

QString wideGap(int since, const runs::EpochRecord& last, bool allFrozen) {
    const QString sentence =
        allFrozen
            ? QCoreApplication::translate(
                  "Verdict", "Overfitting: since epoch %1 it knows the training images (%2) much better "
                             "than new ones (%3). More images or more augmentation would help.")
            : QCoreApplication::translate(
                  "Verdict", "Overfitting: since epoch %1 it knows the training images (%2) much better "
                             "than new ones (%3). More images, more augmentation or more frozen blocks "
                             "would help.");
    return sentence.arg(since).arg(run_words::percent(valueOr(last, "train_accuracy", 0)),
                                   run_words::percent(valueOr(last, "val_accuracy", 0)));
}

/// The figure that makes an epoch the best one, in words.
QString rightInValidation(const runs::EpochRecord& epoch, bool classesAlike) {
    const QString right = QCoreApplication::translate("Verdict", "%1 of the validation images right")
                              .arg(run_words::percent(valueOr(epoch, "val_accuracy", 0)));
    const auto balanced = run_words::value(epoch, "val_balanced_accuracy");
    if (!classesAlike || !balanced)
        return right;
    return QCoreApplication::translate("Verdict", "%1 of each class right on average, %2")
        .arg(run_words::percent(*balanced), right);
}

QString progress(const Course& course, const runs::EpochRecord& best) {
    const int since = course.epochs.back().epoch - best.epoch;
    const QString right = rightInValidation(best, course.classesAlike);
    const bool balanced = course.classesAlike && run_words::value(best, "val_balanced_accuracy");
    const char* decides = balanced ? "val_balanced_accuracy" : "val_accuracy";
    const runs::EpochRecord* before =
        course.keepsLatest ? runs::highestBefore(course.epochs, best.epoch, decides) : nullptr;
    const double ahead = before ? valueOr(*before, decides, 0) - valueOr(best, decides, 0) : -1;
    if (ahead > 0)
        return (balanced ? QCoreApplication::translate(
                               "Verdict", "Epoch %1 is kept: %2. Epoch %3 had a little higher balanced "
                                          "accuracy, by so few images that it may be chance; of such epochs "
                                          "the latest has learnt most.")
                         : QCoreApplication::translate(
                               "Verdict", "Epoch %1 is kept: %2. Epoch %3 had a little more right, by so "
                                          "few images that it may be chance; of such epochs the latest has "
                                          "learnt most."))
            .arg(best.epoch)
            .arg(right)
            .arg(before->epoch);
    if (!course.running)
        return QCoreApplication::translate("Verdict", "The best epoch is %1: %2.").arg(best.epoch).arg(right);
    if (since == 0 && ahead < 0)
        return QCoreApplication::translate("Verdict", "Still improving: %1, the best so far.").arg(right);
    if (since < kPatience)
        return QCoreApplication::translate("Verdict", "Epoch %1 is the best so far: %2.")
            .arg(best.epoch)
            .arg(right);
    return QCoreApplication::translate(
               "Verdict", "Levelled off: nothing better than epoch %1 (%2) for %3 epochs. You can stop; "
                          "the best is kept.")
        .arg(best.epoch)
        .arg(right)
        .arg(since);
}

/// The head was solved, not led to somewhere in steps: an epoch is a strength of the penalty.
bool solvesHead(const runs::EpochRecord& epoch) {
    return epoch.values.contains("l2");
}

/// Best, which found no validation image wrong after its first epoch.
bool endedWithSolvedHead(const Course& course) {
    return course.endedEarly && course.epochs.size() == 1 && solvesHead(course.epochs.back());
}

/// What made a penalty the one that is kept, in words.
QString chosenBy(const runs::EpochRecord& best, bool classesAlike) {
    if (!best.values.contains("cv_accuracy"))
        return rightInValidation(best, classesAlike);
    const auto balanced = run_words::value(best, "cv_balanced_accuracy");
    if (classesAlike && balanced)
        return QCoreApplication::translate(
                   "Verdict", "in cross-validation %1 of each class right on average, %2 of all images")
            .arg(run_words::percent(*balanced), run_words::percent(valueOr(best, "cv_accuracy", 0)));
    return QCoreApplication::translate("Verdict", "%1 of the images right in cross-validation")
        .arg(run_words::percent(valueOr(best, "cv_accuracy", 0)));
}

QString chosenPenalty(const Course& course, const runs::EpochRecord& best) {
    const QLocale locale;
    return QCoreApplication::translate(
               "Verdict", "Each epoch is the best head for one penalty on large weights, from strong to "
                          "weak. Of %2, number %1 (L2 = %3) knows unseen images best and is kept: %4.")
        .arg(best.epoch)
        .arg(course.epochs.size())
        .arg(locale.toString(valueOr(best, "l2", 0), 'g', 2), chosenBy(best, course.classesAlike));
}

QString solvedHead(const Course& course, const runs::EpochRecord& best) {
    const QString sentence = chosenPenalty(course, best);
    if (gapOf(best) <= kWideGap)
        return sentence;
    return sentence + QChar(' ') +
           QCoreApplication::translate(
               "Verdict", "It knows the training images (%1) much better than new ones (%2): more images, "
                          "more augmentation or a smaller backbone would help.")
               .arg(run_words::percent(valueOr(best, "train_accuracy", 0)),
                    run_words::percent(valueOr(best, "val_accuracy", 0)));
}

/// That of the log, or else the one with the smallest validation loss.
const runs::EpochRecord& bestOf(const std::vector<runs::EpochRecord>& epochs, std::optional<int> bestEpoch) {
    const runs::EpochRecord* best = run_words::bestEpoch(epochs, bestEpoch);
    return best ? *best : smallestValidationLoss(epochs);
}

} // namespace

std::optional<int> overfittingSince(const std::vector<runs::EpochRecord>& epochs) {
    if (epochs.empty() || solvesHead(epochs.back()))
        return std::nullopt;
    return lossRises(epochs) ? std::optional(smallestValidationLoss(epochs).epoch) : gapSince(epochs);
}

bool solvedHeadHasWideGap(const std::vector<runs::EpochRecord>& epochs, std::optional<int> bestEpoch) {
    return !epochs.empty() && solvesHead(epochs.back()) && gapOf(bestOf(epochs, bestEpoch)) > kWideGap;
}

QString verdict(const Course& course) {
    const std::vector<runs::EpochRecord>& epochs = course.epochs;
    if (epochs.empty())
        return course.running ? QCoreApplication::translate("Verdict", "The first epoch is under way.")
                              : QCoreApplication::translate(
                                    "Verdict", "This run ended before its first epoch was done.");
    const runs::EpochRecord& best = bestOf(epochs, course.bestEpoch);
    if (course.allFrozen && solvesHead(epochs.back())) // else it is what Best begins with
        return solvedHead(course, best);
    if (endedWithSolvedHead(course))
        return QCoreApplication::translate("Verdict",
                                           "The head alone has all validation images right: nothing "
                                           "more could be seen to be gained by learning on.");
    if (lossRises(epochs))
        return overfitting(epochs, best);
    if (const auto since = gapSince(epochs))
        return wideGap(*since, epochs.back(), course.allFrozen);
    return progress(course, best);
}

} // namespace graft::ui
